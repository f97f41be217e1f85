package gotthard.transfer.report;

import gotthard.transfer.Amount;

import java.util.Arrays;
import java.util.Optional;

/// What a mover that only looks has found in a folder.
///
/// @param counted what lies there, if it was to be counted
/// @param free bytes that its user may still write
/// @param inodes none where the file system has no fixed number of them, or does not tell it
/// @param probe what became of the file that scanners take for harmful, if one was made
public record Told(
        Optional<Counted> counted, long free, Optional<Inodes> inodes, Optional<Probe> probe) {

    /// What lies there: of names that are one file each counts.
    ///
    /// @param things files, folders and links
    /// @param youngThings of these, what was written lately
    public record Counted(long things, Amount files, long youngThings, Amount young) {}

    /// How many more things the file system can hold, and how many in all.
    public record Inodes(long free, long all) {}

    /// What became of the file.
    public enum Probe {
        /// It stayed as it was written.
        STAYED("stayed"),
        /// It could not be written.
        UNWRITTEN("unwritten"),
        /// It was gone, or could not be read.
        GONE("gone"),
        /// Something else stood there.
        CHANGED("changed");

        private final String word;

        Probe(String word) {
            this.word = word;
        }

        /// As it is written.
        public String word() {
            return word;
        }

        /// The fate of a word.
        public static Optional<Probe> of(String word) {
            return Arrays.stream(values()).filter(one -> one.word.equals(word)).findFirst();
        }
    }
}
