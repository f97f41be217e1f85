package gotthard.journal;

import gotthard.action.Blob;

/// What a snapshot makes of a state: kept, and read again.
public final class Retold {
    private static final Blob CHAIN = Blob.of(Chain.START);

    private Retold() {}

    /// The state as a snapshot gives it back.
    public static RunState of(RunState state) {
        return Snapshot.of(state, CHAIN, "0.1.0").state().orElseThrow();
    }
}
