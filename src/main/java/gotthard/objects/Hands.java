package gotthard.objects;

import gotthard.action.Unreachable;
import gotthard.transfer.Refused;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;

/// Does many small things, a bounded number at a time. After the first that fails, none begins.
final class Hands implements AutoCloseable {
    private final int count;
    private final Semaphore free;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicReference<Optional<Throwable>> first =
            new AtomicReference<>(Optional.empty());

    Hands(int count) {
        this.count = count;
        free = new Semaphore(count);
    }

    /// One of the things.
    @FunctionalInterface
    interface Task {
        void run() throws IOException, Refused, Unreachable, InterruptedException;
    }

    /// Waits for a free hand and begins.
    void give(Task task) throws IOException, Refused, Unreachable, InterruptedException {
        free.acquire();
        if (first.get().isPresent()) {
            free.release();
            fail();
        }
        threads.execute(
                () -> {
                    try {
                        task.run();
                    } catch (Throwable failure) {
                        first.compareAndSet(Optional.empty(), Optional.of(failure));
                    } finally {
                        free.release();
                    }
                });
    }

    /// Waits until all is done, and throws what failed first.
    void finish() throws IOException, Refused, Unreachable, InterruptedException {
        free.acquire(count);
        free.release(count);
        fail();
    }

    /// What is not done by then is interrupted.
    @Override
    public void close() {
        threads.shutdownNow();
        threads.close();
    }

    private void fail() throws IOException, Refused, Unreachable, InterruptedException {
        if (first.get().isPresent()) {
            switch (first.get().get()) {
                case IOException broken -> throw broken;
                case Refused refused -> throw refused;
                case Unreachable unreachable -> throw unreachable;
                case InterruptedException interrupted -> throw interrupted;
                case Throwable defect -> throw new IllegalStateException(defect);
            }
        }
    }
}
