package gotthard.transfer;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/// A SHA-256 digest, as 64 lower-case hexadecimal digits.
public record Sha256(String hex) {
    private static final int DIGITS = 64;

    public Sha256 {
        if (!isOne(hex)) {
            throw new IllegalArgumentException("not a SHA-256 digest: " + hex);
        }
    }

    /// Whether a text is a digest.
    public static boolean isOne(String text) {
        return text.length() == DIGITS
                && text.equals(text.toLowerCase(Locale.ROOT))
                && text.chars().allMatch(digit -> Character.digit(digit, 16) >= 0 && digit < 128);
    }

    /// A digest in the making.
    public static MessageDigest begin() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /// Ends a digest in the making, which then starts anew.
    public static Sha256 end(MessageDigest digest) {
        return new Sha256(HexFormat.of().formatHex(digest.digest()));
    }

    /// The first digits, for people.
    public String brief() {
        return hex.substring(0, 12) + "…";
    }

    @Override
    public String toString() {
        return hex;
    }
}
