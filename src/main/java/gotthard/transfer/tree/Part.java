package gotthard.transfer.tree;

import gotthard.transfer.RelativePath;
import gotthard.transfer.manifest.Content;
import gotthard.transfer.manifest.Entry;

/// Which of a tree's files and links one of several transfers brings: those whose paths' hashes are in its share of all hashes. Folders
/// belong to all parts.
///
/// @param index from 0
/// @param count of all parts
public record Part(int index, int count) {
    /// All of a tree.
    public static final Part WHOLE = new Part(0, 1);

    /// More parts than this there are not.
    public static final int MOST = 1024;

    public Part {
        if (index < 0 || index >= count || count > MOST) {
            throw new IllegalArgumentException("no part: " + index + " of " + count);
        }
    }

    /// Whether this part brings it.
    public boolean brings(Entry entry) {
        return entry.content() instanceof Content.Folder || isFirstFor(entry.path());
    }

    /// Whether this is the part that a path is counted in, also that of a folder.
    public boolean isFirstFor(RelativePath path) {
        return Math.unsignedMultiplyHigh(hash(path), count) == index;
    }

    /// FNV-1a over the bytes, then the finalizer of MurmurHash3, as shares go by the highest bits.
    private static long hash(RelativePath path) {
        long hash = 0xcbf29ce484222325L;
        for (byte octet : path.bytes()) {
            hash = (hash ^ (octet & 0xff)) * 0x100000001b3L;
        }
        hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return hash ^ (hash >>> 33);
    }
}
