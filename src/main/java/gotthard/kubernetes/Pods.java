package gotthard.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;

import gotthard.action.Unreachable;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The pods of workloads: why they don't start, and what they printed.
final class Pods {
    private static final int LOG_BYTES = 1024 * 1024;

    private Pods() {}

    /// What to do about a workload that does not become ready: why its pods wait, if they tell.
    static String advice(Target target) throws Unreachable, InterruptedException {
        String thing =
                "look at it with: kubectl describe "
                        + target.manifest().kind().toLowerCase(java.util.Locale.ROOT)
                        + (target.manifest().namespace().isEmpty()
                                ? ""
                                : " -n " + target.manifest().namespace())
                        + " "
                        + target.manifest().name();
        Optional<JsonNode> labels =
                target.live()
                        .map(live -> live.at("/spec/selector/matchLabels"))
                        .filter(selector -> !selector.isEmpty());
        if (labels.isEmpty()) {
            return thing;
        }
        String selector =
                labels.get().properties().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue().asText())
                        .collect(Collectors.joining(","));
        Optional<String> reason =
                of(target.cluster(), target.manifest().namespace(), selector).stream()
                        .flatMap(pod -> pod.path("status").path("containerStatuses").valueStream())
                        .map(container -> container.path("state").path("waiting"))
                        .filter(waiting -> waiting.path("reason").isTextual())
                        .map(
                                waiting ->
                                        waiting.path("reason").asText()
                                                + (waiting.path("message").isTextual()
                                                        ? ", " + waiting.path("message").asText()
                                                        : ""))
                        .findFirst();
        return reason.map(words -> "a pod waits: " + words + "; " + thing).orElse(thing);
    }

    static List<JsonNode> of(ClusterConnection cluster, String namespace, String selector)
            throws Unreachable, InterruptedException {
        String query = "?labelSelector=" + URLEncoder.encode(selector, StandardCharsets.UTF_8);
        Answer answer = cluster.get(ResourceType.POD.path(namespace) + query);
        return answer.body().path("items").valueStream().toList();
    }

    /// What the pods of a Job printed, each under its name; at most 1 MiB of each.
    static String logs(ClusterConnection cluster, String namespace, String job)
            throws Unreachable, InterruptedException {
        var all = new StringBuilder();
        for (JsonNode pod : of(cluster, namespace, "job-name=" + job)) {
            String name = pod.path("metadata").path("name").asText();
            Answer log =
                    cluster.get(
                            ResourceType.POD.path(namespace, name)
                                    + "/log?limitBytes="
                                    + LOG_BYTES);
            all.append("== ")
                    .append(name)
                    .append('\n')
                    .append(log.isGood() ? log.text() : log.message() + "\n");
        }
        return all.toString();
    }
}
