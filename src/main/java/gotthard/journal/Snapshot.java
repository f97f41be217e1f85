package gotthard.journal;

import gotthard.action.Blob;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Where a run stood at one of its entries, so that who only looks need not replay what lies before. It is a cache: whatever does
/// not fit in it, it is as if it were not there.
///
/// @param chain at the entry
/// @param maker the format and the version of the tool that folded the entries: another may fold them otherwise
record Snapshot(RunId run, long seq, Blob chain, String maker, Blob content) {
    /// Raised whenever what a snapshot holds, or how entries are folded, changes.
    private static final int FORMAT = 6;

    static Snapshot of(RunState state, Blob chain, String toolVersion) {
        return new Snapshot(
                state.id(),
                state.last(),
                chain,
                maker(toolVersion),
                Blob.of(JsonText.bytes(StateParts.members(state))));
    }

    static String maker(String toolVersion) {
        return FORMAT + " " + toolVersion;
    }

    /// Over all of it, as it is stored: that is much less than the content.
    Blob digest(Salted.Packed packed) {
        String about = run + "\n" + seq + "\n" + maker + "\n";
        byte[] where = Chain.sha256(about.getBytes(StandardCharsets.UTF_8), chain.bytes());
        return Blob.of(Chain.sha256(where, packed.bytes().bytes()));
    }

    /// What a row holds: `seq, chain, maker, digest, coding, content`; nothing when it is not what was written.
    static Optional<Snapshot> read(RunId run, Database.Row row) {
        try {
            var packed = new Salted.Packed(Math.toIntExact(row.number(4)), row.blob(5));
            var snapshot =
                    new Snapshot(
                            run, row.number(0), row.blob(1), row.text(2), Salted.unpacked(packed));
            return snapshot.digest(packed).equals(row.blob(3))
                    ? Optional.of(snapshot)
                    : Optional.empty();
        } catch (Unreadable | ArithmeticException _) {
            return Optional.empty();
        }
    }

    /// The state, if it is the run's.
    Optional<RunState> state() {
        try {
            RunState state = StateParts.state(JsonText.members(content.bytes()));
            return state.id().equals(run) && state.last() == seq
                    ? Optional.of(state)
                    : Optional.empty();
        } catch (Unreadable | IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
