package gotthard.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.Golden;
import gotthard.action.Inspector.Finding;
import gotthard.action.Inspector.Measure;
import gotthard.inventory.EndpointName;
import gotthard.inventory.SiteName;
import gotthard.shape.ByteSize;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/// How measured values are judged, and what a person reads of it.
final class PreflightTest {
    private static final Instant NOW = Instant.parse("2019-11-04T08:00:00Z");
    private static final Limits LIMITS =
            new Limits(Duration.ofSeconds(5), new ByteSize(1L << 30), Duration.ofDays(14));

    @Test
    void acceptsWhatKeepsToTheLimits() {
        var results =
                judged(
                        true,
                        new Measure.ClockAhead(Duration.ofSeconds(-5)),
                        new Measure.Free("/srv/files", new ByteSize(1L << 30)),
                        new Measure.ValidUntil(NOW.plus(Duration.ofDays(14))));

        assertThat(results).hasOnlyElementsOfType(Result.Good.class);
    }

    @Test
    void asksForNoSpaceWhereNothingArrives() {
        var results = judged(false, new Measure.Free("/srv/files", new ByteSize(1)));

        assertThat(results).hasOnlyElementsOfType(Result.Good.class);
    }

    @Test
    void objectsToWhatExceedsThem() {
        var results =
                judged(
                        true,
                        new Measure.ClockAhead(Duration.ofSeconds(12)),
                        new Measure.Free("/srv/files", new ByteSize(1 << 20)),
                        new Measure.ValidUntil(NOW.plus(Duration.ofDays(3))),
                        new Measure.ValidUntil(NOW.minus(Duration.ofDays(3))));

        assertThat(results).hasOnlyElementsOfType(Result.Bad.class);
        Golden.assertMatches(
                "preflight/objections.txt",
                results.stream().map(Result::toString).collect(Collectors.joining("\n")));
    }

    private static List<Result> judged(boolean receives, Measure... measures) {
        var judge =
                new Judge(
                        new EndpointName(new SiteName("zurich-1"), "files-1"),
                        LIMITS,
                        receives,
                        NOW);
        return List.of(measures).stream()
                .map(measure -> judge.judge(new Finding.Measured("measured", measure)))
                .toList();
    }
}
