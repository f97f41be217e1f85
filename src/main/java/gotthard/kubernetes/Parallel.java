package gotthard.kubernetes;

import gotthard.action.Unreachable;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/// Sends many requests at once, so that the round trip is not paid for each.
final class Parallel {
    /// Below the 100 streams that API servers allow on one HTTP/2 connection.
    private static final int AT_ONCE = 48;

    private Parallel() {}

    /// Something asked of a site.
    interface Asking<T, R> {
        R ask(T item) throws Unreachable, InterruptedException;
    }

    /// The answers in the order of the items. The first failure stops what has not started.
    static <T, R> List<R> map(List<T> items, Asking<T, R> asking)
            throws Unreachable, InterruptedException {
        if (items.size() == 1) {
            return List.of(asking.ask(items.getFirst()));
        }
        var slots = new Semaphore(AT_ONCE);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<R>>();
            for (T item : items) {
                running.add(
                        threads.submit(
                                () -> {
                                    slots.acquire();
                                    try {
                                        return asking.ask(item);
                                    } finally {
                                        slots.release();
                                    }
                                }));
            }
            try {
                var answers = new ArrayList<R>();
                for (Future<R> one : running) {
                    answers.add(one.get());
                }
                return answers;
            } catch (ExecutionException failed) {
                throw unwrapped(failed);
            } finally {
                threads.shutdownNow();
            }
        }
    }

    private static Unreachable unwrapped(ExecutionException failed) throws InterruptedException {
        return switch (failed.getCause()) {
            case Unreachable unreachable -> unreachable;
            case InterruptedException interrupted -> throw interrupted;
            case RuntimeException defect -> throw defect;
            case Error defect -> throw defect;
            case null -> throw new IllegalStateException(failed);
            default -> throw new IllegalStateException(failed.getCause());
        };
    }
}
