package gotthard.world;

/// What is on its way arrives.
record DrainAct(CellVariables of, Links links, int edge) implements Act {
    @Override
    public boolean apply(long[] state) {
        if (!Layout.allows(state, of.run[edge], 1)) {
            return false;
        }
        force(state);
        return true;
    }

    @Override
    public void force(long[] state) {
        links.deliver(edge, state);
    }

    @Override
    public boolean undo(long[] state) {
        return true;
    }

    @Override
    public boolean matters() {
        return of.run[edge] != Layout.ABSENT;
    }
}
