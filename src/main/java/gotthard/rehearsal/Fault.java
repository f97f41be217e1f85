package gotthard.rehearsal;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What can go wrong with a step, as the proof assumes it.
public enum Fault {
    /// Its attempt fails for good, and nothing has happened.
    REFUSED,
    /// Its attempt stops halfway and fails for good.
    HALF,
    /// It happened, and the coordinator died before that was written down.
    UNRECORDED,
    /// The coordinator died in the middle of it.
    KILLED,
    /// Its attempt outlives its deadline and then ends.
    LATE;

    /// As people and programs read it: `refused`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Fault> of(String word) {
        return Arrays.stream(values()).filter(fault -> fault.word().equals(word)).findFirst();
    }

    /// Whether it needs something that can be cut in two.
    boolean isInTheMiddle() {
        return this == HALF || this == KILLED;
    }

    /// Whether the step fails for good, so that the run decides by itself where it goes.
    boolean isForGood() {
        return this == REFUSED || this == HALF;
    }
}
