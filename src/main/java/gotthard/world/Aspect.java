package gotthard.world;

/// What it means that a cell has moved. A group says which of these its plan brings to its targets; the proof holds it to that.
public enum Aspect {
    /// What was there when the plan began lies at every target.
    BASELINE,
    /// All data lie at every target, also those written while the plan ran.
    STORE,
    /// Only targets are routed to and take writes.
    WRITE,
    /// Only targets process.
    PROCESS
}
