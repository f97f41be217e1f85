package gotthard.ssh;

import gotthard.action.Unreachable;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Does one thing on several hosts at once. All are waited for, so that nothing still runs when one has failed.
final class Hosts {
    private Hosts() {}

    /// What is done on one host.
    interface Work<T, R> {
        R on(T host) throws Unreachable, InterruptedException;
    }

    static <T, R> List<R> each(List<T> hosts, Work<T, R> work)
            throws Unreachable, InterruptedException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var futures = new ArrayList<Future<R>>();
            hosts.forEach(host -> futures.add(threads.submit(() -> work.on(host))));
            var results = new ArrayList<R>();
            for (Future<R> future : futures) {
                results.add(future.get());
            }
            return List.copyOf(results);
        } catch (ExecutionException failed) {
            throw rethrown(Objects.requireNonNull(failed.getCause()));
        }
    }

    private static RuntimeException rethrown(Throwable cause)
            throws Unreachable, InterruptedException {
        switch (cause) {
            case Unreachable unreachable -> throw unreachable;
            case InterruptedException interrupted -> throw interrupted;
            case RuntimeException bug -> throw bug;
            default -> throw new IllegalStateException(cause);
        }
    }
}
