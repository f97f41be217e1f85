package gotthard.cli;

/// In what an action is not what it says.
enum Lie {
    /// It is honest.
    NONE,
    /// Undoing it leaves a file.
    UNDO_LEAVES,
    /// It says that the cell is processed where it brings files, and lets nothing process.
    DECLARES_MORE,
    /// Where it stops halfway, it has brought something to a site of which it does not speak.
    HALF_LEAVES_MORE
}
