package gotthard.plan;

/// What the run does when a step has failed for good.
public enum OnFailure {
    /// Undoes everything that this run changed.
    ROLLBACK,
    /// Starts nothing further and waits for a person.
    FREEZE
}
