package gotthard.world;

/// Nothing.
record IdleAct() implements Act {
    @Override
    public boolean apply(long[] state) {
        return true;
    }

    @Override
    public boolean undo(long[] state) {
        return true;
    }

    @Override
    public boolean matters() {
        return false;
    }
}
