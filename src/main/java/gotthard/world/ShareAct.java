package gotthard.world;

import java.util.List;

/// One of several effects that are the same, such as two workloads of a cell at a site: the level has gone to its other end when all of
/// them have, and back when all are undone; between, it is half.
///
/// @param whole what they do together
/// @param shares for each of them how far it is
/// @param turn which of them it is
record ShareAct(LevelAct whole, List<Integer> shares, int turn) implements Act {
    @Override
    public boolean apply(long[] state) {
        return begins(state) && set(state, Layout.FULL);
    }

    /// Where another of them has begun, the level is as that one made it.
    private boolean begins(long[] state) {
        return !areAll(Layout.NONE, state) || Layout.allows(state, whole.field(), whole.before());
    }

    private boolean areAll(int level, long[] state) {
        for (int share : shares) {
            if (Layout.get(state, share) != level) {
                return false;
            }
        }
        return true;
    }

    private boolean set(long[] state, int level) {
        Layout.set(state, shares.get(turn), level);
        int together =
                areAll(Layout.NONE, state)
                        ? whole.before()
                        : areAll(Layout.FULL, state) ? whole.after() : Layout.HALF;
        Layout.set(state, whole.field(), together);
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
        return set(state, Layout.FULL);
    }

    @Override
    public boolean undo(long[] state) {
        return set(state, Layout.NONE);
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
        return whole.matters();
    }
}
