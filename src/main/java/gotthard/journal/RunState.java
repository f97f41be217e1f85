package gotthard.journal;

import gotthard.action.Prediction;
import gotthard.graph.StepId;

import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Where a run stands: a pure fold over its entries, cheap to extend by one.
///
/// @param last the sequence number of the last entry
/// @param handled rows of the inbox that were accepted or refused
/// @param expected what the run is predicted to do, when it was opened by a saved plan
/// @param operations what operators asked and still stands
/// @param ending how the last process's part ended, while no other has resumed the run
public record RunState(
        RunId id,
        Opening opening,
        Instant openedAt,
        Event.Direction direction,
        PMap<StepId, StepRecord> steps,
        PVector<Request.Approve> approvals,
        long handled,
        long last,
        Instant lastAt,
        Optional<Ending> ending,
        Optional<Expected> expected,
        Operations operations) {
    /// The state after the first entry, which must be [Event.RunOpened].
    public static RunState opened(RunId id, Entry first) {
        if (!(first.event() instanceof Event.RunOpened(var opening))) {
            throw new IllegalArgumentException(
                    "the journal of " + id + " does not begin with its opening");
        }
        PMap<StepId, StepRecord> steps = HashTreePMap.empty();
        for (Opening.Listed step : opening.steps()) {
            steps = steps.plus(step.id(), StepRecord.fresh(step.id()));
        }
        return new RunState(
                id,
                opening,
                first.at(),
                Event.Direction.FORWARD,
                steps,
                TreePVector.empty(),
                0,
                first.seq(),
                first.at(),
                Optional.empty(),
                Optional.empty(),
                Operations.NONE);
    }

    /// The state after all these entries, the first of which opens the run.
    public static RunState replay(RunId id, List<Entry> entries) {
        return opened(id, entries.getFirst()).after(entries.subList(1, entries.size()));
    }

    /// The state after more entries.
    RunState after(List<Entry> more) {
        RunState state = this;
        for (Entry entry : more) {
            state = state.after(entry);
        }
        return state;
    }

    /// The state after one more entry.
    public RunState after(Entry entry) {
        return switch (entry.event()) {
            case Event.RunOpened _ -> throw new IllegalArgumentException(id + " was opened twice");
            case Event.RunResumed _ ->
                    with(entry, direction, steps, approvals, handled, Optional.empty());
            case Event.RunTurned(var turned, _) ->
                    with(entry, turned, steps, approvals, handled, Optional.empty());
            case Event.RunEnded(var how) ->
                    with(entry, direction, steps, approvals, handled, Optional.of(how));
            case Event.RunCancelled _ ->
                    with(
                            entry,
                            direction,
                            steps,
                            approvals,
                            handled,
                            Optional.of(Ending.CANCELLED));
            case Event.RequestAccepted(var item, var request) ->
                    with(
                            entry,
                            direction,
                            steps,
                            approvalsWith(request),
                            Math.max(handled, item),
                            ending);
            case Event.RequestRefused(var item, _, _) ->
                    with(entry, direction, steps, approvals, Math.max(handled, item), ending);
            case Event.RunExpects(var what) ->
                    with(entry, direction, steps, approvals, handled, ending)
                            .expecting(Optional.of(what));
            case Event.RunAmended amended -> Amending.after(this, entry, amended);
            case Event.RunCollected _,
                    Event.RunImported _,
                    Event.RunWaived _,
                    Event.SitePaused _,
                    Event.SiteResumed _,
                    Event.Unknown _ ->
                    with(entry, direction, steps, approvals, handled, ending);
            case Event.OfStep ofStep ->
                    with(
                            entry,
                            direction,
                            steps.plus(ofStep.step(), step(ofStep.step()).after(entry, ofStep)),
                            approvals,
                            handled,
                            ending);
        };
    }

    /// What is known of a step.
    public StepRecord step(StepId id) {
        StepRecord known = steps.get(id);
        return known == null ? StepRecord.fresh(id) : known;
    }

    /// Whether somebody has approved at a step.
    public boolean hasApproval(StepId step) {
        return approvals.stream().anyMatch(approval -> approval.step().equals(step));
    }

    /// Whether there is a prediction of what a step would do.
    public boolean expects(StepId step) {
        return expected.filter(what -> what.predictions().containsKey(step)).isPresent();
    }

    /// How what a step would do now differs from what is expected of it.
    public List<Deviation> deviations(StepId step, Prediction now) {
        return expected.map(what -> what.deviations(step, now)).orElse(List.of());
    }

    private PVector<Request.Approve> approvalsWith(Request request) {
        return request instanceof Request.Approve approve ? approvals.plus(approve) : approvals;
    }

    private RunState with(
            Entry entry,
            Event.Direction towards,
            PMap<StepId, StepRecord> now,
            PVector<Request.Approve> approved,
            long seen,
            Optional<Ending> how) {
        return new RunState(
                id,
                opening,
                openedAt,
                towards,
                now,
                approved,
                seen,
                entry.seq(),
                entry.at(),
                how,
                expected,
                operations.after(entry));
    }

    private RunState expecting(Optional<Expected> what) {
        return new RunState(
                id,
                opening,
                openedAt,
                direction,
                steps,
                approvals,
                handled,
                last,
                lastAt,
                ending,
                what,
                operations);
    }
}
