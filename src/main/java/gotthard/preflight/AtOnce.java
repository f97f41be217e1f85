package gotthard.preflight;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Asks many at once, for the time that the slowest takes.
final class AtOnce {
    private AtOnce() {}

    /// What each gives, in their order.
    static <T> List<T> all(List<Callable<T>> questions) throws InterruptedException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ArrayList<T>();
            for (Future<T> question : threads.invokeAll(questions)) {
                answers.add(answer(question));
            }
            return answers;
        }
    }

    private static <T> T answer(Future<T> question) throws InterruptedException {
        try {
            return question.get();
        } catch (ExecutionException failed) {
            switch (failed.getCause()) {
                case RuntimeException bug -> throw bug;
                case Error broken -> throw broken;
                case InterruptedException interrupted -> throw interrupted;
                case null, default -> throw new IllegalStateException(failed.getCause());
            }
        }
    }
}
