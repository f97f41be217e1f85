package gotthard.files;

import gotthard.action.Unreachable;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Does several things at a time; the first that fails ends the others.
final class Together {
    private Together() {}

    /// One of the things.
    interface Task<T> {
        T call() throws Halt, Unreachable, InterruptedException;
    }

    /// The results in the order of the tasks.
    static <T> List<T> all(List<? extends Task<T>> tasks)
            throws Halt, Unreachable, InterruptedException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var ended = new ExecutorCompletionService<T>(threads);
            var futures = new ArrayList<Future<T>>();
            tasks.forEach(task -> futures.add(ended.submit(task::call)));
            try {
                for (int i = 0; i < futures.size(); i++) {
                    ended.take().get();
                }
                return futures.stream().map(Future::resultNow).toList();
            } catch (ExecutionException failed) {
                threads.shutdownNow();
                throw rethrown(Objects.requireNonNull(failed.getCause()));
            } catch (InterruptedException interrupted) {
                threads.shutdownNow();
                throw interrupted;
            }
        }
    }

    private static RuntimeException rethrown(Throwable cause)
            throws Halt, Unreachable, InterruptedException {
        switch (cause) {
            case Halt halt -> throw halt;
            case Unreachable unreachable -> throw unreachable;
            case InterruptedException interrupted -> throw interrupted;
            case RuntimeException bug -> throw bug;
            default -> throw new IllegalStateException(cause);
        }
    }
}
