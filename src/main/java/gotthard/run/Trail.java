package gotthard.run;

/// What this process has seen of a step; forgotten when it ends.
///
/// @param looked whether a look told how the step stands
/// @param undone whether an undo has ended well and waits for its verification
/// @param stuck whether this process gave up on it
/// @param blind how often in a row nothing could be read
record Trail(boolean looked, boolean undone, boolean stuck, int blind) {
    static final Trail NONE = new Trail(false, false, false, 0);

    Trail seen() {
        return new Trail(true, undone, stuck, 0);
    }

    Trail unseen() {
        return new Trail(false, undone, stuck, blind + 1);
    }

    Trail underWay() {
        return new Trail(false, undone, stuck, 0);
    }

    Trail afterUndo(boolean well) {
        return new Trail(looked, well, stuck, blind);
    }

    Trail givenUp() {
        return new Trail(looked, undone, true, blind);
    }
}
