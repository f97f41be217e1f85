package gotthard.preflight;

import gotthard.action.Access;
import gotthard.action.Context;
import gotthard.action.Inspector;
import gotthard.action.Inspector.Finding;
import gotthard.action.Question;
import gotthard.action.Unreachable;
import gotthard.inventory.Endpoint;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;

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
        return AtOnce.all(looks).stream().flatMap(List::stream).toList();
    }

    private List<Result> look(Context context, Subject subject) throws InterruptedException {
        var where = subject.endpoint().name();
        Optional<Inspector> inspector = knower(subject.endpoint());
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

    /// Which rights lack, by endpoint. Of an endpoint that nobody knows how to look at, none.
    public List<Asked> ask(Context context, List<Subject> subjects) throws InterruptedException {
        List<Callable<Asked>> questions =
                subjects.stream()
                        .sorted(Comparator.comparing(subject -> subject.endpoint().name()))
                        .map(subject -> (Callable<Asked>) () -> ask(context, subject))
                        .toList();
        return AtOnce.all(questions);
    }

    private Asked ask(Context context, Subject subject) throws InterruptedException {
        var where = subject.endpoint().name();
        try {
            Optional<Inspector> inspector = knower(subject.endpoint());
            return new Asked.Answered(
                    where,
                    inspector.isEmpty()
                            ? List.of()
                            : inspector
                                    .get()
                                    .lacking(context, subject.endpoint(), subject.access()));
        } catch (Unreachable silent) {
            return new Asked.Silent(where, silent.failure());
        }
    }

    /// What an endpoint answers; nothing where nobody can ask it.
    List<Finding> ask(Context context, Endpoint endpoint, Question question)
            throws InterruptedException {
        try {
            Optional<Inspector> inspector = knower(endpoint);
            return inspector.isEmpty()
                    ? List.of()
                    : inspector.get().answer(context, endpoint, question);
        } catch (Unreachable silent) {
            var failure = silent.failure();
            return List.of(new Finding.Bad("reachable", failure.what(), failure.next()));
        }
    }

    private Optional<Inspector> knower(Endpoint endpoint) {
        return inspectors.stream().filter(it -> it.knows(endpoint)).findFirst();
    }
}
