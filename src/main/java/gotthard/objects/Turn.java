package gotthard.objects;

import gotthard.action.Context;
import gotthard.action.Unreachable;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;

/// Looks about once a second whether it still is this coordinator's turn.
final class Turn {
    private static final Duration A_WHILE = Duration.ofSeconds(1);

    private final Mark mark;
    private final Context context;
    private final ReentrantLock lock = new ReentrantLock();
    private Instant last = Instant.MIN;

    Turn(Mark mark, Context context) {
        this.mark = mark;
        this.context = context;
    }

    /// Looks, if it is a while ago.
    ///
    /// @throws Unreachable when another has gone on
    void check() throws Unreachable, InterruptedException {
        lock.lockInterruptibly();
        try {
            if (last.plus(A_WHILE).isBefore(context.now())) {
                mark.hold();
                last = context.now();
            }
        } finally {
            lock.unlock();
        }
    }
}
