package gotthard.transfer.tree;

import gotthard.transfer.manifest.Metadata;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.concurrent.TimeUnit;

/// Gives things their metadata.
record Dressing(Owners owners) {
    /// The owner first, as giving a file away takes some bits of its mode; the time last.
    void dress(Path path, Metadata metadata) throws IOException {
        give(path, metadata);
        Files.setAttribute(path, "unix:mode", metadata.mode());
        Files.setLastModifiedTime(path, FileTime.from(metadata.modified(), TimeUnit.NANOSECONDS));
    }

    /// Only the owner, also of a link.
    void give(Path path, Metadata metadata) throws IOException {
        if (owners == Owners.KEPT) {
            Files.setAttribute(path, "unix:uid", metadata.owner(), LinkOption.NOFOLLOW_LINKS);
            Files.setAttribute(path, "unix:gid", metadata.group(), LinkOption.NOFOLLOW_LINKS);
        }
    }
}
