package gotthard.kubernetes;

import gotthard.action.Failure;
import gotthard.inventory.EndpointName;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.util.List;
import java.util.stream.Collectors;

import javax.net.ssl.SSLException;

/// Puts what API servers refuse, and why they can't be reached, into words that say what to do next.
final class Failures {
    private Failures() {}

    /// An answer that is no success.
    ///
    /// @param what what was wanted, as a phrase: `apply ConfigMap intake/web`
    static Failure of(EndpointName where, String what, Answer answer) {
        List<Answer.Conflict> conflicts = answer.conflicts();
        if (!conflicts.isEmpty()) {
            return conflict(where, what, conflicts);
        }
        String head = where + " could not " + what + ": ";
        return switch (answer.code()) {
            case 401 -> unauthorized(where);
            case 403 ->
                    answer.message().contains("being terminated")
                            ? Failure.transientFailure(
                                    head + "the namespace is being deleted",
                                    "wait until it is gone, then try again")
                            : Failure.refused(
                                    head + answer.message(),
                                    "give this right to the user of the kubeconfig's context, or use another context");
            case 404 ->
                    Failure.refused(
                            head + answer.message(), "create what is missing in an earlier step");
            case 409 ->
                    Failure.transientFailure(
                            head + answer.message(),
                            "somebody else changed it at the same time; try again");
            case 400, 415, 422 ->
                    answer.message().contains("immutable")
                            ? Failure.refused(
                                    head
                                            + String.join(", ", answer.fields())
                                            + " can't be changed once it is made",
                                    "give the object another name, or delete the old one by hand if nothing needs it")
                            : Failure.refused(head + answer.message(), "correct the manifest");
            case 413 ->
                    Failure.refused(
                            head + "it is too large", "split the object; etcd takes about 1.5 MiB");
            default ->
                    answer.code() == 429 || answer.code() >= 500
                            ? Failure.transientFailure(
                                    head + "HTTP " + answer.code() + ", " + answer.message(),
                                    "look at the API server's health if it stays like this")
                            : Failure.refused(
                                    head + "HTTP " + answer.code() + ", " + answer.message(),
                                    "ask the cluster's operators");
        };
    }

    /// Fields that belong to other managers.
    static Failure conflict(EndpointName where, String what, List<Answer.Conflict> conflicts) {
        String fields =
                conflicts.stream()
                        .map(
                                conflict ->
                                        conflict.field()
                                                + " belongs to \""
                                                + conflict.manager()
                                                + "\"")
                        .collect(Collectors.joining(", "));
        return Failure.refused(
                where + " could not " + what + ": " + fields,
                "leave the field out of the manifest, or make its manager give it up; nothing is taken by force");
    }

    static Failure unauthorized(EndpointName where) {
        return Failure.refused(
                where + " does not accept the credentials (401)",
                "they may have expired; renew those of the kubeconfig's context");
    }

    /// A request that got no answer.
    ///
    /// @param server the address of the API server
    static Failure unanswered(EndpointName where, String server, Throwable thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null
                && !(cause instanceof SSLException)
                && !(cause instanceof HttpTimeoutException)) {
            cause = cause.getCause();
        }
        String at = where + " (" + server + ")";
        return switch (cause) {
            case SSLException _ ->
                    Failure.refused(
                            at + " shows a certificate that the kubeconfig does not trust",
                            "compare the certificate authority of the context with the cluster's; don't switch the check off");
            case HttpConnectTimeoutException _ ->
                    Failure.transientFailure(
                            at + " did not take the connection in time",
                            "check the network and its firewalls");
            case HttpTimeoutException _ ->
                    Failure.transientFailure(
                            at + " did not answer in time",
                            "check the network and the API server's health");
            case UnknownHostException _ ->
                    Failure.transientFailure(
                            at + " has a name that is not known",
                            "check the server's address in the kubeconfig, and DNS");
            case java.nio.channels.UnresolvedAddressException _ ->
                    Failure.transientFailure(
                            at + " has a name that is not known",
                            "check the server's address in the kubeconfig, and DNS");
            case ConnectException _ -> refusesConnections(at);
            case java.nio.channels.ClosedChannelException _ -> refusesConnections(at);
            default ->
                    Failure.transientFailure(
                            at + " broke the connection",
                            "check that the API server runs and that the network holds");
        };
    }

    private static Failure refusesConnections(String at) {
        return Failure.transientFailure(
                at + " refuses connections",
                "check that the API server runs and that the address is right");
    }
}
