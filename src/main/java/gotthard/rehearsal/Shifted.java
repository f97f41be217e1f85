package gotthard.rehearsal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/// A clock that can be put on.
final class Shifted implements InstantSource {
    private final InstantSource real;
    private final AtomicReference<Duration> passed = new AtomicReference<>(Duration.ZERO);

    Shifted(InstantSource real) {
        this.real = real;
    }

    /// Puts it on.
    void pass(Duration time) {
        passed.accumulateAndGet(time, Duration::plus);
    }

    @Override
    public Instant instant() {
        return real.instant().plus(passed.get());
    }
}
