package gotthard.web;

/// What somebody may see who has a token.
public enum Role {
    /// Numbers, steps and states.
    VIEWER,
    /// Also the words: failures, output, differences, and the commands to approve.
    OPERATOR,
    /// Only what is measured.
    METRICS;

    /// Whether it sees runs.
    boolean seesRuns() {
        return this != METRICS;
    }

    /// Whether it sees what was said and found, not only that something was.
    boolean seesWords() {
        return this == OPERATOR;
    }
}
