package gotthard.world;

/// Nothing.
///
/// @param halves in how many ways it can stop halfway
record IdleAct(int halves) implements Act {
    @Override
    public boolean apply(long[] state) {
        return true;
    }

    @Override
    public boolean half(int way, long[] state) {
        return way < halves;
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
