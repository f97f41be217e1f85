package gotthard.preflight;

/// What is to be brought from a folder to another, on hosts or in buckets.
///
/// @param cell what it is, for a person: `europe/suspicious-files`
/// @param store of the target, whose folders share one room
record Cargo(String cell, Spot from, Spot to, Spot store) {
    /// Where a file is tried: rights to a bucket may differ from name to name.
    Spot probed() {
        return to.isInBucket() ? to : store;
    }
}
