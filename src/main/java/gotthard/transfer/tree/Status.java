package gotthard.transfer.tree;

import gotthard.transfer.manifest.Metadata;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// What the file system says of a thing, itself and not what it links to.
///
/// @param names that a file has
record Status(Type type, long size, int names, Metadata metadata) {
    private static final int TYPE = 0170_000;
    private static final int PERMISSIONS = 07_777;

    /// What there is in a file system.
    enum Type {
        FILE,
        FOLDER,
        LINK,
        OTHER
    }

    static Status of(Path path) throws IOException {
        Map<String, Object> found =
                Files.readAttributes(
                        path,
                        "unix:mode,size,nlink,lastModifiedTime,uid,gid",
                        LinkOption.NOFOLLOW_LINKS);
        int mode = number(found, "mode");
        return new Status(
                type(mode & TYPE),
                found.get("size") instanceof Long size ? size : 0,
                number(found, "nlink"),
                new Metadata(
                        mode & PERMISSIONS,
                        found.get("lastModifiedTime") instanceof FileTime time
                                ? time.to(TimeUnit.NANOSECONDS)
                                : 0,
                        number(found, "uid"),
                        number(found, "gid")));
    }

    private static int number(Map<String, Object> found, String name) {
        return found.get(name) instanceof Integer number ? number : 0;
    }

    private static Type type(int bits) {
        return switch (bits) {
            case 0100_000 -> Type.FILE;
            case 0040_000 -> Type.FOLDER;
            case 0120_000 -> Type.LINK;
            default -> Type.OTHER;
        };
    }
}
