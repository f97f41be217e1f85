package gotthard.action;

import java.time.Duration;

/// What an [Inspector] may be asked of one folder beside rights.
public sealed interface Question {
    String folder();

    /// How much lies there, and how much of that has come lately. A folder that is not there holds nothing.
    ///
    /// @param within what counts as lately; whole days
    record Holds(String folder, Duration within) implements Question {}

    /// How much room there is.
    record Room(String folder) implements Question {}

    /// Whether a file stays that scanners take for harmful: the EICAR test file, which is made, looked for again, and removed.
    ///
    /// @param within how long a scanner is given
    record Keeps(String folder, Duration within) implements Question {}
}
