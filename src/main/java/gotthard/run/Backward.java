package gotthard.run;

import gotthard.action.Before;
import gotthard.action.Declaration;
import gotthard.action.Failure;
import gotthard.action.Outcome;
import gotthard.action.Verdict;
import gotthard.graph.Step;
import gotthard.graph.StepId;
import gotthard.journal.Event;
import gotthard.journal.StepRecord;
import gotthard.journal.StepState;

import java.util.ArrayDeque;
import java.util.Optional;

/// The way of a step back: after all that depends on it, undo and check that it is restored.
final class Backward {
    private final Draft draft;

    Backward(Draft draft) {
        this.draft = draft;
    }

    /// From now on everything that this run changed is undone.
    void turn(String why) {
        if (draft.way() == Way.BACK) {
            return;
        }
        draft.record(new Event.RunTurned(Event.Direction.BACK, why));
        draft.turn(Way.BACK);
        draft.part(Optional.empty());
        begin();
    }

    /// From now on a step and all that depends on it are undone, and then the run stops.
    void turnPart(StepId target) {
        if (draft.way() == Way.BACK) {
            return;
        }
        if (WayBack.irreversible(draft.course(), draft.run(), target).isPresent()) {
            draft.stop(StopLevel.START_NOTHING);
            return;
        }
        draft.turn(Way.PART_BACK);
        draft.part(Optional.of(target));
        begin();
    }

    /// Durable before the first undo, so that another process goes on with the same part.
    private void intendPart(StepId target) {
        draft.part(Optional.empty());
        for (StepId id : draft.course().withDependants(target)) {
            StepRecord record = draft.step(id);
            if (!record.touched()) {
                continue;
            }
            if (!isUndoable(id)) {
                unverified(record);
            } else if (!WayBack.isOn(record)) {
                draft.record(new Event.StepUndoIntended(id, record.undoAttempts() + 1));
            }
        }
        count();
    }

    /// What was only looked at does not count any more once that is undone, and is looked at again.
    private void unverified(StepRecord record) {
        if (record.isVerified()) {
            draft.record(new Event.StepReleased(record.id()));
        }
    }

    /// Finds what is to be undone, and which of it first.
    void begin() {
        draft.forgetWhatWaits();
        markUnsettled();
        count();
        draft.unsettled().stream()
                .filter(id -> !draft.flights().containsKey(id))
                .forEach(draft::enlist);
        beginUndoing();
    }

    /// Counts for each step how many have to be undone before it.
    private void count() {
        for (Step step : draft.course().steps().reversed()) {
            if (draft.awaits(step.id()) > 0 || mustUndo(step.id())) {
                draft.course()
                        .undoneAfter(step.id())
                        .forEach(after -> draft.awaits(after, draft.awaits(after) + 1));
            }
        }
    }

    private void markUnsettled() {
        for (Flight flight : draft.flights().values()) {
            if (flight.isForward()) {
                draft.unsettled(flight.job().step());
            }
        }
        var lost = new Lost(draft, this);
        for (Step step : draft.course().steps()) {
            StepState state = draft.step(step.id()).state();
            if (lost.mayBeDone(step)) {
                draft.unsettled(step.id());
            }
            if (draft.step(step.id()).touched()
                    && isUndoable(step.id())
                    && (state instanceof StepState.Running || state instanceof StepState.Unknown)) {
                draft.unsettled(step.id());
            }
        }
    }

    private void beginUndoing() {
        if (!draft.unsettled().isEmpty()) {
            return;
        }
        draft.part().ifPresent(this::intendPart);
        for (Step step : draft.course().steps()) {
            if (mustUndo(step.id()) && draft.awaits(step.id()) == 0) {
                draft.enlist(step.id());
            }
        }
    }

    /// The step's attempt has ended.
    void settle(StepId id) {
        if (draft.unsettled().contains(id)) {
            draft.settled(id);
            beginUndoing();
        }
    }

    private boolean isUndoable(StepId id) {
        return draft.course().reversal(id) != Declaration.Reversal.NOTHING_TO_UNDO;
    }

    /// Whether this way back has to undo the step, and has not yet.
    boolean mustUndo(StepId id) {
        StepRecord record = draft.step(id);
        return record.touched()
                && isUndoable(id)
                && (draft.way() == Way.BACK || WayBack.isOn(record));
    }

    /// Goes on with a step, in slots that are free.
    void start(StepId id) {
        StepRecord record = draft.step(id);
        if (draft.unsettled().contains(id)) {
            draft.launch(
                    record.touched()
                            ? new Order.Check(
                                    id,
                                    record.generation(),
                                    draft.deadline(id),
                                    record.checkpoint())
                            : new Order.Look(id, record.generation(), draft.deadline(id)));
        } else if (draft.course().reversal(id) == Declaration.Reversal.IRREVERSIBLE) {
            refuse(id);
        } else if (draft.trail(id).undone() || isToBeLookedAt(id)) {
            checkRestored(id);
        } else if (!new Guarding(draft).holdsBack(id)) {
            undo(id);
        }
    }

    /// Whether an undo was intended of which this process does not know how it ended.
    private boolean isToBeLookedAt(StepId id) {
        return WayBack.isBeingUndone(draft.step(id).state()) && !draft.trail(id).looked();
    }

    private void refuse(StepId id) {
        draft.record(new Event.StepUndoIntended(id, draft.step(id).undoAttempts() + 1));
        draft.record(
                new Event.StepUndone(
                        id,
                        new Outcome.Failed(
                                Failure.refused(
                                        "the step "
                                                + id
                                                + " is a point of no return, so that neither it nor what it needs can be undone",
                                        "leave it as it is, or put right by hand what it needs"))));
        draft.note(id, draft.trail(id).givenUp());
    }

    private void undo(StepId id) {
        StepRecord record = draft.step(id);
        Before before = record.before().orElseGet(Before.Absent::new);
        draft.note(id, draft.trail(id).seen().afterUndo(false));
        draft.record(new Event.StepUndoIntended(id, record.undoAttempts() + 1));
        draft.launch(
                new Order.Undo(
                        id, record.generation(), draft.deadline(id), before, record.checkpoint()));
    }

    private void checkRestored(StepId id) {
        StepRecord record = draft.step(id);
        Before before = record.before().orElseGet(Before.Absent::new);
        draft.launch(new Order.CheckRestored(id, record.generation(), draft.deadline(id), before));
    }

    /// An undo has ended.
    ///
    /// @param overdue whether its deadline had passed, so that its end was recorded as unclear already
    void undone(StepId id, Outcome outcome, boolean overdue) {
        if (!overdue) {
            draft.record(new Event.StepUndone(id, outcome));
        }
        boolean well =
                !overdue
                        && (outcome instanceof Outcome.Changed
                                || outcome instanceof Outcome.AlreadyDone);
        draft.note(id, draft.trail(id).afterUndo(well));
        if (draft.isInterrupted()) {
            return;
        }
        if (!overdue && outcome instanceof Outcome.Failed(var failure)) {
            failed(id, failure);
        } else {
            checkRestored(id);
        }
    }

    void restoredChecked(StepId id, Verdict verdict) {
        if (!WayBack.isOn(draft.step(id))) {
            draft.enlist(id);
            return;
        }
        if (draft.isInterrupted()) {
            return;
        }
        Trail trail = draft.trail(id);
        switch (verdict) {
            case Verdict.Holds _ -> {
                draft.record(new Event.StepRestored(id, verdict));
                draft.note(id, trail.seen().afterUndo(false));
                cleared(id);
            }
            case Verdict.Differs(var differences) -> {
                draft.note(id, trail.seen().afterUndo(false));
                if (trail.undone()) {
                    draft.record(new Event.StepRestored(id, verdict));
                }
                if (trail.looked()) {
                    failed(id, Failure.transientFailure(differences.getFirst().toString(), ""));
                } else {
                    draft.enlist(id);
                }
            }
            case Verdict.Underway _ -> {
                draft.note(id, trail.underWay());
                draft.enlistAfter(id, draft.backoff().after(id, 1));
            }
            case Verdict.Unreadable(var failure) -> unreadable(id, failure, verdict);
        }
    }

    private void unreadable(StepId id, Failure failure, Verdict verdict) {
        Trail trail = draft.trail(id).unseen();
        if (failure.kind().mayPass() && trail.blind() < Waiting.MOST_BLIND_LOOKS) {
            draft.note(id, trail);
            draft.enlistAfter(id, draft.backoff().after(id, trail.blind()));
            return;
        }
        draft.record(new Event.StepRestored(id, verdict));
        draft.note(id, trail.givenUp());
    }

    private void failed(StepId id, Failure failure) {
        int made = draft.attempts().undone(id);
        if (failure.kind().mayPass() && made < Math.max(2, draft.course().step(id).attempts())) {
            draft.enlistAfter(id, draft.backoff().after(id, made));
            return;
        }
        if (!(draft.step(id).state() instanceof StepState.RollbackFailed)) {
            draft.record(new Event.StepUndone(id, new Outcome.Failed(failure)));
        }
        draft.note(id, draft.trail(id).givenUp());
    }

    /// Releases what waited for this step's undoing.
    private void cleared(StepId first) {
        var open = new ArrayDeque<StepId>();
        open.add(first);
        while (!open.isEmpty()) {
            for (StepId next : draft.course().undoneAfter(open.remove())) {
                draft.awaits(next, draft.awaits(next) - 1);
                if (draft.awaits(next) == 0) {
                    if (mustUndo(next)) {
                        draft.enlist(next);
                    } else {
                        open.add(next);
                    }
                }
            }
        }
    }
}
