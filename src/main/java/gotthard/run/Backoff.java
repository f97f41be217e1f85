package gotthard.run;

import gotthard.graph.StepId;

import java.time.Duration;
import java.util.SplittableRandom;

/// How long to wait before another try: doubling from a second up to a minute, of which a random part between a half and all, so that
/// many steps don't try at once. The run's seed makes it repeatable.
record Backoff(long seed) {
    private static final long FIRST_MILLIS = 1_000;
    private static final long MOST_MILLIS = 60_000;
    private static final int MOST_DOUBLINGS = 6;

    /// @param tries how many have failed so far, from 1
    Duration after(StepId step, int tries) {
        long whole =
                Math.min(
                        MOST_MILLIS,
                        FIRST_MILLIS << Math.min(MOST_DOUBLINGS, Math.max(0, tries - 1)));
        var random = new SplittableRandom(seed ^ ((long) step.value().hashCode() << 20) ^ tries);
        return Duration.ofMillis(whole / 2 + random.nextLong(whole / 2 + 1));
    }
}
