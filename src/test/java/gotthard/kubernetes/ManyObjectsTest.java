package gotthard.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.action.Action;
import gotthard.action.Before;
import gotthard.action.Outcome;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The round trip is not paid for each object.
final class ManyObjectsTest {
    private static final int OBJECTS = 500;
    private static final Duration ROUND_TRIP = Duration.ofMillis(50);

    @Test
    void areAppliedAtOnce() throws Exception {
        try (var around = new Surroundings(Arena.inThisJvm())) {
            Action action =
                    Steps.action(
                            new KubernetesApplyKind(),
                            around,
                            "{to: zurich-1, namespace: %s, manifests: [many.yaml]}"
                                    .formatted(around.namespace()),
                            Map.of("many.yaml", configMaps()));
            around.arena().sandbox().orElseThrow().delayBy(ROUND_TRIP);
            Instant start = Arena.CLOCK.instant();

            Outcome outcome = action.apply(around.context(1), new Before.Absent());

            Duration taken = Duration.between(start, Arena.CLOCK.instant());
            assertThat(outcome).isInstanceOf(Outcome.Changed.class);
            assertThat(taken)
                    .as("one after the other takes at least %s", ROUND_TRIP.multipliedBy(OBJECTS))
                    .isLessThan(ROUND_TRIP.multipliedBy(OBJECTS).dividedBy(2));
        }
    }

    private static String configMaps() {
        return IntStream.range(0, OBJECTS)
                .mapToObj(
                        "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c%d}\ndata: {a: \"1\"}\n"
                                ::formatted)
                .collect(Collectors.joining("---\n"));
    }
}
