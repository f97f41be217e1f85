package gotthard.transfer.stream;

import gotthard.transfer.manifest.Content;
import gotthard.transfer.manifest.Entry;

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

    static boolean isFile(Entry entry) {
        return switch (entry.content()) {
            case Content.Unread _, Content.Hashed _ -> true;
            case Content.Folder _, Content.Link _ -> false;
        };
    }
}
