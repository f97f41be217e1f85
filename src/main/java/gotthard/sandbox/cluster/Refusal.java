package gotthard.sandbox.cluster;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.util.List;

/// An answer other than success, with the `Status` document that a Kubernetes API server sends.
final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    private final int code;
    private final transient ObjectNode status;

    private Refusal(int code, String reason, String message) {
        super(message);
        this.code = code;
        this.status = Json.object();
        status.put("kind", "Status").put("apiVersion", "v1").putObject("metadata");
        status.put("status", "Failure")
                .put("message", message)
                .put("reason", reason)
                .put("code", code);
    }

    /// One reason among several.
    record Cause(String reason, String message, String field) {}

    static Refusal unauthorized() {
        return new Refusal(401, "Unauthorized", "Unauthorized");
    }

    static Refusal forbidden(String verb, Resource resource, String namespace, String name) {
        String around = resource.plural().equals("namespaces") ? name : namespace;
        String where =
                around.isEmpty() ? "at the cluster scope" : "in the namespace \"" + around + "\"";
        return new Refusal(
                403,
                "Forbidden",
                "%s%s is forbidden: User \"gotthard\" cannot %s resource \"%s\" in API group \"%s\" %s"
                        .formatted(
                                resource.qualified(),
                                name.isEmpty() ? "" : " \"" + name + "\"",
                                verb,
                                resource.plural(),
                                resource.group(),
                                where));
    }

    static Refusal terminating(ObjectName name) {
        return new Refusal(
                403,
                "Forbidden",
                "%s \"%s\" is forbidden: unable to create new content in namespace %s because it is being terminated"
                        .formatted(name.resource().qualified(), name.name(), name.namespace()));
    }

    static Refusal unknownPath() {
        return new Refusal(404, "NotFound", "the server could not find the requested resource");
    }

    static Refusal notFound(ObjectName name) {
        return new Refusal(
                        404,
                        "NotFound",
                        "%s \"%s\" not found".formatted(name.resource().qualified(), name.name()))
                .about(name);
    }

    static Refusal alreadyExists(ObjectName name) {
        return new Refusal(
                        409,
                        "AlreadyExists",
                        "%s \"%s\" already exists"
                                .formatted(name.resource().qualified(), name.name()))
                .about(name);
    }

    static Refusal conflict(ObjectName name, String why) {
        return new Refusal(
                        409,
                        "Conflict",
                        "Operation cannot be fulfilled on %s \"%s\": %s"
                                .formatted(name.resource().qualified(), name.name(), why))
                .about(name);
    }

    static Refusal managedByOthers(ObjectName name, List<Cause> causes) {
        String message =
                "Apply failed with %d conflict%s: %s"
                        .formatted(
                                causes.size(),
                                causes.size() == 1 ? "" : "s",
                                String.join(
                                        "\n",
                                        causes.stream()
                                                .map(
                                                        cause ->
                                                                cause.message()
                                                                        + ": "
                                                                        + cause.field())
                                                .toList()));
        return new Refusal(409, "Conflict", message).because(causes);
    }

    static Refusal invalid(ObjectName name, List<Cause> causes) {
        String message =
                "%s%s \"%s\" is invalid: %s"
                        .formatted(
                                name.resource().kind(),
                                name.resource().group().isEmpty()
                                        ? ""
                                        : "." + name.resource().group(),
                                name.name(),
                                String.join(
                                        ", ",
                                        causes.stream()
                                                .map(
                                                        cause ->
                                                                cause.field()
                                                                        + ": "
                                                                        + cause.message())
                                                .toList()));
        return new Refusal(422, "Invalid", message).about(name).because(causes);
    }

    static Refusal badRequest(String message) {
        return new Refusal(400, "BadRequest", message);
    }

    static Refusal unsupportedMedia(String type) {
        return new Refusal(
                415,
                "UnsupportedMediaType",
                "the body of the request was in an unknown format: " + type);
    }

    static Refusal notAllowed() {
        return new Refusal(
                405,
                "MethodNotAllowed",
                "the server does not allow this method on the requested resource");
    }

    static Refusal gone(long asked) {
        return new Refusal(410, "Expired", "too old resource version: " + asked);
    }

    /// Clients then watch by a response that does not end, which real API servers also offer.
    static Refusal noWebSockets() {
        return new Refusal(503, "ServiceUnavailable", "watching by WebSocket is not offered");
    }

    /// A defect of the sandbox itself.
    static Refusal internal(RuntimeException defect) {
        return new Refusal(500, "InternalError", "Internal error occurred: " + defect);
    }

    int code() {
        return code;
    }

    ObjectNode status() {
        return status;
    }

    private Refusal about(ObjectName name) {
        status.withObject("/details")
                .put("name", name.name())
                .put("group", name.resource().group())
                .put("kind", name.resource().plural());
        return this;
    }

    private Refusal because(List<Cause> causes) {
        ArrayNode list = status.withObject("/details").putArray("causes");
        causes.forEach(
                cause ->
                        list.addObject()
                                .put("reason", cause.reason())
                                .put("message", cause.message())
                                .put("field", cause.field()));
        return this;
    }
}
