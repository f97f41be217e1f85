package gotthard.run;

import gotthard.inventory.MetricSignal;
import gotthard.journal.SitePause;
import gotthard.shape.Durations;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Whether a signal is bad, from reading to reading: it changes only once it has been on the other side of its limit for as long as the
/// inventory says. What can't be read twice in a row is bad, since unknown is not safe.
final class Gauge {
    static final int MOST_UNREAD = 2;

    private final MetricSignal signal;
    private Optional<Instant> crossed = Optional.empty();
    private Optional<SitePause> bad = Optional.empty();
    private boolean isKnown;
    private int unread;

    Gauge(MetricSignal signal) {
        this.signal = signal;
    }

    void hear(Reading reading, Instant now) {
        switch (reading) {
            case Reading.Nothing _ -> {
                unread++;
                crossed = Optional.empty();
                if (unread >= MOST_UNREAD) {
                    turn(true, reading);
                }
            }
            case Reading.Value(var value) -> {
                unread = 0;
                weigh(signal.isBad(value), reading, now);
            }
        }
    }

    private void weigh(boolean isBad, Reading reading, Instant now) {
        if (isBad == bad.isPresent()) {
            isKnown = true;
            crossed = Optional.empty();
            return;
        }
        Instant since = crossed.orElse(now);
        crossed = Optional.of(since);
        if (Duration.between(since, now).compareTo(signal.lasting()) >= 0) {
            turn(isBad, reading);
        }
    }

    private void turn(boolean isBad, Reading reading) {
        isKnown = true;
        crossed = Optional.empty();
        if (!isBad) {
            bad = Optional.empty();
        } else if (bad.isEmpty()) {
            bad = Optional.of(new SitePause(signal.name().value(), reading.said(), wanted(signal)));
        }
    }

    private static String wanted(MetricSignal signal) {
        return signal.lasting().isZero()
                ? signal.wanted()
                : signal.wanted() + " (for " + Durations.text(signal.lasting()) + ")";
    }

    /// Why the site is to be spared, as it was when that began.
    Optional<SitePause> bad() {
        return bad;
    }

    /// Whether enough was read to say so.
    boolean isWell() {
        return isKnown && bad.isEmpty();
    }
}
