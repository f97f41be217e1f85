package gotthard.run;

/// What this process has seen of a step; forgotten when it ends.
///
/// @param looked whether a look told how the step stands
/// @param undone whether an undo has ended well and waits for its verification
/// @param stuck whether this process gave up on it
/// @param blind how often in a row nothing could be read
/// @param forgiven attempts that do not count any more, because somebody asked to try again
record Trail(boolean looked, boolean undone, boolean stuck, int blind, int forgiven) {
    static final Trail NONE = new Trail(false, false, false, 0, 0);

    Trail seen() {
        return new Trail(true, undone, stuck, 0, forgiven);
    }

    Trail unseen() {
        return new Trail(false, undone, stuck, blind + 1, forgiven);
    }

    Trail underWay() {
        return new Trail(false, undone, stuck, 0, forgiven);
    }

    Trail afterUndo(boolean well) {
        return new Trail(looked, well, stuck, blind, forgiven);
    }

    Trail givenUp() {
        return new Trail(looked, undone, true, blind, forgiven);
    }

    Trail forgiving(int attempts) {
        return new Trail(looked, undone, stuck, blind, attempts);
    }
}
