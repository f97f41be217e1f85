package gotthard.preflight;

import gotthard.action.Inspector.Measure;

/// What lies at both ends of a cargo.
record Weighed(Cargo cargo, Measure.Holds source, Measure.Holds target) {
    /// Bytes that have still to come.
    long missing() {
        return Math.max(0, source.size().bytes() - target.size().bytes());
    }

    /// Files that have still to come.
    long missingFiles() {
        return Math.max(0, source.files() - target.files());
    }
}
