package gotthard.transfer.stream;

import gotthard.transfer.Sha256;
import gotthard.transfer.manifest.Entry;

import java.nio.ByteBuffer;

/// What content is read when two ends are compared.
public sealed interface Look {
    /// All.
    record Full() implements Look {}

    /// The same share of the files at both ends, by their paths.
    ///
    /// @param share more than 0, at most 1
    record Sample(long seed, double share) implements Look {
        public Sample {
            if (!(share > 0 && share <= 1)) {
                throw new IllegalArgumentException("no share: " + share);
            }
        }

        boolean takes(Entry entry) {
            var digest = Sha256.begin();
            digest.update(ByteBuffer.allocate(Long.BYTES).putLong(seed).flip());
            digest.update(entry.path().bytes());
            return (Sha256.end(digest).first() >>> 11) * 0x1.0p-53 < share;
        }
    }

    /// None: what was recorded as it was placed counts, where size and time are still the same at both ends.
    record Recorded() implements Look {}

    /// What both ends have by one name and of one size, once both have said what they have. What only the source has is late, and no
    /// difference.
    record Common() implements Look {}

    /// Whether a file is read before that is known.
    default boolean reads(Entry entry) {
        return Sizes.isFile(entry)
                && switch (this) {
                    case Full() -> true;
                    case Sample sample -> sample.takes(entry);
                    case Recorded(), Common() -> false;
                };
    }
}
