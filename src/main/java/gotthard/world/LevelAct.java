package gotthard.world;

/// One level goes from one end to the other.
///
/// @param fromHalf whether it may also begin where the level is half
record LevelAct(int field, int before, boolean fromHalf, int after) implements Act {
    @Override
    public boolean apply(long[] state) {
        return begins(state) && set(state, after);
    }

    private boolean begins(long[] state) {
        return Layout.allows(state, field, before)
                || (fromHalf && Layout.allows(state, field, Layout.HALF));
    }

    private boolean set(long[] state, int level) {
        Layout.set(state, field, level);
        return true;
    }

    @Override
    public int halves() {
        return 1;
    }

    @Override
    public boolean half(int way, long[] state) {
        return begins(state) && set(state, Layout.HALF);
    }

    @Override
    public boolean complete(long[] state) {
        return set(state, after);
    }

    @Override
    public boolean undo(long[] state) {
        return set(state, before);
    }

    @Override
    public int undoHalves() {
        return 1;
    }

    @Override
    public boolean undoHalf(int way, long[] state) {
        return set(state, Layout.HALF);
    }

    @Override
    public boolean matters() {
        return field != Layout.ABSENT;
    }
}
