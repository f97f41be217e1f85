package gotthard.journal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// What ties entries together: `leaf = SHA256(0x00 ‖ body)`, which is RFC 6962's hash of a leaf, and
/// `chain = SHA256(previous ‖ leaf)`. The first previous is 32 zero bytes; what binds a chain to its
/// run is the tag of the run in the body of its opening.
final class Chain {
    static final byte[] START = new byte[32];

    private static final int TAG_BYTES = 16;
    private static final byte[] LEAF = {0};

    private Chain() {}

    static byte[] next(byte[] previous, byte[] body) {
        return sha256(previous, sha256(LEAF, body));
    }

    static byte[] sha256(byte[] first, byte[] second) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(first);
            return digest.digest(second);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /// Stands for a name where names may not stand: the first 16 bytes of `SHA256(salt ‖ name)`, in
    /// hexadecimal.
    static String tag(byte[] salt, String name) {
        byte[] digest = sha256(salt, name.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest, 0, TAG_BYTES);
    }
}
