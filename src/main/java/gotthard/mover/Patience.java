package gotthard.mover;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/// For how long a peer that is not there is tried again, and how often: first soon, then less and less.
final class Patience {
    private final Timing timing;
    private final Duration longest;
    private final LongSupplier nanos;
    private long since;
    private Duration pause;

    Patience(Timing timing, Duration longest, LongSupplier nanos) {
        this.timing = timing;
        this.longest = longest;
        this.nanos = nanos;
        this.since = nanos.getAsLong();
        this.pause = timing.first();
    }

    /// The peer was there until now.
    void renew() {
        since = nanos.getAsLong();
        pause = timing.first();
    }

    /// How much is left of it.
    Duration left() {
        return longest.minusNanos(nanos.getAsLong() - since);
    }

    /// Waits until it is time to try again.
    ///
    /// @return false when it is over
    boolean await() throws InterruptedException {
        if (!left().isPositive()) {
            return false;
        }
        TimeUnit.NANOSECONDS.sleep(Math.min(pause.toNanos(), left().toNanos()));
        pause = pause.multipliedBy(2);
        if (pause.compareTo(timing.longest()) > 0) {
            pause = timing.longest();
        }
        return true;
    }
}
