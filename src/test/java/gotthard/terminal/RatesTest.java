package gotthard.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.LongFunction;

/// Rates over a sliding window.
final class RatesTest {
    private static final Instant START = Instant.parse("2019-06-01T08:00:00Z");

    private static final OptionalLong TOTAL = OptionalLong.of(2_800);

    private final Rates rates = new Rates();

    @Test
    void saysNothingBeforeThereIsSomethingToJudgeBy() {
        rates.note(START, 0, TOTAL);
        rates.note(START.plusMillis(100), 5_000_000, TOTAL);

        assertThat(rates.perSecond(START.plusMillis(100))).isEmpty();
        assertThat(rates.left(START.plusMillis(100))).isEmpty();
    }

    @Test
    void forgetsWhatIsOlderThanItsWindow() {
        for (int second = 0; second <= 60; second++) {
            rates.note(
                    START.plusSeconds(second), second < 30 ? second * 100L : 2_900 + second, TOTAL);
        }

        assertThat(rates.perSecond(START.plusSeconds(60)).orElseThrow()).isBetween(0.9, 1.1);
    }

    @Test
    void givesTheRestOfTheTimeAsARange() {
        for (int second = 0; second <= 8; second++) {
            rates.note(
                    START.plusSeconds(second),
                    second < 4 ? second * 100L : second * 300L - 800,
                    TOTAL);
        }

        Row.Left left = rates.left(START.plusSeconds(8)).orElseThrow();

        assertThat(left.least()).isLessThan(left.most());
        assertThat(left.least()).isEqualTo(Duration.ofSeconds(4));
    }

    @Test
    void startsAnewWhenLessIsDoneThanBefore() {
        rates.note(START, 1_000, TOTAL);
        rates.note(START.plusSeconds(1), 2_000, TOTAL);
        rates.note(START.plusSeconds(2), 10, TOTAL);

        assertThat(rates.perSecond(START.plusSeconds(2))).isEqualTo(OptionalDouble.empty());
    }

    @Test
    void fallsWhenNothingMoves() {
        rates.note(START, 0, TOTAL);
        rates.note(START.plusSeconds(1), 1_000, TOTAL);

        double soon = rates.perSecond(START.plusSeconds(1)).orElseThrow();
        double later = rates.perSecond(START.plusSeconds(5)).orElseThrow();

        assertThat(later).isLessThan(soon);
    }

    /// A hundred a second, for so many seconds.
    private void goes(int seconds, LongFunction<OptionalLong> total) {
        for (int second = 0; second <= seconds; second++) {
            rates.note(START.plusSeconds(second), second * 100L, total.apply(second));
        }
    }

    @Test
    void saysNothingOfTheEndWhileTheTotalIsUnknown() {
        goes(8, _ -> OptionalLong.empty());

        assertThat(rates.left(START.plusSeconds(8))).isEmpty();
        assertThat(rates.perSecond(START.plusSeconds(8))).hasValue(100);
    }

    @Test
    void saysNothingOfTheEndWhileTheTotalGrows() {
        goes(8, second -> OptionalLong.of(10_000 + second));

        assertThat(rates.left(START.plusSeconds(8))).isEmpty();
    }

    @Test
    void saysItAgainOnceTheTotalHasStoppedGrowing() {
        goes(30, second -> OptionalLong.of(10_000 + Math.min(second, 12)));

        assertThat(rates.left(START.plusSeconds(30))).isPresent();
    }

    @Test
    void judgesByWhatIsLeftOfATotalThatShrinks() {
        goes(8, second -> OptionalLong.of(second < 4 ? 10_000 : 1_000));

        Row.Left left = rates.left(START.plusSeconds(8)).orElseThrow();

        assertThat(left.least()).isEqualTo(Duration.ofSeconds(2));
        assertThat(left.most()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void saysNothingOfTheEndWhenMoreIsDoneThanThereIs() {
        goes(8, _ -> OptionalLong.of(700));

        assertThat(rates.left(START.plusSeconds(8))).isEmpty();
    }

    @Test
    void saysNothingOfTheEndOfAnEmptySource() {
        for (int second = 0; second <= 8; second++) {
            rates.note(START.plusSeconds(second), 0, OptionalLong.of(0));
        }

        assertThat(rates.left(START.plusSeconds(8))).isEmpty();
        assertThat(rates.perSecond(START.plusSeconds(8))).hasValue(0);
    }

    @Test
    void saysNothingOfTheEndWhenItStandsStill() {
        goes(8, _ -> OptionalLong.of(10_000));

        assertThat(rates.left(START.plusSeconds(9))).isPresent();
        assertThat(rates.left(START.plusSeconds(13))).isEmpty();
        assertThat(rates.perSecond(START.plusSeconds(60))).hasValue(0);
    }
}
