package gotthard.preflight;

/// What is to be brought from a folder to another, on hosts, in buckets or in volumes.
///
/// @param cell what it is, for a person: `europe/suspicious-files`
/// @param store of the target, whose folders share one room; of a volume, which has no place of its own, the target
record Cargo(String cell, Spot from, Spot to, Spot store) {
    /// Where a file is tried: rights to a bucket may differ from name to name.
    Spot probed() {
        return to instanceof Spot.InBucket ? to : store;
    }
}
