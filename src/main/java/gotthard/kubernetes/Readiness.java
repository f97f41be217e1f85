package gotthard.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.util.Optional;

/// Whether an object does what it is there for.
sealed interface Readiness {
    record Ready() implements Readiness {}

    /// It will be, if nothing goes wrong.
    ///
    /// @param what with its value: `2 of 3 replicas are ready`
    record Waiting(String what) implements Readiness {}

    /// It won't become ready by itself.
    record Broken(String why) implements Readiness {}

    /// Whether it is being deleted: it stays until its finalizers and what belongs to it are gone.
    static boolean isGoing(ObjectNode object) {
        return object.path("metadata").has("deletionTimestamp");
    }

    static Readiness of(ObjectNode object) {
        if (isGoing(object)) {
            return new Waiting("it is being deleted");
        }
        return switch (object.path("kind").asText()) {
            case "Deployment" -> deployment(object);
            case "StatefulSet" -> statefulSet(object);
            case "DaemonSet" -> daemonSet(object);
            case "Job" -> job(object);
            case "Pod" -> pod(object);
            case "Namespace" -> phase(object, "Active");
            case "CustomResourceDefinition" ->
                    condition(object, "Established").isPresent()
                            ? new Ready()
                            : new Waiting("it is not established");
            default -> new Ready();
        };
    }

    private static Readiness deployment(ObjectNode object) {
        JsonNode status = object.path("status");
        int wanted = object.path("spec").path("replicas").asInt(1);
        if (isBehind(object)) {
            return new Waiting("its controller has not seen it yet");
        }
        Optional<JsonNode> stuck =
                status.path("conditions")
                        .valueStream()
                        .filter(one -> one.path("type").asText().equals("Progressing"))
                        .filter(one -> one.path("status").asText().equals("False"))
                        .findFirst();
        if (stuck.isPresent()) {
            return new Broken(stuck.get().path("message").asText("it makes no progress"));
        }
        if (wanted == 0) {
            return none(status);
        }
        int updated = status.path("updatedReplicas").asInt();
        if (updated < wanted || status.path("replicas").asInt() > updated) {
            return new Waiting(updated + " of " + wanted + " replicas are of the new version");
        }
        return replicas(status.path("availableReplicas").asInt(), wanted);
    }

    private static Readiness statefulSet(ObjectNode object) {
        JsonNode status = object.path("status");
        int wanted = object.path("spec").path("replicas").asInt(1);
        if (isBehind(object)) {
            return new Waiting("its controller has not seen it yet");
        }
        if (wanted == 0) {
            return none(status);
        }
        boolean isUpdating =
                !status.path("currentRevision")
                        .asText()
                        .equals(status.path("updateRevision").asText());
        if (isUpdating && !object.at("/spec/updateStrategy/type").asText().equals("OnDelete")) {
            return new Waiting(
                    status.path("updatedReplicas").asInt()
                            + " of "
                            + wanted
                            + " replicas are of the new version");
        }
        return replicas(status.path("readyReplicas").asInt(), wanted);
    }

    private static Readiness daemonSet(ObjectNode object) {
        JsonNode status = object.path("status");
        return isBehind(object)
                ? new Waiting("its controller has not seen it yet")
                : replicas(
                        status.path("numberReady").asInt(),
                        status.path("desiredNumberScheduled").asInt());
    }

    /// As long as a pod ends, it works. A Deployment's own count leaves those out; before Kubernetes 1.35 it does not tell of them.
    private static Readiness none(JsonNode status) {
        int left =
                Math.max(
                        status.path("replicas").asInt(),
                        status.path("terminatingReplicas").asInt());
        return left == 0 ? new Ready() : new Waiting(left + " replicas have not ended");
    }

    private static Readiness replicas(int ready, int wanted) {
        return ready >= wanted
                ? new Ready()
                : new Waiting(ready + " of " + wanted + " replicas are ready");
    }

    private static Readiness job(ObjectNode object) {
        Optional<JsonNode> failed = condition(object, "Failed");
        if (failed.isPresent()) {
            return new Broken(
                    failed.get().path("reason").asText("it failed")
                            + ", "
                            + failed.get().path("message").asText("it says no more"));
        }
        if (condition(object, "Complete").isPresent()) {
            return new Ready();
        }
        JsonNode status = object.path("status");
        return new Waiting(
                "%d of %d runs have succeeded, %d run"
                        .formatted(
                                status.path("succeeded").asInt(),
                                object.path("spec").path("completions").asInt(1),
                                status.path("active").asInt()));
    }

    private static Readiness pod(ObjectNode object) {
        if (object.path("status").path("phase").asText().equals("Failed")) {
            return new Broken("it failed");
        }
        boolean isDone = object.path("status").path("phase").asText().equals("Succeeded");
        return isDone || condition(object, "Ready").isPresent()
                ? new Ready()
                : new Waiting("it is not ready");
    }

    private static Readiness phase(ObjectNode object, String wanted) {
        String phase = object.path("status").path("phase").asText("unknown");
        return phase.equals(wanted) ? new Ready() : new Waiting("its phase is " + phase);
    }

    private static boolean isBehind(ObjectNode object) {
        return object.path("status").path("observedGeneration").asLong()
                < object.path("metadata").path("generation").asLong();
    }

    private static Optional<JsonNode> condition(ObjectNode object, String type) {
        return object.path("status")
                .path("conditions")
                .valueStream()
                .filter(one -> one.path("type").asText().equals(type))
                .filter(one -> one.path("status").asText().equals("True"))
                .findFirst();
    }
}
