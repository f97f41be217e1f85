package gotthard.inventory;

import gotthard.shape.Parsed;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;

/// The line of an OpenSSH public key file, checked as far as an inventory can: an Ed25519 key, of a file or of a token.
final class PublicKeyLine {
    private static final Set<String> TYPES = Set.of("ssh-ed25519", "sk-ssh-ed25519@openssh.com");
    private static final int POINT = 32;

    private PublicKeyLine() {}

    static Parsed<String> parse(String line) {
        String[] words = line.strip().split("\\s+", 3);
        if (!TYPES.contains(words[0])) {
            return Parsed.bad(
                    "does not begin with ssh-ed25519; write the line that gotthard key show prints, or that of"
                            + " an Ed25519 key of OpenSSH");
        }
        return words.length > 1 && isKey(words[0], words[1])
                ? Parsed.good(String.join(" ", words))
                : Parsed.bad(
                        "is cut short or altered; copy the whole line that gotthard key show prints");
    }

    /// What makes two lines the same key, whatever their comments.
    static String key(String line) {
        return line.split(" ", 3)[1];
    }

    /// Whether the Base64 of an SSH encoding (RFC 8709) has the type that the line names, and a point.
    private static boolean isKey(String type, String encoded) {
        try {
            var bytes = ByteBuffer.wrap(Base64.getDecoder().decode(encoded));
            byte[] named = new byte[type.length()];
            if (bytes.remaining() < 4 + named.length + 4 + POINT
                    || bytes.getInt() != named.length) {
                return false;
            }
            bytes.get(named);
            boolean isNamed = type.equals(new String(named, StandardCharsets.US_ASCII));
            boolean hasPoint = bytes.getInt() == POINT;
            return isNamed
                    && hasPoint
                    && (type.startsWith("sk-")
                            ? bytes.remaining() > POINT
                            : bytes.remaining() == POINT);
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
