package gotthard.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/// A pod of an Indexed Job, as it was read.
///
/// @param index which of the Job's completions it works at
/// @param created when, as the API server writes it: later is greater
/// @param started when its container was, in whole seconds by the clock of its node, if it was
/// @param isRunning whether its container runs
/// @param exit how its container ended, if it has
/// @param message what its container left on `/dev/termination-log`
/// @param waits why it does not run yet, if it tells
public record OwnPod(
        String name,
        String job,
        int index,
        String created,
        Optional<Instant> started,
        boolean isRunning,
        Optional<Integer> exit,
        String message,
        String waits) {
    private static final String JOB = "batch.kubernetes.io/job-name";
    private static final String INDEX = "batch.kubernetes.io/job-completion-index";

    static OwnPod of(JsonNode pod) {
        JsonNode metadata = pod.path("metadata");
        JsonNode container = pod.at("/status/containerStatuses/0");
        JsonNode ended = container.at("/state/terminated");
        return new OwnPod(
                metadata.path("name").asText(),
                metadata.path("labels").path(JOB).asText(),
                metadata.path("annotations").path(INDEX).asInt(),
                metadata.path("creationTimestamp").asText(),
                started(container.path("state")),
                container.path("state").has("running"),
                ended.isMissingNode()
                        ? Optional.empty()
                        : Optional.of(ended.path("exitCode").asInt()),
                ended.path("message").asText(""),
                waits(pod, container));
    }

    private static Optional<Instant> started(JsonNode state) {
        return Stream.of("running", "terminated")
                .map(one -> state.path(one).path("startedAt").asText(""))
                .filter(text -> !text.isEmpty())
                .map(Instant::parse)
                .findFirst();
    }

    private static String waits(JsonNode pod, JsonNode container) {
        JsonNode waiting = container.at("/state/waiting");
        if (waiting.has("reason")) {
            String message = waiting.path("message").asText("");
            return waiting.path("reason").asText() + (message.isEmpty() ? "" : ", " + message);
        }
        return pod.at("/status/conditions")
                .valueStream()
                .filter(one -> one.path("type").asText().equals("PodScheduled"))
                .filter(one -> one.path("status").asText().equals("False"))
                .map(one -> one.path("message").asText())
                .findFirst()
                .orElse("");
    }
}
