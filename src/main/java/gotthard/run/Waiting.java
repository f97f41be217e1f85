package gotthard.run;

import gotthard.action.Declaration;
import gotthard.action.Difference;
import gotthard.action.Failure;
import gotthard.action.Prediction;
import gotthard.graph.StepId;
import gotthard.journal.Deviation;
import gotthard.journal.Event;
import gotthard.journal.Hold;
import gotthard.journal.StepRecord;
import gotthard.journal.StepState;

import java.util.Comparator;
import java.util.List;

/// Keeps a step where it is while something is in its way, and looks again where that may pass.
final class Waiting {
    /// How often in a row a site may be unreadable before this process gives up on the step.
    static final int MOST_BLIND_LOOKS = 6;

    private final Draft draft;

    Waiting(Draft draft) {
        this.draft = draft;
    }

    /// A step that would not do what the saved plan predicted is held, and nothing further is started.
    boolean deviates(StepId id, Prediction now) {
        List<Deviation> deviations = draft.run().deviations(id, now);
        if (!deviations.isEmpty()) {
            hold(id, new Hold.Deviates(deviations));
            draft.freeze();
        }
        return !deviations.isEmpty();
    }

    void hold(StepId id, Hold hold) {
        if (!draft.step(id).state().equals(new StepState.Held(hold))) {
            draft.record(new Event.StepHeld(id, hold));
        }
    }

    /// Whether others made what stands there, so that the step is held.
    boolean holdsForeign(StepId id, List<Difference> differences) {
        List<Difference> foreign = Attempts.foreign(differences);
        if (!foreign.isEmpty()) {
            hold(id, new Hold.Foreign(foreign));
        }
        return !foreign.isEmpty();
    }

    /// Whether steps that need this one began on what it was, so that it is held: no proof speaks of changing it once more under them.
    boolean holdsReliedUpon(StepId id, List<Difference> differences) {
        if (draft.way() != Way.FORWARD) {
            return false;
        }
        List<StepId> by =
                draft.course().withDependants(id).stream()
                        .filter(other -> !other.equals(id) && hasBegun(other))
                        .sorted(Comparator.comparingInt(draft.course()::place))
                        .toList();
        if (!by.isEmpty()) {
            hold(id, new Hold.ReliedUpon(by, differences));
        }
        return !by.isEmpty();
    }

    /// What leaves nothing to undo relies on nothing as soon as it does not count any more.
    private boolean hasBegun(StepId id) {
        StepRecord record = draft.step(id);
        return record.touched()
                && (draft.course().reversal(id) != Declaration.Reversal.NOTHING_TO_UNDO
                        || record.isSettled()
                        || Attempts.isOpen(record));
    }

    void unreadable(StepId id, Failure failure) {
        hold(id, new Hold.Unreadable(failure));
        lookAgainUnlessHopeless(id, failure);
    }

    void lookAgainUnlessHopeless(StepId id, Failure failure) {
        Trail trail = draft.trail(id).unseen();
        if (!failure.kind().mayPass() || trail.blind() >= MOST_BLIND_LOOKS) {
            draft.note(id, trail.givenUp());
            return;
        }
        draft.note(id, trail);
        draft.enlistAfter(id, draft.backoff().after(id, trail.blind()));
    }

    void again(StepId id) {
        draft.note(id, draft.trail(id).seen());
        draft.enlistAfter(id, draft.backoff().after(id, 1));
    }
}
