package gotthard.transfer.tree;

/// Whose the files are that arrive.
public enum Owners {
    /// Those of the source, by number; the process has to be allowed to give files away.
    KEPT,
    /// The user's who receives.
    RECEIVER
}
