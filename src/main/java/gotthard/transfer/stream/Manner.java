package gotthard.transfer.stream;

import gotthard.transfer.tree.Owners;

/// How a receiver deals with what arrives.
///
/// @param standing what becomes of files that are there and not as at the source
public record Manner(Owners owners, Reading reading, Standing standing) {
    /// Whether what was written is read once more.
    public enum Reading {
        /// SHA-256 of all that arrived is compared with that of the source.
        AS_IT_ARRIVED,
        /// Also of what the file system gives back.
        BACK
    }

    /// What becomes of a file that is there.
    public enum Standing {
        /// It stays, and is told.
        STAYS,
        /// It is replaced, if this transfer has placed it and it is as it was placed and listed; else it stays, and is told.
        OWN_REPLACED,
        /// It is replaced, if it is as it was listed.
        REPLACED
    }
}
