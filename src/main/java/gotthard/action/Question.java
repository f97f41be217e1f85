package gotthard.action;

import java.time.Duration;

/// What an [Inspector] may be asked of one folder beside rights. The folder of a bucket is the bucket's name and what its objects' names begin with,
/// with a slash between.
public sealed interface Question {
    String folder();

    /// How much lies there, and how much of that has come lately. A folder that is not there holds nothing.
    ///
    /// @param within what counts as lately; whole days
    /// @param versions whether older versions count, too, where a bucket keeps them
    record Holds(String folder, Duration within, boolean versions) implements Question {}

    /// How much room there is.
    record Room(String folder) implements Question {}

    /// Whether a file stays that scanners take for harmful: the EICAR test file, which is made, looked for again, and removed.
    ///
    /// @param within how long a scanner is given
    record Keeps(String folder, Duration within) implements Question {
        /// The EICAR test file, in two parts, so that no scanner takes this class for it.
        /// Source: https://www.eicar.org/download-anti-malware-testfile/
        public static final String HARMFUL =
                "X5O!P%@AP[4\\PZX54(P^)7CC)7}" + "$EICAR-STANDARD-" + "ANTIVIRUS-TEST-FILE!$H+H*";
    }

    /// Whether all versions of objects can come there. No folder but one of a bucket has an answer.
    record Versioned(String folder) implements Question {}
}
