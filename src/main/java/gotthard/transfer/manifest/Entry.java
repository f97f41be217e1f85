package gotthard.transfer.manifest;

import gotthard.transfer.RelativePath;

/// One thing below a folder, as its file system has it.
public record Entry(RelativePath path, Metadata metadata, Content content) {
    /// The same, known to hold something.
    public Entry with(Content known) {
        return new Entry(path, metadata, known);
    }
}
