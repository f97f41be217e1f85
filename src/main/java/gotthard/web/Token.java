package gotthard.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Who may look, by the digest of a secret: the secret itself is kept nowhere.
///
/// @param name of who or what has it
/// @param sha256 of the secret's UTF-8 bytes, in lower-case hexadecimal
public record Token(String name, Role role, String sha256) {
    /// A token for a secret.
    public static Token of(String name, Role role, String secret) {
        return new Token(name, role, HexFormat.of().formatHex(digest(secret)));
    }

    /// Whether it is the token of a secret. How long the answer takes tells nothing of the secret.
    boolean fits(String secret) {
        return MessageDigest.isEqual(HexFormat.of().parseHex(sha256), digest(secret));
    }

    static byte[] digest(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
