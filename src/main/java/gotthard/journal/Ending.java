package gotthard.journal;

/// How a run, or this process's part in it, ended.
public enum Ending {
    /// Everything selected is verified.
    DONE,
    /// Everything that this run changed is undone, and verified to be.
    ROLLED_BACK,
    /// A step failed for good and the run waits for a person.
    FAILED,
    /// An undo failed for good: a person must look.
    ROLLBACK_FAILED,
    /// Nothing can go on before a person decides or a gate opens; the run stays open.
    WAITING,
    /// It is not known how some attempt ended; the run stays open.
    UNKNOWN,
    /// Stopped on request; the run stays open.
    STOPPED,
    /// Ended for good on request, and what it did was left; it can still be rolled back.
    CANCELLED,
    /// Another coordinator has taken over; the run stays open.
    OVERTAKEN;

    /// Whether the run can go on later.
    public boolean staysOpen() {
        return this == WAITING
                || this == UNKNOWN
                || this == STOPPED
                || this == OVERTAKEN
                || this == FAILED
                || this == ROLLBACK_FAILED;
    }
}
