package gotthard.transfer.stream;

import gotthard.transfer.Refused;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/// Tasks that need each other: all are carried out at the same time, and when one fails, all are to end.
final class Crew {
    private final Executor executor;
    private final Consumer<Throwable> abort;
    private final AtomicReference<Optional<Throwable>> first =
            new AtomicReference<>(Optional.empty());

    /// @param executor has a thread for each task
    /// @param abort makes all that tasks wait for come to an end; hears of the first failure, once
    Crew(Executor executor, Consumer<Throwable> abort) {
        this.executor = executor;
        this.abort = abort;
    }

    /// Something to do.
    @FunctionalInterface
    interface Task {
        void run() throws IOException, Refused, InterruptedException;
    }

    /// Carries all out, and throws what failed first; an interruption goes before all else.
    void carryOut(List<Task> tasks) throws IOException, Refused, InterruptedException {
        var left = new CountDownLatch(tasks.size());
        tasks.forEach(task -> executor.execute(() -> carryOut(task, left)));
        try {
            left.await();
        } catch (InterruptedException interrupted) {
            fail(interrupted);
            left.await();
            throw interrupted;
        }
        if (first.get().isPresent()) {
            switch (first.get().get()) {
                case IOException broken -> throw broken;
                case Refused refused -> throw refused;
                case InterruptedException interrupted -> throw interrupted;
                case Throwable defect -> throw new IllegalStateException(defect);
            }
        }
    }

    private void carryOut(Task task, CountDownLatch left) {
        try {
            task.run();
        } catch (Throwable failure) {
            fail(failure);
        } finally {
            left.countDown();
        }
    }

    private void fail(Throwable failure) {
        if (first.compareAndSet(Optional.empty(), Optional.of(failure))) {
            abort.accept(failure);
        }
    }
}
