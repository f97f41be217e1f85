package gotthard.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalDouble;

/// Rates over a sliding window.
final class RatesTest {
    private static final Instant START = Instant.parse("2019-06-01T08:00:00Z");

    private final Rates rates = new Rates();

    @Test
    void saysNothingBeforeThereIsSomethingToJudgeBy() {
        rates.note(START, 0);
        rates.note(START.plusMillis(100), 5_000_000);

        assertThat(rates.perSecond(START.plusMillis(100))).isEmpty();
        assertThat(rates.left(START.plusMillis(100), 10_000_000)).isEmpty();
    }

    @Test
    void forgetsWhatIsOlderThanItsWindow() {
        for (int second = 0; second <= 60; second++) {
            rates.note(START.plusSeconds(second), second < 30 ? second * 100L : 2_900 + second);
        }

        assertThat(rates.perSecond(START.plusSeconds(60)).orElseThrow()).isBetween(0.9, 1.1);
    }

    @Test
    void givesTheRestOfTheTimeAsARange() {
        for (int second = 0; second <= 8; second++) {
            rates.note(START.plusSeconds(second), second < 4 ? second * 100L : second * 300L - 800);
        }

        Row.Left left = rates.left(START.plusSeconds(8), 2_800).orElseThrow();

        assertThat(left.least()).isLessThan(left.most());
        assertThat(left.least()).isEqualTo(Duration.ofSeconds(4));
    }

    @Test
    void startsAnewWhenLessIsDoneThanBefore() {
        rates.note(START, 1_000);
        rates.note(START.plusSeconds(1), 2_000);
        rates.note(START.plusSeconds(2), 10);

        assertThat(rates.perSecond(START.plusSeconds(2))).isEqualTo(OptionalDouble.empty());
    }

    @Test
    void fallsWhenNothingMoves() {
        rates.note(START, 0);
        rates.note(START.plusSeconds(1), 1_000);

        double soon = rates.perSecond(START.plusSeconds(1)).orElseThrow();
        double later = rates.perSecond(START.plusSeconds(5)).orElseThrow();

        assertThat(later).isLessThan(soon);
    }
}
