package gotthard.run;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.inventory.MetricSignal;
import gotthard.inventory.SignalName;
import gotthard.inventory.SiteName;
import gotthard.journal.SitePause;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A site is spared while one of its signals is bad, or unknown.
final class SiteWatchTest {
    private static final SiteName SITE = new SiteName("moscow");
    private static final MetricSignal LATENCY =
            signal("latency", MetricSignal.Side.ABOVE, "0.5", Duration.ofSeconds(6));
    private static final MetricSignal DISK =
            signal("disk", MetricSignal.Side.BELOW, "10", Duration.ZERO);

    private Instant now = Instant.parse("2019-11-13T08:00:00Z");
    private SiteWatch watch = new SiteWatch(SITE, List.of(LATENCY, DISK), false);

    private static MetricSignal signal(
            String name, MetricSignal.Side side, String limit, Duration lasting) {
        return new MetricSignal(new SignalName(name), "q", side, new BigDecimal(limit), lasting);
    }

    private Optional<Signal> hear(MetricSignal signal, double... values) {
        now = now.plusSeconds(2);
        var all = java.util.Arrays.stream(values).boxed().toList();
        return watch.hear(signal, Reading.of(signal, all), now);
    }

    private Optional<Signal> cannotAsk(MetricSignal signal) {
        now = now.plusSeconds(2);
        return watch.hear(signal, new Reading.Nothing("no answer"), now);
    }

    private static Signal paused(String signal, String value, String wanted) {
        return new Signal.SitePaused(SITE, new SitePause(signal, value, wanted));
    }

    @Nested
    final class ASignal {
        @Test
        void countsOnceItHasLasted() {
            assertThat(hear(LATENCY, 0.6)).isEmpty();
            assertThat(hear(LATENCY, 0.7)).isEmpty();
            assertThat(hear(LATENCY, 0.8)).isEmpty();
            assertThat(hear(LATENCY, 0.7312345))
                    .contains(paused("latency", "0.7312", "at most 0.5 (for 6s)"));
        }

        @Test
        void doesNotCountWhenItWasWellInBetween() {
            hear(LATENCY, 0.6);
            hear(LATENCY, 0.6);
            hear(LATENCY, 0.4);
            hear(LATENCY, 0.6);

            assertThat(hear(LATENCY, 0.6)).isEmpty();
        }

        @Test
        void countsByTheWorstOfItsValues() {
            assertThat(hear(DISK, 30, 9, 20)).contains(paused("disk", "9", "at least 10"));
        }

        @Test
        void isTheLimitItselfWell() {
            assertThat(hear(DISK, 10)).isEmpty();
        }
    }

    @Nested
    final class ASparedSite {
        @Test
        void goesOnWhenAllSignalsAreWellAgain() {
            hear(LATENCY, 0.1);
            hear(DISK, 9);

            assertThat(hear(DISK, 9)).isEmpty();
            assertThat(hear(LATENCY, 0.1)).isEmpty();
            assertThat(hear(DISK, 11)).contains(new Signal.SiteResumed(SITE));
        }

        @Test
        void staysSparedForAnotherSignal() {
            hear(DISK, 9);
            for (int i = 0; i < 4; i++) {
                assertThat(hear(LATENCY, 0.6)).isEmpty();
            }

            assertThat(hear(DISK, 11)).isEmpty();
            hear(LATENCY, 0.1);
            hear(LATENCY, 0.1);
            hear(LATENCY, 0.1);
            assertThat(hear(LATENCY, 0.1)).contains(new Signal.SiteResumed(SITE));
        }

        @Test
        void goesOnInAnotherProcessOnlyWhenEverySignalIsKnown() {
            watch = new SiteWatch(SITE, List.of(LATENCY, DISK), true);

            assertThat(hear(LATENCY, 0.1)).isEmpty();
            assertThat(hear(DISK, 11)).contains(new Signal.SiteResumed(SITE));
        }
    }

    @Nested
    final class WhatCannotBeRead {
        @Test
        void sparesTheSiteAtTheSecondTime() {
            assertThat(cannotAsk(DISK)).isEmpty();
            assertThat(cannotAsk(DISK))
                    .contains(paused("disk", "unknown (no answer)", "at least 10"));
        }

        @Test
        void isForgottenOnceItIsRead() {
            hear(LATENCY, 0.1);
            cannotAsk(DISK);
            hear(DISK, 11);
            assertThat(cannotAsk(DISK)).isEmpty();
            assertThat(cannotAsk(DISK)).isPresent();
            assertThat(hear(DISK, 11)).contains(new Signal.SiteResumed(SITE));
        }

        @Test
        void isAlsoAQueryThatFindsNothingOrNoNumber() {
            assertThat(hear(DISK)).isEmpty();
            assertThat(hear(DISK, Double.NaN))
                    .contains(paused("disk", "unknown (its query gives no number)", "at least 10"));
        }
    }
}
