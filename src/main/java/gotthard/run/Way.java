package gotthard.run;

/// What this process is doing with the run.
enum Way {
    FORWARD,
    /// Undoes a part, then stops.
    PART_BACK,
    BACK
}
