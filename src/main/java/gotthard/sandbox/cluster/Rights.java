package gotthard.sandbox.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

/// Who may do what: everything, or what was listed, but for what was refused.
final class Rights {
    private final Set<Refused> refused = ConcurrentHashMap.newKeySet();
    private final AtomicReference<Optional<Set<Right>>> only =
            new AtomicReference<>(Optional.empty());
    private final List<Asked> asked = new CopyOnWriteArrayList<>();

    private record Refused(String verb, String resource) {}

    /// What was asked for, as an audit log keeps it.
    record Asked(Right right, boolean isAllowed) {}

    void refuse(String verb, String resource) {
        refused.add(new Refused(verb, resource));
    }

    void grant(String verb, String resource) {
        refused.remove(new Refused(verb, resource));
    }

    /// From now on, nothing else is allowed; what was asked for before is forgotten.
    void allowOnly(Set<Right> rights) {
        only.set(Optional.of(Set.copyOf(rights)));
        asked.clear();
    }

    void allowAll() {
        only.set(Optional.empty());
    }

    List<Asked> asked() {
        return List.copyOf(asked);
    }

    void check(Call call) throws Refusal {
        check(call, call.verb());
    }

    /// Whether the call may also do what another verb says: an apply that makes an object creates it.
    void check(Call call, String verb) throws Refusal {
        String resource =
                call.resource().plural()
                        + (call.subresource().isEmpty() ? "" : "/" + call.subresource());
        var wanted =
                new Right(
                        verb,
                        call.resource().group(),
                        resource,
                        call.namespace(),
                        Optional.of(call.name()).filter(name -> !name.isEmpty()));
        boolean isAllowed = isAllowed(wanted);
        if (only.get().isPresent()) {
            asked.add(new Asked(wanted, isAllowed));
        }
        if (!isAllowed) {
            throw Refusal.forbidden(verb, call.resource(), call.namespace(), call.name());
        }
    }

    /// The answer to a `SelfSubjectAccessReview`.
    ObjectNode review(ObjectNode review) {
        JsonNode wanted = review.at("/spec/resourceAttributes");
        String subresource = wanted.path("subresource").asText();
        var right =
                new Right(
                        wanted.path("verb").asText(),
                        wanted.path("group").asText(),
                        wanted.path("resource").asText()
                                + (subresource.isEmpty() ? "" : "/" + subresource),
                        wanted.path("namespace").asText(),
                        Optional.of(wanted.path("name").asText()).filter(name -> !name.isEmpty()));
        review.withObject("/status").put("allowed", isAllowed(right));
        return review;
    }

    private boolean isAllowed(Right wanted) {
        return !refused.contains(new Refused(wanted.verb(), wanted.resource()))
                && only.get()
                        .map(rights -> rights.stream().anyMatch(right -> right.covers(wanted)))
                        .orElse(true);
    }
}
