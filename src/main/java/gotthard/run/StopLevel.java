package gotthard.run;

/// How firmly a run is asked to stop; each press of Ctrl-C is one level more.
public enum StopLevel {
    /// Starts nothing at all: only hears what is asked of the run, and checks what is claimed.
    ATTEND,
    /// Starts nothing further, and lets end what runs.
    START_NOTHING,
    /// Interrupts what runs, and waits for it to end.
    INTERRUPT,
    /// Ends at once; what runs is looked at by the next process.
    HALT
}
