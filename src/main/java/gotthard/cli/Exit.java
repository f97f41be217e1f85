package gotthard.cli;

/// What the exit code of the process tells, the same for every verb.
enum Exit {
    DONE(0, "as asked"),
    FAILED(1, "failed"),
    CHANGES(2, "there are changes, or drift"),
    UNVERIFIED(3, "a verification failed"),
    FORBIDDEN(4, "the policy is broken, or a proof refuted"),
    WAITING(5, "waits for a person or a gate"),
    UNKNOWN(6, "an outcome is unknown"),
    UNDECIDED(7, "undecided"),
    BAD_USE(64, "bad use of the command line"),
    BAD_INPUT(65, "bad input: a document has problems"),
    BUG(70, "a bug in this program");

    private final int code;
    private final String meaning;

    Exit(int code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    int code() {
        return code;
    }

    String meaning() {
        return meaning;
    }
}
