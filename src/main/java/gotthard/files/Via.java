package gotthard.files;

/// What carries files from one site to another.
public enum Via {
    /// This program, between hosts over SSH.
    SSH,
    /// Movers, between volumes of clusters.
    JOBS
}
