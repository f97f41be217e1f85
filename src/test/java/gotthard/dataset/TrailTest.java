package gotthard.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.action.Checkpoint;
import gotthard.shape.ByteSize;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/// What is remembered of passes.
final class TrailTest {
    private static final Instant MOMENT = Instant.parse("2019-03-04T10:00:00Z");

    @Test
    void readsWhatItWrote() {
        var trail = Trail.NONE;
        for (int number = 1; number <= 4; number++) {
            var pass = new Pass(number, 100L * number, Duration.ofSeconds(number));
            trail = trail.plus(pass, List.of(MOMENT, MOMENT.plusSeconds(number)), 2, 90);
        }

        Trail read = Trail.read(Optional.of(trail.checkpoint()));

        assertThat(read).isEqualTo(trail);
        assertThat(read.next()).isEqualTo(5);
        assertThat(read.asOf(1)).contains(MOMENT.plusSeconds(4));
        assertThat(read.last()).extracting(Pass::number).containsExactly(2, 3, 4);
    }

    @Test
    void keepsTheEarliestMomentOfManyWays() {
        List<Instant> moments =
                LongStream.range(0, 10_000).mapToObj(MOMENT::plusSeconds).toList().reversed();

        Checkpoint written = new Trail(moments, 1, 1, List.of()).checkpoint();

        assertThat(Trail.read(Optional.of(written)).asOf(9_999)).contains(MOMENT);
    }

    @Test
    void stallsWhenTwoPassesInTurnDidNotComeNearer() {
        var lag = new Lag(new ByteSize(10), Duration.ofMinutes(1));

        assertThat(trail(500, 100, 100, 100).hasStalled(lag)).isTrue();
        assertThat(trail(500, 100, 120, 110).hasStalled(lag)).isFalse();
        assertThat(trail(500, 100, 90, 120).hasStalled(lag)).isFalse();
        assertThat(trail(500, 100, 100).hasStalled(lag)).as("the first one says nothing").isFalse();
    }

    private static Trail trail(long... bytes) {
        var trail = Trail.NONE;
        for (long each : bytes) {
            var pass = new Pass(trail.next(), each, Duration.ZERO);
            trail = trail.plus(pass, List.of(MOMENT), 1, each);
        }
        return trail;
    }
}
