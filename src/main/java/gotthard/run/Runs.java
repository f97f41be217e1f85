package gotthard.run;

import gotthard.graph.StepId;
import gotthard.journal.Ending;
import gotthard.journal.Entry;
import gotthard.journal.Event;
import gotthard.journal.Journal;
import gotthard.journal.Journal.Acquired;
import gotthard.journal.Lease;
import gotthard.journal.Opening;
import gotthard.journal.RunId;
import gotthard.journal.RunState;
import gotthard.journal.Waived;
import gotthard.plan.PlanName;
import gotthard.secret.Secrets;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/// Opens runs and takes them up again. Each call that succeeds holds the run's lease until [Running#close].
public final class Runs {
    private final Tools tools;

    public Runs(Tools tools) {
        this.tools = tools;
    }

    /// A new run.
    public Start open(Route route, Opening opening) {
        return open(route, Beginning.of(opening));
    }

    /// A new run.
    public Start open(Route route, Beginning beginning) {
        PlanName plan = beginning.opening().plan();
        RunId id =
                beginning
                        .expected()
                        .map(expected -> id(plan, expected.savedPlan()))
                        .orElseGet(() -> freshId(plan, tools.ids()));
        List<Event> events = beginning.events();
        return taken(
                id,
                lease -> {
                    Instant now = tools.clock().instant().truncatedTo(ChronoUnit.MILLIS);
                    if (!tools.journal().append(lease, 1, now, events)) {
                        return new Start.Busy(id, "another process");
                    }
                    List<Entry> entries = new ArrayList<>();
                    for (Event event : events) {
                        entries.add(new Entry(entries.size() + 1L, now, event));
                    }
                    RunState state = RunState.replay(id, entries);
                    return new Start.Ready(new Running(tools, route, lease, state, List.of()));
                });
    }

    /// The name that the run of a saved plan gets here. It follows from the plan's digest.
    public RunId id(PlanName plan, String savedPlan) {
        return freshId(plan, RunIds.following(savedPlan));
    }

    /// Goes on with a run: forward, or back if it was going back.
    ///
    /// @param route assembled again from the documents of the run's opening
    public Start resume(RunId id, Route route) {
        return known(
                id,
                (lease, state) ->
                        isOver(state)
                                ? over(lease, state)
                                : ready(
                                        route,
                                        lease,
                                        state,
                                        List.of(
                                                new Signal.Resumed(
                                                        tools.version(), tools.holder()))));
    }

    /// Makes a run one of another plan, while nobody carries it out.
    ///
    /// @param judged the state that the amendment was made for
    /// @return who has the run, when it was not amended
    public Optional<String> amend(RunState judged, Event.RunAmended amended) {
        return write(judged, List.of(amended));
    }

    /// Keeps with a run that somebody answers for more of what is not proven of it, while nobody carries it out.
    ///
    /// @return who has the run, when it was not kept
    public Optional<String> waive(RunState judged, List<Waived> waived) {
        return write(judged, waived.stream().<Event>map(Event.RunWaived::new).toList());
    }

    private Optional<String> write(RunState judged, List<Event> events) {
        return switch (tools.journal().acquire(judged.id(), tools.holder())) {
            case Acquired.Taken(var holder) -> Optional.of(holder);
            case Acquired.Granted(var lease) -> {
                Instant now = tools.clock().instant().truncatedTo(ChronoUnit.MILLIS);
                boolean isWritten = tools.journal().append(lease, judged.last() + 1, now, events);
                tools.journal().release(lease);
                yield isWritten ? Optional.empty() : Optional.of("another process");
            }
        };
    }

    /// Undoes all that a run changed, also when it had ended.
    public Start rollback(RunId id, Route route, String why) {
        return back(id, route, new Signal.RollbackAsked(why));
    }

    /// Undoes a step and all that depends on it; the run stays open. Impossible for an unknown step, and past a point of no return.
    public Start rollback(RunId id, Route route, StepId step) {
        if (route.graph().step(step).isEmpty()) {
            return new Start.Impossible(
                    id, "the run has no step " + step + "; `gotthard status` lists its steps");
        }
        Optional<StepId> irreversible =
                tools.journal()
                        .state(id)
                        .flatMap(
                                state ->
                                        WayBack.irreversible(
                                                Course.of(route.graph()), state, step));
        return irreversible
                .<Start>map(
                        passed ->
                                new Start.Impossible(
                                        id,
                                        step
                                                + " can't be undone, because "
                                                + passed
                                                + " is a point of no return that was passed; undo"
                                                + " a step that does not lead there"))
                .orElseGet(() -> back(id, route, new Signal.UndoAsked(step)));
    }

    /// Only hears what is asked of a run, whatever its ending, and looks at what is claimed; starts nothing else.
    public Start attend(RunId id, Route route) {
        return known(
                id,
                (lease, state) ->
                        ready(
                                route,
                                lease,
                                state,
                                List.of(new Signal.StopAsked(StopLevel.ATTEND))));
    }

    private Start back(RunId id, Route route, Signal asked) {
        return known(
                id,
                (lease, state) -> {
                    if (state.ending().equals(Optional.of(Ending.ROLLED_BACK))) {
                        return over(lease, state);
                    }
                    Optional<Instant> collected = state.operations().collected();
                    return collected.isPresent()
                            ? impossible(
                                    lease,
                                    "there is no way back from the run "
                                            + id
                                            + ": what it kept for that at its sites was removed at "
                                            + collected.get()
                                            + "; undo it by a plan of its own")
                            : ready(
                                    route,
                                    lease,
                                    state,
                                    List.of(
                                            new Signal.Resumed(tools.version(), tools.holder()),
                                            asked));
                });
    }

    /// Verifies afresh whatever a run had verified. The caller closes nothing.
    public Visit<Recheck.Result> verify(RunId id, Route route, RunObserver observer)
            throws InterruptedException {
        return visit(
                known(id, (lease, state) -> ready(route, lease, state, List.of())),
                running -> running.recheck(observer));
    }

    /// Removes what a run that is over keeps at its sites for its way back, of which there is none from then on. The caller
    /// closes nothing.
    ///
    /// @param by who asked for it
    public Visit<Collection.Result> collect(RunId id, Route route, RunObserver observer, String by)
            throws InterruptedException {
        return visit(
                known(
                        id,
                        (lease, state) ->
                                isOver(state)
                                        ? ready(route, lease, state, List.of())
                                        : impossible(
                                                lease,
                                                "the run "
                                                        + id
                                                        + " is not over, and may need what it keeps at"
                                                        + " its sites; go on with it, roll it back or"
                                                        + " cancel it first")),
                running -> running.collect(observer, by));
    }

    private static <T> Visit<T> visit(Start start, Visiting<T> work) throws InterruptedException {
        return switch (start) {
            case Start.Ready(var running) -> {
                try (running) {
                    yield new Visit.Made<>(work.in(running));
                }
            }
            case Start.Busy(var run, var holder) -> new Visit.Busy<>(run, holder);
            case Start.Missing(var run) -> new Visit.Missing<>(run);
            case Start.Over(var state) -> new Visit.Missing<>(state.id());
            case Start.Impossible(_, var why) -> new Visit.Impossible<>(why);
        };
    }

    /// What becomes of a run that the journal knows, once this process has its lease.
    private Start known(RunId id, BiFunction<Lease, RunState, Start> then) {
        return taken(
                id,
                lease ->
                        tools.journal()
                                .state(id)
                                .map(state -> then.apply(lease, state))
                                .orElseGet(() -> missing(lease)));
    }

    private Start taken(RunId id, Function<Lease, Start> then) {
        return switch (tools.journal().acquire(id, tools.holder())) {
            case Acquired.Granted(var lease) -> then.apply(lease);
            case Acquired.Taken(var holder) -> new Start.Busy(id, holder);
        };
    }

    private Start ready(Route route, Lease lease, RunState state, List<Signal> first) {
        return Downgrade.of(route, state, tools.version())
                .map(why -> impossible(lease, why))
                .orElseGet(() -> new Start.Ready(new Running(tools, route, lease, state, first)));
    }

    private Start over(Lease lease, RunState state) {
        tools.journal().release(lease);
        return new Start.Over(state);
    }

    private Start impossible(Lease lease, String why) {
        tools.journal().release(lease);
        return new Start.Impossible(lease.run(), why);
    }

    private Start missing(Lease lease) {
        tools.journal().release(lease);
        return new Start.Missing(lease.run());
    }

    private static boolean isOver(RunState state) {
        return state.ending().filter(ending -> !ending.staysOpen()).isPresent();
    }

    private RunId freshId(PlanName plan, RunIds ids) {
        RunId id = ids.next(plan);
        while (tools.journal().runs().contains(id)) {
            id = ids.next(plan);
        }
        return id;
    }

    /// What runs are made with.
    ///
    /// @param version of Gotthard
    /// @param holder person, host and process, as others are told who has a run
    public record Tools(
            Journal journal,
            Secrets secrets,
            InstantSource clock,
            RunIds ids,
            String version,
            String holder) {}

    private interface Visiting<T> {
        T in(Running running) throws InterruptedException;
    }
}
