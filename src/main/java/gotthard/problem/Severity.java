package gotthard.problem;

/// Whether a problem stops the work.
public enum Severity {
    /// What was asked can't be done before this is mended.
    ERROR,
    /// It can be done, but probably isn't what was meant.
    WARNING
}
