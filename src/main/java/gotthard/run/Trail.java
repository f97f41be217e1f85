package gotthard.run;

import gotthard.graph.StepId;

import java.util.Optional;

/// What this process has seen of a step; forgotten when it ends.
///
/// @param looked whether a look told how the step stands
/// @param undone whether an undo has ended well and waits for its verification
/// @param stuck whether this process gave up on it
/// @param blind how often in a row nothing could be read
/// @param forgiven attempts that do not count any more, because somebody asked to try again
/// @param delays how often in a row it did not begin, because what it needs had to be verified again
/// @param doubter the step that could not begin on its verification, while it is verified again
record Trail(
        boolean looked,
        boolean undone,
        boolean stuck,
        int blind,
        int forgiven,
        int delays,
        Optional<StepId> doubter) {
    static final Trail NONE = new Trail(false, false, false, 0, 0, 0, Optional.empty());

    Trail seen() {
        return new Trail(true, undone, stuck, 0, forgiven, delays, doubter);
    }

    Trail unseen() {
        return new Trail(false, undone, stuck, blind + 1, forgiven, delays, doubter);
    }

    Trail underWay() {
        return new Trail(false, undone, stuck, 0, forgiven, delays, doubter);
    }

    Trail afterUndo(boolean well) {
        return new Trail(looked, well, stuck, blind, forgiven, delays, doubter);
    }

    Trail givenUp() {
        return new Trail(looked, undone, true, blind, forgiven, delays, doubter);
    }

    Trail forgiving(int attempts) {
        return new Trail(looked, undone, stuck, blind, attempts, delays, doubter);
    }

    Trail delayed(int times) {
        return new Trail(looked, undone, stuck, blind, forgiven, times, doubter);
    }

    Trail doubtedBy(Optional<StepId> step) {
        return new Trail(looked, undone, stuck, blind, forgiven, delays, step);
    }
}
