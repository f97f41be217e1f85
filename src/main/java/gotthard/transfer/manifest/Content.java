package gotthard.transfer.manifest;

import gotthard.transfer.LinkTarget;
import gotthard.transfer.Sha256;

/// What a thing holds.
public sealed interface Content {
    /// A regular file of which nobody has read the content yet.
    ///
    /// @param size in bytes
    record Unread(long size) implements Content {
        public Unread {
            check(size);
        }
    }

    /// A regular file, read from beginning to end.
    ///
    /// @param size in bytes
    record Hashed(long size, Sha256 digest) implements Content {
        public Hashed {
            check(size);
        }
    }

    /// A folder.
    record Folder() implements Content {}

    /// A symbolic link that stays below the folder.
    record Link(LinkTarget target) implements Content {}

    private static void check(long size) {
        if (size < 0) {
            throw new IllegalArgumentException("fewer than no bytes: " + size);
        }
    }
}
