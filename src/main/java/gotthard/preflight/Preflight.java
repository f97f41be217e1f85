package gotthard.preflight;

import gotthard.action.Access;
import gotthard.action.Action;
import gotthard.action.Before;
import gotthard.action.ByHand;
import gotthard.action.Captured;
import gotthard.action.Context;
import gotthard.action.Declaration;
import gotthard.action.Difference;
import gotthard.action.Evidence;
import gotthard.action.Failure;
import gotthard.action.Forecast;
import gotthard.action.Outcome;
import gotthard.action.Prediction;
import gotthard.action.Prompt;
import gotthard.action.Verdict;
import gotthard.inventory.Endpoint;
import gotthard.inventory.SiteName;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Looks at endpoints and objects to what is not fit. It is right when nothing is objected to; applying it only looks again, since
/// only people can mend what it finds.
final class Preflight implements Action {
    /// Nothing is to be undone.
    static final Set<Access.Phase> LOOKING = Set.of(Access.Phase.APPLY, Access.Phase.VERIFY);

    private static final List<String> PROGRAMS = List.of("sh", "uname", "date", "df", "awk");

    private final List<Examination.Subject> subjects;
    private final List<Further> further;
    private final Volumes volumes;
    private final Supplier<Examination> examination;

    /// @param further what is looked at when all endpoints are fit
    /// @param volumes what movers look at for that; a prediction makes none
    /// @param examination made when the first endpoint is looked at, not when the plan is read
    Preflight(
            List<Examination.Subject> subjects,
            List<Further> further,
            Volumes volumes,
            Supplier<Examination> examination) {
        this.subjects = List.copyOf(subjects);
        this.further = List.copyOf(further);
        this.volumes = volumes;
        this.examination = examination;
    }

    @Override
    public Declaration declaration() {
        return new Declaration(
                "look whether " + String.join(", ", siteNames()) + " are fit",
                sites(),
                List.of(),
                List.of(),
                Declaration.Reversal.NOTHING_TO_UNDO,
                access(),
                Declaration.Guard.NONE,
                Declaration.Guard.NONE);
    }

    /// Beside what it asks for, what asking takes.
    private Set<Access> access() {
        var access = new HashSet<Access>();
        further.forEach(one -> access.addAll(one.access()));
        for (Examination.Subject subject : subjects) {
            access.addAll(subject.access());
            switch (subject.endpoint()) {
                case Endpoint.Cluster _, Endpoint.Objects _ -> {}
                case Endpoint.Host host ->
                        PROGRAMS.forEach(
                                program ->
                                        access.add(
                                                new Access.Program(
                                                        host.name(), List.of(program), LOOKING)));
                case Endpoint.Metrics metrics ->
                        access.add(new Access.Http(metrics.name(), "/api/v1/query", LOOKING));
                case Endpoint.Web web -> access.add(new Access.Http(web.name(), "/", LOOKING));
            }
        }
        return access;
    }

    @Override
    public ByHand byHand(Prompt prompt) {
        return new LookByHand(subjects, further, prompt).told();
    }

    @Override
    public Prediction predict(Context context, Forecast earlier) throws InterruptedException {
        List<Result> results = look(context, _ -> Tidings.NONE);
        List<Result.Bad> objections = objections(results);
        return objections.isEmpty()
                ? new Prediction.Nothing(statement(results) + unseen())
                : new Prediction.Obstacle(failure(objections));
    }

    @Override
    public Verdict verify(Context context) throws InterruptedException {
        List<Result> results = look(context);
        List<Result.Bad> objections = objections(results);
        return objections.isEmpty()
                ? new Verdict.Holds(
                        new Evidence(
                                results.size(),
                                results.size(),
                                0,
                                statement(results),
                                results.stream().map(Preflight::line).toList()))
                : new Verdict.Differs(objections.stream().map(Preflight::difference).toList());
    }

    @Override
    public Captured capture(Context context) {
        return new Captured.Found(new Before.Absent());
    }

    @Override
    public Outcome apply(Context context, Before before) throws InterruptedException {
        List<Result.Bad> objections = objections(look(context));
        return objections.isEmpty()
                ? new Outcome.AlreadyDone()
                : new Outcome.Failed(failure(objections));
    }

    @Override
    public Outcome rollback(Context context, Before before) {
        return new Outcome.AlreadyDone();
    }

    @Override
    public Verdict restored(Context context, Before before) {
        return new Verdict.Holds(Evidence.of(0, "it changed nothing"));
    }

    private List<Result> look(Context context) throws InterruptedException {
        return look(context, volumes::look);
    }

    /// What movers say of volumes.
    @FunctionalInterface
    private interface Movers {
        Tidings look(Context context) throws InterruptedException;
    }

    private List<Result> look(Context context, Movers movers) throws InterruptedException {
        Examination by = examination.get();
        var results = new ArrayList<>(by.look(context, subjects));
        if (objections(results).isEmpty()) {
            var asking = new Asking(by, context, movers.look(context));
            for (Further one : further) {
                results.addAll(one.look(asking));
            }
        }
        return results;
    }

    private static List<Result.Bad> objections(List<Result> results) {
        return results.stream()
                .filter(Result.Bad.class::isInstance)
                .map(Result.Bad.class::cast)
                .distinct()
                .toList();
    }

    private String statement(List<Result> results) {
        return results.size()
                + " findings at "
                + subjects.size()
                + " endpoints of "
                + String.join(", ", siteNames())
                + ", all good";
    }

    private String unseen() {
        return volumes.spots().isEmpty()
                ? ""
                : "; %d folders in volumes will be looked at by movers"
                        .formatted(volumes.spots().size());
    }

    private static String line(Result result) {
        return result.where() + " " + result.subject() + ": " + result.found();
    }

    private static Difference difference(Result.Bad bad) {
        return new Difference(
                bad.where() + " " + bad.subject(),
                bad.wanted(),
                bad.next().isEmpty() ? bad.found() : bad.found() + "; " + bad.next(),
                Difference.Owner.OURS_OR_ABSENT);
    }

    private static Failure failure(List<Result.Bad> objections) {
        String first = line(objections.getFirst());
        if (objections.size() == 1) {
            return Failure.refused(first, objections.getFirst().next());
        }
        String all =
                objections.stream()
                        .map(bad -> line(bad) + "; " + bad.next())
                        .collect(Collectors.joining("\n  ", "\n  ", ""));
        return Failure.refused(
                objections.size() + " things are not fit:" + all,
                "mend them, then apply the plan again");
    }

    private Set<SiteName> sites() {
        return subjects.stream()
                .map(subject -> subject.endpoint().name().site())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private List<String> siteNames() {
        return sites().stream().map(SiteName::value).toList();
    }
}
