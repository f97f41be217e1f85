package gotthard.preflight;

import gotthard.action.Access;
import gotthard.action.Context;
import gotthard.action.Inspector;
import gotthard.action.Unreachable;
import gotthard.inventory.Endpoint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Looks at endpoints, all at once, by the inspectors that know them.
public final class Examination {
    private final List<Inspector> inspectors;
    private final Limits limits;

    public Examination(List<Inspector> inspectors, Limits limits) {
        this.inspectors = List.copyOf(inspectors);
        this.limits = limits;
    }

    /// By the inspectors on the class path.
    public static Examination installed(Limits limits) {
        return new Examination(
                ServiceLoader.load(Inspector.class).stream()
                        .map(ServiceLoader.Provider::get)
                        .toList(),
                limits);
    }

    /// An endpoint to look at.
    ///
    /// @param access the rights to ask for there
    /// @param receives whether files are to arrive there
    public record Subject(Endpoint endpoint, List<Access> access, boolean receives) {
        public Subject {
            access = List.copyOf(access);
        }
    }

    /// All findings, by endpoint. An endpoint that can't be reached, or that nobody knows how to look at, is a bad one.
    public List<Result> look(Context context, List<Subject> subjects) throws InterruptedException {
        List<Callable<List<Result>>> looks =
                subjects.stream()
                        .sorted(Comparator.comparing(subject -> subject.endpoint().name()))
                        .map(subject -> (Callable<List<Result>>) () -> look(context, subject))
                        .toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var results = new ArrayList<Result>();
            for (Future<List<Result>> look : threads.invokeAll(looks)) {
                results.addAll(result(look));
            }
            return results;
        }
    }

    private static List<Result> result(Future<List<Result>> look) throws InterruptedException {
        try {
            return look.get();
        } catch (ExecutionException failed) {
            switch (failed.getCause()) {
                case RuntimeException bug -> throw bug;
                case Error broken -> throw broken;
                case InterruptedException interrupted -> throw interrupted;
                case null, default -> throw new IllegalStateException(failed.getCause());
            }
        }
    }

    private List<Result> look(Context context, Subject subject) throws InterruptedException {
        var where = subject.endpoint().name();
        Optional<Inspector> inspector =
                inspectors.stream().filter(it -> it.knows(subject.endpoint())).findFirst();
        if (inspector.isEmpty()) {
            return List.of(
                    new Result.Bad(
                            where,
                            "inspector",
                            "somebody who knows such endpoints",
                            "nobody",
                            "this build lacks a part; build it again"));
        }
        try {
            var findings = inspector.get().inspect(context, subject.endpoint(), subject.access());
            var judge = new Judge(where, limits, subject.receives(), context.now());
            return findings.stream().map(judge::judge).toList();
        } catch (Unreachable silent) {
            return List.of(
                    new Result.Bad(
                            where,
                            "reachable",
                            "an answer",
                            silent.failure().what(),
                            silent.failure().next()));
        }
    }
}
