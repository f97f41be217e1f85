package gotthard.transfer.stream;

import gotthard.transfer.manifest.Entry;

import java.util.BitSet;

/// A file that the target wants.
///
/// @param kept pieces that it has
record Errand(long number, Entry entry, BitSet kept) {
    /// Bytes when it was listed.
    long size() {
        return Sizes.of(entry);
    }
}
