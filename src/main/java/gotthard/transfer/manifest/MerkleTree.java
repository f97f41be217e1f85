package gotthard.transfer.manifest;

import gotthard.transfer.Sha256;

import java.security.MessageDigest;

/// The root of the Merkle tree of RFC 6962, section 2.1, over leaves that come one after the other: `SHA-256(0x00 ‖ leaf)`,
/// `SHA-256(0x01 ‖ left ‖ right)`, and of no leaves `SHA-256()`. It keeps one digest for each level.
public final class MerkleTree {
    private static final int LEVELS = 64;

    private final MessageDigest digest = Sha256.begin();
    private final byte[] node = new byte[1 + 2 * Sha256.BYTES];
    private final Sha256[] roots = new Sha256[LEVELS];
    private long count;

    public MerkleTree() {
        node[0] = 1;
    }

    /// Takes the next leaf.
    public void add(byte[] leaf, int length) {
        digest.update((byte) 0);
        digest.update(leaf, 0, length);
        Sha256 root = Sha256.end(digest);
        int level = 0;
        while ((count >> level & 1) == 1) {
            root = above(roots[level], root);
            level++;
        }
        roots[level] = root;
        count++;
    }

    /// Of all leaves so far.
    public Seal seal() {
        if (count == 0) {
            return new Seal(0, Sha256.end(digest));
        }
        int level = Long.numberOfTrailingZeros(count);
        Sha256 root = roots[level];
        for (level++; level < LEVELS; level++) {
            if ((count >> level & 1) == 1) {
                root = above(roots[level], root);
            }
        }
        return new Seal(count, root);
    }

    private Sha256 above(Sha256 left, Sha256 right) {
        left.copy(node, 1);
        right.copy(node, 1 + Sha256.BYTES);
        digest.update(node);
        return Sha256.end(digest);
    }
}
