package gotthard.run;

import gotthard.action.Failure;
import gotthard.action.Outcome;
import gotthard.graph.Graph;
import gotthard.graph.StepId;
import gotthard.inventory.Inventory;
import gotthard.journal.Entry;
import gotthard.journal.Event;
import gotthard.journal.RunState;
import gotthard.proof.Outlook;

import org.pcollections.HashTreePMap;
import org.pcollections.HashTreePSet;
import org.pcollections.TreePSet;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The rules by which a run goes on: what was heard is written down, then whatever may start is started.
public final class Rules implements Decider {
    private final Ground ground;
    private final Vetting vetting;
    private final Options options;

    /// What does not change while a run goes on.
    record Ground(Course course, Guard guard) {}

    Rules(Ground ground, Inventory inventory, Options options) {
        this.ground = ground;
        vetting = new Vetting(ground.course().graph(), new Basis(inventory));
        this.options = options;
    }

    public Rules(Graph graph, Inventory inventory, Options options) {
        this(new Ground(Course.of(graph), Guard.NONE), inventory, options);
    }

    static Rules of(Route route, Options options) {
        var guard = Guard.of(route.graph(), route.model(), options.states());
        return new Rules(new Ground(Course.of(route.graph()), guard), route.inventory(), options);
    }

    /// The state of a process that takes a run over: nothing is under way, and what is open will be looked at.
    ///
    /// @param entries all of the run; they lead to its state
    public State open(RunState run, List<Entry> entries) {
        return open(run, ground.guard().after(entries, run));
    }

    /// The same, where nothing is judged.
    public State open(RunState run) {
        return open(run, Outlook.NONE);
    }

    private State open(RunState run, Outlook outlook) {
        boolean partly = run.steps().values().stream().anyMatch(WayBack::isOn);
        Way way =
                run.direction() == Event.Direction.BACK
                        ? Way.BACK
                        : partly ? Way.PART_BACK : Way.FORWARD;
        var state =
                new State(
                        run,
                        outlook,
                        run,
                        way,
                        HashTreePMap.empty(),
                        Slots.free(run.opening().limits()),
                        HashTreePMap.empty(),
                        HashTreePMap.empty(),
                        Agenda.EMPTY,
                        TreePSet.empty(),
                        HashTreePSet.empty(),
                        HashTreePSet.empty(),
                        Optional.empty(),
                        false,
                        Optional.empty(),
                        Optional.empty());
        var draft = new Draft(ground, state, run.lastAt());
        var backward = new Backward(draft);
        if (way == Way.FORWARD) {
            new Forward(draft, backward).begin();
        } else {
            backward.begin();
        }
        return draft.state();
    }

    @Override
    public Turn decide(State state, List<Signal> heard, Instant now) {
        var draft = new Draft(ground, state, now.truncatedTo(ChronoUnit.MILLIS));
        var backward = new Backward(draft);
        var forward = new Forward(draft, backward);
        var operating = new Operating(draft, backward);
        var inbox = new Inbox(draft, backward, operating, vetting);
        var sparing = new Sparing(draft, options.grace());
        for (Signal signal : heard) {
            hear(signal, draft, forward, backward, operating, inbox);
            spare(signal, sparing);
        }
        sparing.giveWay();
        cancelOverdue(draft, sparing);
        draft.ringAlarms();
        operating.endWaivers();
        if (draft.way() == Way.FORWARD && draft.mayStart()) {
            inbox.openGates();
        }
        operating.checkClaims();
        startWhatMay(draft, forward, backward);
        new Close(draft, backward, options).close();
        return draft.turn();
    }

    private static void hear(
            Signal signal,
            Draft draft,
            Forward forward,
            Backward backward,
            Operating operating,
            Inbox inbox) {
        switch (signal) {
            case Signal.Report report when operating.isClaimed(report.step()) ->
                    draft.land(report.step()).ifPresent(_ -> operating.checked(report));
            case Signal.Report report ->
                    draft.land(report.step())
                            .ifPresent(
                                    flight ->
                                            landed(report, flight.cancelled(), forward, backward));
            case Signal.CheckpointReached(var step, var checkpoint, var ticket) -> {
                draft.record(new Event.StepCheckpointed(step, checkpoint));
                draft.order(new Order.Confirm(ticket));
            }
            case Signal.Kept(var step, var title, var content, var ticket) -> {
                draft.record(new Event.StepKept(step, title, content));
                draft.order(new Order.Confirm(ticket));
            }
            case Signal.Asked(var row, var request) -> inbox.asked(row, request, true);
            case Signal.Found(var row, var request) -> inbox.asked(row, request, false);
            case Signal.StopAsked(var level) -> stop(draft, level);
            case Signal.Resumed(var version, var by) ->
                    draft.record(new Event.RunResumed(version, by));
            case Signal.RollbackAsked(var why) -> backward.turn(why);
            case Signal.UndoAsked(var step) -> backward.turnPart(step);
            case Signal.SitePaused _, Signal.SiteResumed _ -> {}
        }
    }

    private static void spare(Signal signal, Sparing sparing) {
        if (signal instanceof Signal.SitePaused(var site, var pause)) {
            sparing.paused(site, pause);
        } else if (signal instanceof Signal.SiteResumed(var site)) {
            sparing.resumed(site);
        }
    }

    private static void landed(
            Signal.Report report, boolean cancelled, Forward forward, Backward backward) {
        switch (report) {
            case Signal.Looked looked -> forward.looked(looked);
            case Signal.Ended(var step, var outcome) -> forward.ended(step, outcome, cancelled);
            case Signal.Checked(var step, var verdict) -> forward.checked(step, verdict);
            case Signal.Undone(var step, var outcome) -> backward.undone(step, outcome, cancelled);
            case Signal.RestoredChecked(var step, var verdict) ->
                    backward.restoredChecked(step, verdict);
            case Signal.Collected _ -> {}
        }
    }

    private static void stop(Draft draft, StopLevel level) {
        draft.stop(level);
        if (draft.isInterrupted()) {
            for (StepId id : List.copyOf(draft.flights().keySet())) {
                draft.order(new Order.Cancel(id));
            }
        }
    }

    private void cancelOverdue(Draft draft, Sparing sparing) {
        for (Map.Entry<StepId, Flight> entry : Map.copyOf(draft.flights()).entrySet()) {
            Flight flight = entry.getValue();
            if (!flight.cancelled()
                    && !flight.until().isAfter(draft.now())
                    && !sparing.waits(entry.getKey(), flight)) {
                overdue(draft, entry.getKey(), flight);
            }
        }
    }

    private void overdue(Draft draft, StepId id, Flight flight) {
        var unclear =
                new Outcome.Unclear(
                        Failure.transientFailure(
                                "the step "
                                        + id
                                        + " did not end within "
                                        + draft.course().step(id).deadline().toSeconds()
                                        + " s",
                                "give it a longer deadline, or look what holds it up at its sites"));
        switch (flight.job()) {
            case Order.Apply _ -> draft.record(new Event.StepEnded(id, unclear));
            case Order.Undo _ -> draft.record(new Event.StepUndone(id, unclear));
            case Order.Look _, Order.Check _, Order.CheckRestored _, Order.Collect _ -> {}
        }
        draft.order(new Order.Cancel(id));
        draft.fly(id, flight.cancelledAt(draft.now().plus(options.grace())));
    }

    private static void startWhatMay(Draft draft, Forward forward, Backward backward) {
        while (draft.mayStart()) {
            Optional<StepId> next = draft.nextInLine();
            if (next.isEmpty()) {
                return;
            }
            StepId id = next.get();
            if (draft.flights().containsKey(id)) {
                continue;
            }
            if (draft.way() == Way.FORWARD) {
                boolean isDoubted = draft.trail(id).doubter().isPresent();
                boolean isOpen = !draft.step(id).isSettled() && !draft.rest().isPaused(id);
                if (isDoubted || isOpen) {
                    forward.start(id);
                }
            } else if (draft.unsettled().contains(id) || backward.mustUndo(id)) {
                backward.start(id);
            }
        }
    }
}
