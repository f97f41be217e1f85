package gotthard.transfer.stream;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/// A rate that may be changed at any time. Who waits hears of it at once.
public final class ChangingRate implements Pace {
    private final LongSupplier nanos;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private OptionalLong rate;
    private Optional<Bucket> bucket;

    /// Begins with a rate, see [#change].
    ///
    /// @param nanos a clock in nanoseconds that never goes back
    public ChangingRate(LongSupplier nanos, OptionalLong rate) {
        this.nanos = nanos;
        this.rate = rate;
        this.bucket = bucket(rate);
    }

    /// From now on.
    ///
    /// @param wanted bytes a second; nothing goes at 0, and all at once where there is none
    public void change(OptionalLong wanted) {
        lock.lock();
        try {
            if (!wanted.equals(rate)) {
                rate = wanted;
                bucket = bucket(wanted);
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /// The rate that holds now.
    public OptionalLong rate() {
        lock.lock();
        try {
            return rate;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void take(long bytes) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (rate.isPresent()) {
                if (bucket.isEmpty()) {
                    changed.await();
                    continue;
                }
                long wait = bucket.get().take(bytes, nanos.getAsLong());
                if (wait == 0) {
                    return;
                }
                long _ = changed.awaitNanos(wait);
            }
        } finally {
            lock.unlock();
        }
    }

    private Optional<Bucket> bucket(OptionalLong wanted) {
        if (wanted.isEmpty() || wanted.getAsLong() <= 0) {
            return Optional.empty();
        }
        return Optional.of(new Bucket(wanted.getAsLong(), nanos.getAsLong()));
    }
}
