package gotthard.dataset;

import gotthard.action.Behind;
import gotthard.action.Context;
import gotthard.action.Difference;
import gotthard.action.Evidence;
import gotthard.action.Failure;
import gotthard.action.Outcome;
import gotthard.action.Progress;
import gotthard.action.Route;
import gotthard.action.Unreachable;
import gotthard.inventory.SiteName;
import gotthard.shape.Durations;
import gotthard.transfer.Amounts;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;

/// Makes passes until the target is near enough to its source, or does not come nearer.
final class Following {
    private final List<Route> routes;
    private final Terms terms;
    private final Context context;
    private Trail trail;

    Following(List<Route> routes, Terms terms, Context context) {
        this.routes = List.copyOf(routes);
        this.terms = terms;
        this.context = context;
        trail = Trail.read(context.resumedFrom());
    }

    /// What is wanted of a step.
    record Terms(SiteName from, SiteName to, Lag lag, int passes) {}

    Outcome follow() throws InterruptedException, Unreachable {
        while (true) {
            Made made = pass(trail.next());
            if (!made.inTheWay().isEmpty()) {
                return new Outcome.Failed(Telling.inTheWay(made.inTheWay()));
            }
            trail = made.trail();
            if (made.converged()) {
                context.checkpoint(trail.begunAnew().checkpoint());
                return trail.things() == 0 ? new Outcome.AlreadyDone() : changed(made.notes());
            }
            if (trail.hasStalled(terms.lag()) || trail.next() > terms.passes()) {
                Failure failure = behind();
                context.checkpoint(trail.begunAnew().checkpoint());
                return new Outcome.Failed(failure);
            }
            context.checkpoint(trail.checkpoint());
        }
    }

    private record Made(
            Trail trail, boolean converged, List<Difference> inTheWay, List<String> notes) {}

    private Made pass(int number) throws InterruptedException, Unreachable {
        Instant began = context.now();
        try (var outlooks = new Outlooks()) {
            outlooks.look(routes, trail, context);
            return outlooks.inTheWay().isEmpty()
                    ? bring(number, began, outlooks)
                    : new Made(trail, false, outlooks.inTheWay(), List.of());
        }
    }

    private Made bring(int number, Instant began, Outlooks outlooks)
            throws InterruptedException, Unreachable {
        String doing = doing(number);
        OptionalLong total = outlooks.bytes();
        var done = new AtomicLong();
        show(0, total, doing);
        Outlooks.Sum brought = outlooks.bring(moved -> show(done.addAndGet(moved), total, doing));
        Duration took = Duration.ofSeconds(Duration.between(began, context.now()).toSeconds());
        var pass = new Pass(number, brought.bytes() + brought.leftBytes(), took);
        boolean isKnown = number > 1 || brought.things() + brought.left() == 0;
        return new Made(
                trail.plus(pass, brought.asOf(), brought.things(), brought.bytes()),
                isKnown && terms.lag().admits(pass.bytes(), took),
                List.of(),
                brought.notes());
    }

    private void show(long done, OptionalLong total, String doing) {
        context.progress(new Progress(done, total, Progress.Unit.BYTES, doing, lag()));
    }

    /// By the last pass; unknown while there is none but the first, which says nothing of what is written.
    private Optional<Behind> lag() {
        return trail.next() <= 2 || trail.last().isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Behind(trail.last().getLast().bytes(), trail.last().getLast().took()));
    }

    /// `pass 3; lag 12.0 MB, 40s; wanted 10.0 MB, 5m`.
    private String doing(int number) {
        String lag =
                lag().map(it -> Amounts.bytes(it.bytes()) + ", " + Durations.text(it.age()))
                        .orElse("unknown");
        return "pass %d; lag %s; wanted %s".formatted(number, lag, terms.lag());
    }

    private Outcome changed(List<String> notes) {
        Pass last = trail.last().getLast();
        return new Outcome.Changed(
                new Evidence(
                        trail.things(),
                        trail.things(),
                        trail.bytes(),
                        "%s, %s, brought to %s; %s; as of %s at %s"
                                .formatted(
                                        Telling.count(routes, trail.things()),
                                        Amounts.bytes(trail.bytes()),
                                        terms.to(),
                                        last,
                                        Telling.moment(trail.first()),
                                        terms.from()),
                        notes));
    }

    private Failure behind() {
        Pass last = trail.last().getLast();
        String before =
                trail.last().size() < 2
                        ? ""
                        : ", pass %d %s in %s"
                                .formatted(
                                        trail.last().get(trail.last().size() - 2).number(),
                                        Amounts.bytes(
                                                trail.last().get(trail.last().size() - 2).bytes()),
                                        Durations.text(
                                                trail.last().get(trail.last().size() - 2).took()));
        boolean isMuch = last.bytes() > terms.lag().bytes().bytes();
        return Failure.refused(
                last
                        + before
                        + (isMuch
                                ? ": %s is written faster than it is followed (wanted at most %s)"
                                        .formatted(terms.from(), terms.lag())
                                : ": a pass takes longer than the lag that is wanted (%s)"
                                        .formatted(terms.lag())),
                isMuch
                        ? "write less there, give it a higher rate, or allow more lag; where the plan freezes on a failure, retry goes on from what has arrived"
                        : "follow fewer regions in a step, or allow a higher lag.age; where the plan freezes on a failure, retry goes on from what has arrived");
    }
}
