package gotthard.world;

/// A replication starts.
record ReplicateAct(CellVariables of, Links links, int edge, boolean fromSlot) implements Act {
    @Override
    public boolean apply(long[] state) {
        return begins(state) && complete(state);
    }

    private boolean begins(long[] state) {
        return Layout.allows(state, of.run[edge], 0)
                && (!fromSlot || Layout.allows(state, of.slot[edge], 1));
    }

    @Override
    public boolean complete(long[] state) {
        Layout.set(state, of.run[edge], 1);
        return !takesSlot() || takeSlot(state);
    }

    private boolean takesSlot() {
        return links.streams(edge) && !fromSlot;
    }

    private boolean takeSlot(long[] state) {
        Layout.set(state, of.slot[edge], 1);
        Layout.set(state, of.stream[edge], 0);
        return true;
    }

    @Override
    public int halves() {
        return takesSlot() ? 1 : 0;
    }

    @Override
    public boolean half(int way, long[] state) {
        return begins(state) && takeSlot(state);
    }

    @Override
    public boolean undo(long[] state) {
        Layout.set(state, of.run[edge], 0);
        if (!fromSlot) {
            Layout.set(state, of.slot[edge], 0);
            Layout.set(state, of.stream[edge], 0);
        }
        return true;
    }

    @Override
    public int undoHalves() {
        return takesSlot() ? 1 : 0;
    }

    @Override
    public boolean undoHalf(int way, long[] state) {
        Layout.set(state, of.run[edge], 0);
        return true;
    }

    @Override
    public boolean matters() {
        return of.run[edge] != Layout.ABSENT;
    }
}
