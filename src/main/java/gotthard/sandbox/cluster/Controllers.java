package gotthard.sandbox.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Consumer;

/// Makes workloads progress, one small step a turn: a replica becomes ready, a Job's pod starts, runs and ends.
final class Controllers {
    private final Store store;
    private final Clock clock;
    private final IndexedJobs indexed;
    private long seen = -1;

    Controllers(Store store, Clock clock, Programs programs) {
        this.store = store;
        this.clock = clock;
        this.indexed = new IndexedJobs(store, programs);
    }

    /// One turn of all controllers; cheap when nothing happened since the last.
    void turn() {
        synchronized (store) {
            if (store.revision() == seen && !isAtWork()) {
                return;
            }
            seen = store.revision();
            for (Resource resource :
                    List.of(
                            Resource.NAMESPACES,
                            Resource.DEPLOYMENTS,
                            Resource.STATEFUL_SETS,
                            Resource.JOBS)) {
                for (ObjectName name : store.names(resource, "")) {
                    store.get(name).ifPresent(object -> step(name, object));
                }
            }
            Deletion.collectOrphans(store);
        }
    }

    /// Programs of pods end without anybody having written anything.
    private boolean isAtWork() {
        return store.list(Resource.JOBS, "").stream()
                .anyMatch(job -> IndexedJobs.isOne(job) && !hasEnded(job.path("status")));
    }

    private static boolean hasEnded(JsonNode status) {
        return status.path("conditions")
                .valueStream()
                .anyMatch(one -> one.path("type").asText().matches("Complete|Failed"));
    }

    private void step(ObjectName name, ObjectNode object) {
        if (object.path("metadata").has("deletionTimestamp")) {
            Deletion.complete(store, name, object);
            return;
        }
        switch (name.resource()) {
            case NAMESPACES -> furnish(name.name());
            case DEPLOYMENTS, STATEFUL_SETS ->
                    update(name, object, status -> rollOut(name, object, status));
            case JOBS -> update(name, object, status -> run(name, object, status));
            default -> {}
        }
    }

    private void update(ObjectName name, ObjectNode object, Consumer<ObjectNode> change) {
        ObjectNode after = object.deepCopy();
        change.accept(after.withObject("/status"));
        // As text: whether a number was read as int or long is no change.
        if (!after.toString().equals(object.toString())) {
            store.put(name, after);
        }
    }

    private void furnish(String namespace) {
        makeOnce(new ObjectName(Resource.SERVICE_ACCOUNTS, namespace, "default"), Json.object());
        ObjectNode roots = Json.object();
        roots.putObject("data").put("ca.crt", "");
        makeOnce(new ObjectName(Resource.CONFIG_MAPS, namespace, "kube-root-ca.crt"), roots);
    }

    private void makeOnce(ObjectName name, ObjectNode object) {
        if (store.get(name).isEmpty()) {
            store.put(name, identified(name, object));
        }
    }

    private ObjectNode identified(ObjectName name, ObjectNode object) {
        object.put("apiVersion", name.resource().apiVersion()).put("kind", name.resource().kind());
        String seed = name + " " + store.revision();
        object.withObject("/metadata")
                .put("name", name.name())
                .put("namespace", name.namespace())
                .put(
                        "uid",
                        java.util
                                .UUID
                                .nameUUIDFromBytes(
                                        seed.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                                .toString())
                .put("creationTimestamp", now());
        return object;
    }

    /// One replica more is ready, or fewer at once; a changed template starts again.
    private static void rollOut(ObjectName name, ObjectNode object, ObjectNode status) {
        int wanted = object.path("spec").path("replicas").asInt();
        long generation = object.path("metadata").path("generation").asLong();
        String template = Integer.toHexString(object.path("spec").path("template").hashCode());
        String field =
                name.resource() == Resource.STATEFUL_SETS ? "updateRevision" : "sandboxTemplate";
        boolean isNew = !status.path(field).asText().equals(template);
        int ready = isNew ? 0 : status.path("readyReplicas").asInt();
        int next = Math.min(wanted, status.has("observedGeneration") && !isNew ? ready + 1 : 0);
        status.put(field, template).put("observedGeneration", generation);
        status.put("replicas", wanted).put("updatedReplicas", wanted);
        status.put("readyReplicas", next).put("availableReplicas", next);
        if (name.resource() == Resource.STATEFUL_SETS) {
            status.put("currentRevision", template).put("currentReplicas", wanted);
            return;
        }
        status.put("unavailableReplicas", wanted - next);
        condition(
                status,
                "Available",
                next == wanted ? "True" : "False",
                "MinimumReplicasAvailable",
                "");
    }

    private void run(ObjectName name, ObjectNode job, ObjectNode status) {
        if (hasEnded(status)) {
            return;
        }
        if (IndexedJobs.isOne(job)) {
            if (job.at("/spec/suspend").asBoolean()) {
                indexed.suspend(name, status);
            } else {
                indexed.run(name, job, status, this::podOf);
            }
            return;
        }
        var pod = new ObjectName(Resource.PODS, name.namespace(), name.name() + "-" + suffix(job));
        if (store.get(pod).isEmpty()) {
            store.put(pod, podOf(pod, job));
            status.put("startTime", now()).put("active", 1).put("ready", 1);
            return;
        }
        var program = SimulatedProgram.of(job.at("/spec/template/spec/containers/0"));
        boolean isGood = program.exit() == 0;
        ObjectNode ended = store.get(pod).orElseThrow();
        ended.withObject("/status")
                .put("phase", isGood ? "Succeeded" : "Failed")
                .put("sandboxLog", program.log());
        store.put(pod, ended);
        status.put("active", 0).put("ready", 0).put(isGood ? "succeeded" : "failed", 1);
        condition(
                status,
                isGood ? "Complete" : "Failed",
                "True",
                isGood ? "CompletionsReached" : "BackoffLimitExceeded",
                isGood
                        ? "Reached expected number of succeeded pods"
                        : "Job has reached the specified backoff limit");
        if (isGood) {
            status.put("completionTime", now());
        }
    }

    private ObjectNode podOf(ObjectName pod, ObjectNode job) {
        ObjectNode object = identified(pod, Json.object());
        ObjectNode metadata = object.withObject("/metadata");
        if (job.at("/spec/template/metadata/labels") instanceof ObjectNode labels) {
            metadata.withObject("/labels").setAll(labels.deepCopy());
        }
        String name = job.path("metadata").path("name").asText();
        metadata.withObject("/labels")
                .put("job-name", name)
                .put("batch.kubernetes.io/job-name", name);
        metadata.withArray("/ownerReferences")
                .addObject()
                .put("apiVersion", "batch/v1")
                .put("kind", "Job")
                .put("name", name)
                .put("uid", job.path("metadata").path("uid").asText())
                .put("controller", true);
        object.set("spec", job.at("/spec/template/spec").deepCopy());
        object.putObject("status").put("phase", "Running");
        return object;
    }

    private static String suffix(ObjectNode job) {
        return job.path("metadata").path("uid").asText().substring(0, 5);
    }

    static void condition(
            ObjectNode status, String type, String value, String reason, String message) {
        var conditions = status.withArray("/conditions");
        conditions.removeIf(one -> one.path("type").asText().equals(type));
        conditions
                .addObject()
                .put("type", type)
                .put("status", value)
                .put("reason", reason)
                .put("message", message);
    }

    private String now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
