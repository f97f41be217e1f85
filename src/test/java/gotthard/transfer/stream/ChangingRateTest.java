package gotthard.transfer.stream;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/// A limit holds over time, and a new one holds at once.
final class ChangingRateTest {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();
    private static final long PATIENCE = 30;

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);

    @Test
    void letsGoAsManyBytesAsTheRateSays() {
        var bucket = new Bucket(1000, now.get());
        long gone = 0;

        for (long end = now.get() + 100 * SECOND; now.get() - end < 0; ) {
            long wait = bucket.take(300, now.get());
            gone += wait == 0 ? 300 : 0;
            now.addAndGet(wait);
        }

        assertThat(gone).isBetween(99_700L, 100_300L);
    }

    @Test
    void savesNoMoreThanATenthOfASecond() {
        var bucket = new Bucket(1000, now.get());
        now.addAndGet(3600 * SECOND);

        assertThat(bucket.take(100, now.get())).isZero();
        assertThat(bucket.take(1, now.get())).isZero();
        assertThat(bucket.take(1, now.get())).isEqualTo(SECOND / 1000);
    }

    @Test
    void withoutALimitNobodyWaits() throws Exception {
        var rate = new ChangingRate(now::get, OptionalLong.empty());

        rate.take(Long.MAX_VALUE);
        rate.take(Long.MAX_VALUE);
    }

    @Test
    void whoWaitsHearsOfAChangeAtOnce() throws Exception {
        for (long before : new long[] {0, 1}) {
            var rate = new ChangingRate(now::get, OptionalLong.of(before));
            try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
                var thread = new CompletableFuture<Thread>();
                var taken =
                        executor.submit(
                                () -> {
                                    thread.complete(Thread.currentThread());
                                    rate.take(1_000_000);
                                    rate.take(1_000_000);
                                    return true;
                                });
                while (!isWaiting(thread.get())) {
                    Thread.onSpinWait();
                }
                assertThat(taken).isNotDone();

                rate.change(OptionalLong.empty());

                assertThat(taken.get(PATIENCE, TimeUnit.SECONDS)).isTrue();
            }
        }
    }

    private static boolean isWaiting(Thread thread) {
        return thread.getState() == Thread.State.WAITING
                || thread.getState() == Thread.State.TIMED_WAITING;
    }
}
