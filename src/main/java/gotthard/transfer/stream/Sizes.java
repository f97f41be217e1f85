package gotthard.transfer.stream;

import gotthard.transfer.Refused;
import gotthard.transfer.manifest.Content;
import gotthard.transfer.manifest.Entry;
import gotthard.transfer.tree.Reach;

import java.io.IOException;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.TimeUnit;

/// How big files are.
final class Sizes {
    private Sizes() {}

    /// Bytes of a file, and none of what is no file.
    static long of(Entry entry) {
        return switch (entry.content()) {
            case Content.Unread(long size) -> size;
            case Content.Hashed(long size, var _) -> size;
            case Content.Folder _, Content.Link _ -> 0;
        };
    }

    /// Whether a file is there with the size and time that were listed.
    static boolean isAsListed(Entry entry, Reach reach) throws IOException, Refused {
        BasicFileAttributes found = reach.attributes(entry.path());
        return found.size() == of(entry)
                && found.lastModifiedTime().to(TimeUnit.NANOSECONDS) == entry.metadata().modified();
    }

    static boolean isFile(Entry entry) {
        return switch (entry.content()) {
            case Content.Unread _, Content.Hashed _ -> true;
            case Content.Folder _, Content.Link _ -> false;
        };
    }
}
