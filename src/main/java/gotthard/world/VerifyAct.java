package gotthard.world;

/// Two sites are compared.
record VerifyAct(CellVariables of, int from, int at) implements Act {
    @Override
    public boolean apply(long[] state) {
        boolean isBehind = Layout.is(state, of.write[from]) && !Layout.is(state, of.write[at]);
        if (!Layout.allows(state, of.base[at], Layout.FULL) || isBehind) {
            return false;
        }
        force(state);
        return true;
    }

    @Override
    public void force(long[] state) {
        Layout.set(state, of.baseVerified[at], 1);
        Layout.set(state, of.writeVerified[at], Layout.get(state, of.write[at]));
    }

    @Override
    public boolean undo(long[] state) {
        return true;
    }

    @Override
    public boolean matters() {
        return of.base[at] != Layout.ABSENT || of.write[at] != Layout.ABSENT;
    }
}
