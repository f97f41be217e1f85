package gotthard.world;

/// A site's data are deleted, and by replications that run also what they brought.
record DeleteAct(CellVariables of, Links links, int at) implements Act {
    @Override
    public boolean apply(long[] state) {
        return delete(Layout.NONE, state);
    }

    private boolean delete(int level, long[] state) {
        forget(at, level, state);
        for (int edge = 0; edge < links.count(); edge++) {
            if (links.from(edge) == at && Layout.is(state, of.run[edge])) {
                int to = links.to(edge);
                int left = Layout.is(state, of.base[to]) ? Layout.HALF : Layout.NONE;
                forget(to, left, state);
            }
        }
        return true;
    }

    private void forget(int site, int level, long[] state) {
        Layout.set(state, of.base[site], level);
        Layout.set(state, of.write[site], 0);
        Layout.set(state, of.baseVerified[site], 0);
        Layout.set(state, of.writeVerified[site], 0);
    }

    @Override
    public int halves() {
        return 1;
    }

    @Override
    public boolean half(int way, long[] state) {
        return delete(Layout.HALF, state);
    }

    @Override
    public boolean undo(long[] state) {
        return false;
    }

    @Override
    public boolean matters() {
        return of.base[at] != Layout.ABSENT || of.write[at] != Layout.ABSENT;
    }
}
