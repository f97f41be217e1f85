package gotthard.objects;

import gotthard.action.Failure;
import gotthard.inventory.EndpointName;

import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

import java.net.UnknownHostException;

import javax.net.ssl.SSLException;

/// Turns the errors of servers into failures that say what to do. A server's own words are not repeated but for its code, since they
/// may hold a key.
final class Complaints {
    private static final int FORBIDDEN = 403;
    private static final int TOO_MANY = 429;
    private static final int FIRST_OF_SERVER = 500;

    private Complaints() {}

    /// The code of an error; empty where an answer has no body, as for `HEAD`.
    static String code(AwsServiceException refused) {
        String code =
                refused.awsErrorDetails() == null ? null : refused.awsErrorDetails().errorCode();
        return code == null ? "" : code;
    }

    /// What a server answered.
    ///
    /// @param thing with the server before it: `moscow/s3:uploads/a.bin`
    static Failure of(String thing, String doing, AwsServiceException refused) {
        int colon = thing.indexOf(':');
        String server = thing.substring(0, colon);
        return switch (code(refused)) {
            case "InvalidAccessKeyId", "InvalidAccessKey" ->
                    Failure.refused(
                            server + " does not know the access key of the inventory",
                            "correct accessKey of this server, or have the key made there");
            case "SignatureDoesNotMatch", "InvalidSignature" ->
                    Failure.refused(
                            server + " does not accept the secret key of the inventory",
                            "correct secretKey of this server; it belongs to its accessKey");
            case "RequestTimeTooSkewed" ->
                    Failure.refused(
                            "the clocks of " + server + " and of this machine are too far apart",
                            "let both follow a time server (NTP); by what they differ, preflight says");
            case "NoSuchBucket" ->
                    Failure.refused(
                            server
                                    + " has no bucket "
                                    + thing.substring(colon + 1).replaceFirst("/.*", ""),
                            "make the bucket, or correct the store in the inventory");
            case "AuthorizationHeaderMalformed",
                    "PermanentRedirect",
                    "IllegalLocationConstraintException" ->
                    Failure.refused(
                            server + " is of another region than the inventory says",
                            "correct the region of this server");
            case "QuotaExceeded", "XMinioStorageFull", "InsufficientCapacity" ->
                    Failure.transientFailure(
                            server + " has no space left for " + thing.substring(colon + 1),
                            "free space there or raise the quota, then retry; what has arrived is kept");
            case "SlowDown", "ServiceUnavailable", "Throttling", "RequestLimitExceeded" ->
                    busy(server);
            default -> byStatus(thing, doing, refused);
        };
    }

    private static Failure byStatus(String thing, String doing, AwsServiceException refused) {
        int status = refused.statusCode();
        String server = thing.substring(0, thing.indexOf(':'));
        if (status == FORBIDDEN) {
            return Failure.refused(
                    "%s does not let the key of the inventory %s %s"
                            .formatted(server, doing, thing.substring(server.length() + 1)),
                    "give it the rights that gotthard access prints");
        }
        String said =
                "%s answered with status %d%s when asked to %s %s"
                        .formatted(
                                server,
                                status,
                                code(refused).isEmpty() ? "" : " (" + code(refused) + ")",
                                doing,
                                thing.substring(server.length() + 1));
        if (status == TOO_MANY) {
            return busy(server);
        }
        return status >= FIRST_OF_SERVER
                ? Failure.transientFailure(said, "look at the log of the server; it is tried again")
                : Failure.refused(said, "look at the log of the server");
    }

    private static Failure busy(String server) {
        return Failure.transientFailure(
                server + " asks for fewer requests (SlowDown)",
                "wait, it is tried again; a rate for the site under \"protect\" spares it");
    }

    /// No answer came.
    static Failure of(EndpointName server, SdkException broken) {
        for (Throwable cause = broken; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnknownHostException) {
                return Failure.transientFailure(
                        "the address of " + server + " has no name in the DNS",
                        "correct the url of this server in the inventory");
            }
            if (cause instanceof SSLException) {
                return Failure.refused(
                        server + " shows a certificate that this machine does not trust",
                        "correct the url, or let Java trust who signed it (javax.net.ssl.trustStore)");
            }
        }
        return Failure.transientFailure(
                server + " gives no answer, or the connection broke",
                "check the network and whether the server runs; it is tried again");
    }
}
