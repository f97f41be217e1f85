package gotthard.journal;

/// The stored journal is not what was written: an entry is missing, torn or edited.
public final class Damaged extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient RunId run;
    private final long seq;

    /// Names the place of the damage.
    ///
    /// @param seq the first entry that is wrong
    public Damaged(RunId run, long seq, String what) {
        super(
                "the journal of "
                        + run
                        + " is damaged at entry "
                        + seq
                        + ": "
                        + what
                        + "; restore the journal from a backup, or start a new one and verify what the run left at the sites");
        this.run = run;
        this.seq = seq;
    }

    public RunId run() {
        return run;
    }

    public long seq() {
        return seq;
    }
}
