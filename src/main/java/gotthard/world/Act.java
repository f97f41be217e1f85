package gotthard.world;

/// What one effect does to a packed state. Where a method answers false, it was refused, and the state is to be thrown away.
public sealed interface Act
        permits LevelAct,
                ShareAct,
                CopyAct,
                ReplicateAct,
                StopAct,
                DrainAct,
                VerifyAct,
                SwitchAct,
                DeleteAct,
                IdleAct {
    /// What does nothing and asks for nothing.
    static Act idle() {
        return new IdleAct(0);
    }

    /// What does nothing that is kept, and can stop halfway.
    static Act idleThatStops() {
        return new IdleAct(1);
    }

    /// Carries it out from the beginning, if it may begin.
    boolean apply(long[] state);

    /// How many ways there are to stop halfway.
    default int halves() {
        return 0;
    }

    /// Begins, if it may, and stops halfway. Also false where this way is no other than the one before.
    default boolean half(int way, long[] state) {
        return false;
    }

    /// Carries it out to its end from halfway.
    default boolean complete(long[] state) {
        return apply(state);
    }

    /// What it leaves where it was carried out although it should not have begun.
    default void force(long[] state) {
        complete(state);
    }

    /// Whether it may be taken for done while it is half.
    default boolean lies() {
        return false;
    }

    boolean undo(long[] state);

    /// What it leaves where it was undone although that should have been refused.
    default void forceBack(long[] state) {
        undo(state);
    }

    default int undoHalves() {
        return 0;
    }

    default boolean undoHalf(int way, long[] state) {
        return false;
    }

    /// Whether it does or asks anything of what is kept.
    boolean matters();
}
