package gotthard.world;

/// A copy from one site to another.
///
/// @param edge whose slot it takes; -1 where it takes none
record CopyAct(CellVariables of, int from, int at, boolean isMutable, boolean full, int edge)
        implements Act {
    @Override
    public boolean apply(long[] state) {
        if (!Layout.allows(state, of.base[from], Layout.FULL)) {
            return false;
        }
        force(state);
        return true;
    }

    @Override
    public void force(long[] state) {
        Layout.set(state, of.base[at], Layout.FULL);
        bring(state);
        Layout.set(state, of.baseVerified[at], full ? 1 : 0);
        Layout.set(state, of.writeVerified[at], full ? Layout.get(state, of.write[at]) : 0);
        takeSlot(state, 1);
    }

    private void bring(long[] state) {
        int write = Layout.get(state, of.write[from]);
        if (isMutable || write != 0) {
            Layout.set(state, of.write[at], write);
        }
    }

    private void takeSlot(long[] state, int slot) {
        if (edge >= 0 && !Layout.is(state, of.run[edge])) {
            Layout.set(state, of.slot[edge], slot);
            Layout.set(state, of.stream[edge], 0);
        }
    }

    @Override
    public int halves() {
        return 2;
    }

    @Override
    public boolean half(int way, long[] state) {
        if (!Layout.allows(state, of.base[from], Layout.FULL)) {
            return false;
        }
        if (way == 1) {
            int before = Layout.get(state, of.write[at]);
            bring(state);
            if (Layout.get(state, of.write[at]) == before) {
                return false;
            }
        }
        leaveHalf(state);
        takeSlot(state, 1);
        return true;
    }

    private void leaveHalf(long[] state) {
        Layout.set(state, of.base[at], Layout.HALF);
        Layout.set(state, of.baseVerified[at], 0);
        Layout.set(state, of.writeVerified[at], 0);
    }

    @Override
    public boolean lies() {
        return !full;
    }

    @Override
    public boolean undo(long[] state) {
        Layout.set(state, of.base[at], Layout.NONE);
        Layout.set(state, of.baseVerified[at], 0);
        Layout.set(state, of.writeVerified[at], 0);
        remove(state);
        takeSlot(state, 0);
        return true;
    }

    private void remove(long[] state) {
        if (isMutable || !Layout.is(state, of.accepted[at])) {
            Layout.set(state, of.write[at], 0);
        }
    }

    @Override
    public int undoHalves() {
        return 2;
    }

    @Override
    public boolean undoHalf(int way, long[] state) {
        if (way == 1) {
            int before = Layout.get(state, of.write[at]);
            remove(state);
            if (Layout.get(state, of.write[at]) == before) {
                return false;
            }
        }
        leaveHalf(state);
        takeSlot(state, 0);
        return true;
    }

    @Override
    public boolean matters() {
        return of.base[at] != Layout.ABSENT
                || of.write[at] != Layout.ABSENT
                || (edge >= 0 && of.slot[edge] != Layout.ABSENT);
    }
}
