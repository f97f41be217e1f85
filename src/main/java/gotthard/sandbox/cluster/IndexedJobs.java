package gotthard.sandbox.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/// Lets Indexed Jobs progress: a pod for each index, another one after one that failed, until its limit is reached or its exit code says that
/// no other would do better. There is no delay before the next.
final class IndexedJobs {
    private static final String INDEX = "batch.kubernetes.io/job-completion-index";

    private final Store store;
    private final Programs programs;

    IndexedJobs(Store store, Programs programs) {
        this.store = store;
        this.programs = programs;
    }

    static boolean isOne(JsonNode job) {
        return job.at("/spec/completionMode").asText().equals("Indexed");
    }

    /// Ends all pods of a Job that is suspended.
    void suspend(ObjectName job, ObjectNode status) {
        for (ObjectName pod : pods(job)) {
            ObjectNode object = store.get(pod).orElseThrow();
            if (exit(object).isEmpty()) {
                programs.end(pod(pod, job, object));
                store.remove(pod);
            }
        }
        status.put("active", 0).put("ready", 0);
    }

    /// One turn.
    ///
    /// @param made makes a pod of a name for the Job
    void run(
            ObjectName name,
            ObjectNode job,
            ObjectNode status,
            BiFunction<ObjectName, ObjectNode, ObjectNode> made) {
        int wanted = job.at("/spec/completions").asInt();
        int succeeded = 0;
        int failed = 0;
        for (int index = 0; index < wanted; index++) {
            List<ObjectNode> pods = pods(name, index);
            for (ObjectNode pod : pods) {
                look(name, pod);
            }
            List<Integer> exits =
                    pods(name, index).stream().flatMap(pod -> exit(pod).stream()).toList();
            if (exits.contains(0)) {
                succeeded++;
            } else if (isLost(job, exits)) {
                failed++;
            } else if (exits.size() == pods.size()) {
                start(name, job, index, pods.size(), made);
            }
        }
        status.put("succeeded", succeeded).put("failed", failed);
        status.put("active", wanted - succeeded - failed).put("ready", wanted - succeeded - failed);
        if (succeeded + failed == wanted) {
            Controllers.condition(
                    status,
                    failed == 0 ? "Complete" : "Failed",
                    "True",
                    failed == 0 ? "CompletionsReached" : "FailedIndexes",
                    failed == 0
                            ? "Reached expected number of succeeded pods"
                            : "Job has failed indexes");
        }
    }

    private void start(
            ObjectName job,
            ObjectNode object,
            int index,
            int number,
            BiFunction<ObjectName, ObjectNode, ObjectNode> made) {
        var name =
                new ObjectName(
                        Resource.PODS,
                        job.namespace(),
                        "%s-%d-%d".formatted(job.name(), index, number));
        ObjectNode pod = made.apply(name, object);
        pod.withObject("/metadata/annotations").put(INDEX, Integer.toString(index));
        pod.withObject("/metadata/labels").put(INDEX, Integer.toString(index));
        pod.withObject("/status")
                .withArray("/containerStatuses")
                .addObject()
                .putObject("state")
                .putObject("running")
                .put("startedAt", pod.at("/metadata/creationTimestamp").asText());
        store.put(name, pod);
    }

    private void look(ObjectName job, ObjectNode pod) {
        if (exit(pod).isPresent()) {
            return;
        }
        var name =
                new ObjectName(Resource.PODS, job.namespace(), pod.at("/metadata/name").asText());
        Optional<Programs.End> end = programs.look(pod(name, job, pod));
        if (end.isPresent()) {
            ObjectNode ended = pod.deepCopy();
            ended.withObject("/status")
                    .put("phase", end.get().exit() == 0 ? "Succeeded" : "Failed");
            ended.withObject("/status").put("sandboxLog", end.get().message());
            ended.withObject("/status/containerStatuses/0/state")
                    .removeAll()
                    .putObject("terminated")
                    .put(
                            "startedAt",
                            pod.at("/status/containerStatuses/0/state/running/startedAt").asText())
                    .put("exitCode", end.get().exit())
                    .put("message", end.get().message());
            store.put(name, ended);
        }
    }

    private static boolean isLost(ObjectNode job, List<Integer> exits) {
        boolean isFinal =
                job.at("/spec/podFailurePolicy/rules")
                        .valueStream()
                        .filter(rule -> rule.path("action").asText().equals("FailIndex"))
                        .flatMap(rule -> rule.at("/onExitCodes/values").valueStream())
                        .anyMatch(code -> exits.contains(code.asInt()));
        return isFinal || exits.size() > job.at("/spec/backoffLimitPerIndex").asInt(6);
    }

    private static Optional<Integer> exit(JsonNode pod) {
        JsonNode ended = pod.at("/status/containerStatuses/0/state/terminated/exitCode");
        return ended.isMissingNode() ? Optional.empty() : Optional.of(ended.asInt());
    }

    private static Programs.Pod pod(ObjectName name, ObjectName job, JsonNode pod) {
        var arguments = new ArrayList<String>();
        pod.at("/spec/containers/0/args").forEach(one -> arguments.add(one.asText()));
        return new Programs.Pod(
                name.name(),
                job.name(),
                pod.at("/metadata/annotations").path(INDEX).asInt(),
                arguments);
    }

    private List<ObjectNode> pods(ObjectName job, int index) {
        return pods(job).stream()
                .flatMap(pod -> store.get(pod).stream())
                .filter(pod -> pod.at("/metadata/annotations").path(INDEX).asInt() == index)
                .toList();
    }

    private List<ObjectName> pods(ObjectName job) {
        return store.names(Resource.PODS, job.namespace()).stream()
                .filter(
                        pod ->
                                store.get(pod).stream()
                                        .anyMatch(
                                                object ->
                                                        object.at("/metadata/labels/job-name")
                                                                .asText()
                                                                .equals(job.name())))
                .toList();
    }
}
