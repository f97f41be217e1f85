package gotthard.run;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.shape.Rate;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;

final class BucketTest {
    private static final Instant START = Instant.parse("2019-11-13T08:00:00Z");
    private static final Rate RATE = new Rate(8_000_000);

    private final Bucket bucket = new Bucket(RATE);

    @Test
    void letsNoMoreThroughThanTheRateAndAQuarterOfASecond() {
        var random = new Random(1);
        Instant now = START;
        long bytes = 0;

        for (int i = 0; i < 1_000; i++) {
            int piece = 1 + random.nextInt(131_072);
            now = now.plus(bucket.take(piece, now)).plusMillis(random.nextInt(20));
            bytes += piece;
        }

        double seconds = Duration.between(START, now).toMillis() / 1000.0;
        assertThat(bytes)
                .isLessThanOrEqualTo((long) (RATE.bytesPerSecond() * (seconds + 0.25)) + 1);
        assertThat(bytes).isGreaterThan((long) (RATE.bytesPerSecond() * seconds * 0.7));
    }

    @Test
    void letsAllThatAskTogetherHaveOneRate() {
        Duration longest = Duration.ZERO;

        for (int i = 0; i < 10; i++) {
            longest = bucket.take(1_000_000, START);
        }

        assertThat(longest).isEqualTo(Duration.ofMillis(9_750));
    }

    @Test
    void savesNothingUpWhileNobodyAsks() {
        bucket.take(1_000_000, START);
        Instant later = START.plusSeconds(3_600);

        assertThat(bucket.take(1_000_000, later)).isEqualTo(Duration.ofMillis(750));
    }
}
