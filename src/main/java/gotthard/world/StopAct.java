package gotthard.world;

/// A replication ends.
record StopAct(CellVariables of, Links links, int edge, boolean resyncs) implements Act {
    @Override
    public boolean apply(long[] state) {
        return Layout.allows(state, of.run[edge], 1) && complete(state);
    }

    @Override
    public boolean complete(long[] state) {
        Layout.set(state, of.run[edge], 0);
        Layout.set(state, of.slot[edge], 0);
        Layout.set(state, of.stream[edge], 0);
        return true;
    }

    @Override
    public int halves() {
        return links.streams(edge) ? 1 : 0;
    }

    @Override
    public boolean half(int way, long[] state) {
        if (!Layout.allows(state, of.run[edge], 1)) {
            return false;
        }
        Layout.set(state, of.run[edge], 0);
        return true;
    }

    @Override
    public boolean undo(long[] state) {
        Layout.set(state, of.run[edge], 1);
        holdSlot(state);
        if (resyncs && Layout.is(state, of.write[links.from(edge)])) {
            links.arrive(links.to(edge), state);
        }
        return true;
    }

    private void holdSlot(long[] state) {
        if (links.streams(edge)) {
            Layout.set(state, of.slot[edge], 1);
            Layout.set(state, of.stream[edge], 0);
        }
    }

    @Override
    public int undoHalves() {
        return links.streams(edge) ? 1 : 0;
    }

    @Override
    public boolean undoHalf(int way, long[] state) {
        Layout.set(state, of.run[edge], 0);
        holdSlot(state);
        return true;
    }

    @Override
    public boolean matters() {
        return of.run[edge] != Layout.ABSENT;
    }
}
