package gotthard.transfer;

/// One thing below a folder.
public sealed interface Item {
    RelativePath path();

    /// A regular file.
    ///
    /// @param size in bytes
    /// @param mode permission bits, as `chmod` takes them
    /// @param modified seconds since 1970, UTC
    record RegularFile(RelativePath path, long size, int mode, long modified) implements Item {}

    /// A folder.
    ///
    /// @param mode permission bits
    record Folder(RelativePath path, int mode) implements Item {}

    /// A symbolic link that stays below the folder that it is in.
    ///
    /// @param target as stored in the link
    record Link(RelativePath path, String target) implements Item {}
}
