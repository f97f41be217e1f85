package gotthard.run;

import gotthard.action.Declaration;
import gotthard.graph.StepId;
import gotthard.journal.Hold;
import gotthard.journal.RunState;
import gotthard.journal.StepRecord;
import gotthard.journal.StepState;

import java.util.Optional;

/// What a run's records say of the way back.
final class WayBack {
    private WayBack() {}

    /// A point of no return that was passed, and keeps a step from being undone with what depends on it.
    static Optional<StepId> irreversible(Course course, RunState run, StepId target) {
        return course.withDependants(target).stream()
                .filter(id -> run.step(id).touched())
                .filter(id -> course.reversal(id) == Declaration.Reversal.IRREVERSIBLE)
                .findFirst();
    }

    /// Whether its undoing was intended, and has not come to its end; also where that is held.
    static boolean isOn(StepRecord record) {
        return isBeingUndone(record.state())
                || (isHeld(record.state()) && record.undoAttempts() > 0);
    }

    static boolean isBeingUndone(StepState state) {
        return state instanceof StepState.RollingBack || state instanceof StepState.RollbackFailed;
    }

    static boolean isHeld(StepState state) {
        return state instanceof StepState.Held(Hold.Breach _);
    }
}
