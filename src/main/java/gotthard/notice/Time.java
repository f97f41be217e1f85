package gotthard.notice;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// What time it is, and waiting for it.
interface Time {
    Instant now();

    void pause(Duration duration) throws InterruptedException;

    /// By a clock, and the threads of this machine.
    static Time of(InstantSource clock) {
        return new Time() {
            @Override
            public Instant now() {
                return clock.instant();
            }

            @Override
            public void pause(Duration duration) throws InterruptedException {
                Thread.sleep(duration);
            }
        };
    }
}
