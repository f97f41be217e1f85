package gotthard.overview;

import gotthard.graph.StepId;
import gotthard.journal.RunState;
import gotthard.journal.StepRecord;

import java.util.List;

/// Whether and what a rollback would undo.
///
/// @param steps what it would undo: the steps with a change of this run that is not undone
public record WayBack(Kind kind, List<StepId> steps) {
    public WayBack {
        steps = List.copyOf(steps);
    }

    /// How the way back stands.
    public enum Kind {
        /// This run has changed nothing that stands.
        NOTHING,
        /// Some changes stand. The journal records no date on which their undoing ends.
        OPEN,
        /// What was kept for it at the sites was removed.
        CLOSED,
        /// All that this run changed is undone, and verified to be.
        DONE
    }

    static WayBack of(RunState state) {
        List<StepRecord> known =
                state.opening().steps().stream().map(step -> state.step(step.id())).toList();
        List<StepId> touched =
                known.stream().filter(StepRecord::touched).map(StepRecord::id).toList();
        if (state.operations().collected().isPresent()) {
            return new WayBack(Kind.CLOSED, List.of());
        }
        if (!touched.isEmpty()) {
            return new WayBack(Kind.OPEN, touched);
        }
        boolean isUndone = known.stream().anyMatch(step -> step.generation() > 1);
        return new WayBack(isUndone ? Kind.DONE : Kind.NOTHING, List.of());
    }
}
