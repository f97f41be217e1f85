package gotthard.sandbox.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Creates, changes and deletes objects as a Kubernetes API server does.
final class Objects {
    private final Store store;
    private final Clock clock;

    Objects(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /// An answer with a document.
    record Answer(int code, ObjectNode body) {}

    ObjectNode get(Call call) throws Refusal {
        return found(call.object());
    }

    Answer create(Call call) throws Refusal {
        synchronized (store) {
            ObjectNode wanted = Json.read(call.body());
            ObjectName name = named(call, wanted);
            if (store.get(name).isPresent()) {
                throw Refusal.alreadyExists(name);
            }
            ObjectNode made = newborn(name, wanted);
            return new Answer(201, finish(call, name, Optional.empty(), made));
        }
    }

    Answer replace(Call call) throws Refusal {
        synchronized (store) {
            ObjectNode before = found(call.object());
            ObjectNode after = Json.read(call.body());
            Preconditions.forChange(call.object(), before, after.path("metadata"));
            return new Answer(
                    200,
                    finish(call, call.object(), Optional.of(before), carriedOver(before, after)));
        }
    }

    Answer patch(Call call) throws Refusal {
        synchronized (store) {
            if (call.contentType().startsWith("application/apply-patch")) {
                return apply(call);
            }
            if (!call.contentType().matches("application/(merge|strategic-merge)-patch.json.*")) {
                throw Refusal.unsupportedMedia(call.contentType());
            }
            ObjectNode before = found(call.object());
            ObjectNode patch = Json.read(call.body());
            Preconditions.forChange(call.object(), before, patch.path("metadata"));
            ObjectNode after = before.deepCopy();
            if (call.contentType().contains("strategic")) {
                Fields.merge(after, patch);
            } else {
                Json.merge(after, patch);
            }
            return new Answer(
                    200,
                    finish(call, call.object(), Optional.of(before), carriedOver(before, after)));
        }
    }

    private Answer apply(Call call) throws Refusal {
        if (call.query().getOrDefault("fieldManager", "").isEmpty()) {
            throw Refusal.badRequest(
                    "PatchOptions.meta.k8s.io \"\" is invalid: fieldManager: Required value: is required for apply patch");
        }
        ObjectNode config = Json.read(call.body());
        ObjectName name = named(call, config);
        Optional<ObjectNode> before = store.get(name);
        Preconditions.forApply(name, before, config.path("metadata"));
        boolean force = call.query().getOrDefault("force", "").equals("true");
        var apply = new Apply(call.owner(), force, clock.instant());
        if (before.isEmpty()) {
            requireLivingNamespace(name);
            ObjectNode made = newborn(name, apply.to(name, Json.object(), config));
            return new Answer(201, store(call, name, before, made));
        }
        return new Answer(200, store(call, name, before, apply.to(name, before.get(), config)));
    }

    ObjectNode scale(Call call) throws Refusal {
        synchronized (store) {
            ObjectNode before = found(call.object());
            if (!call.resource().isScalable()) {
                throw Refusal.unknownPath();
            }
            if (call.method().equals("GET")) {
                return scaleOf(before);
            }
            ObjectNode wanted = scaleOf(before);
            Json.merge(wanted, Json.read(call.body()));
            Preconditions.forChange(call.object(), before, wanted.path("metadata"));
            ObjectNode after = before.deepCopy();
            after.withObject("/spec").set("replicas", wanted.path("spec").path("replicas"));
            return scaleOf(finish(call, call.object(), Optional.of(before), after));
        }
    }

    Answer delete(Call call) throws Refusal {
        synchronized (store) {
            ObjectNode before = found(call.object());
            ObjectNode options = call.body().isEmpty() ? Json.object() : Json.read(call.body());
            Preconditions.forDeletion(call.object(), before, options.path("preconditions"));
            if (call.isDryRun()) {
                return new Answer(200, before);
            }
            String policy =
                    options.path("propagationPolicy")
                            .asText(call.query().getOrDefault("propagationPolicy", "Background"));
            if (call.resource() == Resource.NAMESPACES || policy.equals("Foreground")) {
                ObjectNode dying = Deletion.begin(call.resource(), before, now());
                return new Answer(200, store.put(call.object(), dying));
            }
            store.remove(call.object());
            return new Answer(
                    200,
                    Json.object()
                            .put("kind", "Status")
                            .put("apiVersion", "v1")
                            .put("status", "Success"));
        }
    }

    private static ObjectNode scaleOf(ObjectNode object) {
        ObjectNode scale = Json.object().put("kind", "Scale").put("apiVersion", "autoscaling/v1");
        ObjectNode metadata = scale.putObject("metadata");
        List.of("name", "namespace", "uid", "resourceVersion")
                .forEach(field -> metadata.set(field, object.path("metadata").path(field)));
        scale.putObject("spec").put("replicas", object.path("spec").path("replicas").asInt());
        scale.putObject("status").put("replicas", object.path("status").path("replicas").asInt());
        return scale;
    }

    /// With the changes attributed to who made them.
    private ObjectNode finish(
            Call call, ObjectName name, Optional<ObjectNode> before, ObjectNode after)
            throws Refusal {
        Admission.fill(name, after);
        Map<FieldPath, JsonNode> present = Fields.of(after);
        var ownership = Ownership.of(before.orElse(Json.object()));
        ownership.take(
                call.owner(),
                Fields.differing(before.map(Fields::of).orElse(Map.of()), present),
                present,
                clock.instant());
        ownership.writeInto(after);
        return store(call, name, before, after);
    }

    private ObjectNode store(
            Call call, ObjectName name, Optional<ObjectNode> before, ObjectNode after)
            throws Refusal {
        Admission.fill(name, after);
        Admission.check(name, before, after);
        if (before.isPresent()) {
            if (!Optional.ofNullable(before.get().get("spec"))
                    .equals(Optional.ofNullable(after.get("spec")))) {
                ObjectNode metadata = after.withObject("/metadata");
                metadata.put("generation", metadata.path("generation").asLong() + 1);
            }
            if (before.get().equals(after)) {
                return after;
            }
        }
        return call.isDryRun() ? after : store.put(name, after);
    }

    private ObjectNode newborn(ObjectName name, ObjectNode wanted) throws Refusal {
        requireLivingNamespace(name);
        ObjectNode metadata = wanted.withObject("/metadata");
        metadata.put("name", name.name());
        if (name.resource().isNamespaced()) {
            metadata.put("namespace", name.namespace());
        }
        String seed = name + " " + store.revision();
        metadata.put(
                "uid", UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8)).toString());
        metadata.put("creationTimestamp", now());
        if (wanted.has("spec")) {
            metadata.put("generation", 1);
        }
        wanted.put("apiVersion", name.resource().apiVersion()).put("kind", name.resource().kind());
        return wanted;
    }

    /// What a change of the main resource can't touch stays as it was.
    private static ObjectNode carriedOver(ObjectNode before, ObjectNode after) {
        ObjectNode metadata = after.withObject("/metadata");
        List.of(
                        "uid",
                        "creationTimestamp",
                        "generation",
                        "managedFields",
                        "resourceVersion",
                        "deletionTimestamp")
                .forEach(field -> copy(field, before.withObject("/metadata"), metadata));
        copy("status", before, after);
        for (String map : List.of("labels", "annotations")) {
            if (metadata.path(map).isObject() && metadata.path(map).isEmpty()) {
                metadata.remove(map);
            }
        }
        return after;
    }

    private static void copy(String field, ObjectNode from, ObjectNode to) {
        if (from.has(field)) {
            to.set(field, from.get(field).deepCopy());
        } else {
            to.remove(field);
        }
    }

    private ObjectNode found(ObjectName name) throws Refusal {
        Optional<ObjectNode> object = store.get(name);
        if (object.isEmpty()) {
            throw Refusal.notFound(name);
        }
        return object.get();
    }

    private void requireLivingNamespace(ObjectName name) throws Refusal {
        if (!name.resource().isNamespaced()) {
            return;
        }
        ObjectNode namespace = found(ObjectName.namespace(name.namespace()));
        if (namespace.path("metadata").has("deletionTimestamp")) {
            throw Refusal.terminating(name);
        }
    }

    private static ObjectName named(Call call, ObjectNode body) throws Refusal {
        String inBody = body.path("metadata").path("name").asText();
        if (!call.name().isEmpty() && !inBody.isEmpty() && !call.name().equals(inBody)) {
            throw Refusal.badRequest(
                    "the name of the object (%s) does not match the name on the URL (%s)"
                            .formatted(inBody, call.name()));
        }
        String kind = body.path("kind").asText(call.resource().kind());
        if (!kind.equals(call.resource().kind())) {
            throw Refusal.badRequest(kind + " is not served at " + call.resource().plural());
        }
        String name = call.name().isEmpty() ? inBody : call.name();
        return new ObjectName(call.resource(), call.namespace(), name);
    }

    private String now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
