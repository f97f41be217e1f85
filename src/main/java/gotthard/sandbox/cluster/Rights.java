package gotthard.sandbox.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Who may do what: everything, but for what was refused.
final class Rights {
    private final Set<Right> refused = ConcurrentHashMap.newKeySet();

    private record Right(String verb, String resource) {}

    void refuse(String verb, String resource) {
        refused.add(new Right(verb, resource));
    }

    void grant(String verb, String resource) {
        refused.remove(new Right(verb, resource));
    }

    void check(Call call) throws Refusal {
        String resource =
                call.resource().plural()
                        + (call.subresource().isEmpty() ? "" : "/" + call.subresource());
        if (isRefused(call.verb(), resource)) {
            throw Refusal.forbidden(call.verb(), call.resource(), call.namespace(), call.name());
        }
    }

    /// The answer to a `SelfSubjectAccessReview`.
    ObjectNode review(ObjectNode asked) {
        JsonNode wanted = asked.at("/spec/resourceAttributes");
        String subresource = wanted.path("subresource").asText();
        String resource =
                wanted.path("resource").asText() + (subresource.isEmpty() ? "" : "/" + subresource);
        asked.withObject("/status")
                .put("allowed", !isRefused(wanted.path("verb").asText(), resource));
        return asked;
    }

    private boolean isRefused(String verb, String resource) {
        return refused.contains(new Right(verb, resource));
    }
}
