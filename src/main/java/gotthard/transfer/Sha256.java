package gotthard.transfer;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/// A SHA-256 digest: 32 bytes as four big-endian words, for people 64 lower-case hexadecimal digits.
public record Sha256(long first, long second, long third, long fourth) {
    /// Bytes of a digest.
    public static final int BYTES = 32;

    private static final int DIGITS = 64;

    /// Of 64 digits.
    public Sha256(String hex) {
        this(word(hex, 0), word(hex, 16), word(hex, 32), word(hex, 48));
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
        return of(digest.digest(), 0);
    }

    /// The 32 bytes that start there.
    public static Sha256 of(byte[] bytes, int from) {
        var words = ByteBuffer.wrap(bytes, from, BYTES);
        return new Sha256(words.getLong(), words.getLong(), words.getLong(), words.getLong());
    }

    /// Writes the 32 bytes.
    public void copy(byte[] to, int at) {
        ByteBuffer.wrap(to, at, BYTES)
                .putLong(first)
                .putLong(second)
                .putLong(third)
                .putLong(fourth);
    }

    /// The digits.
    public String hex() {
        var bytes = new byte[BYTES];
        copy(bytes, 0);
        return HexFormat.of().formatHex(bytes);
    }

    /// The first digits, for people.
    public String brief() {
        return hex().substring(0, 12) + "…";
    }

    @Override
    public String toString() {
        return hex();
    }

    private static long word(String hex, int from) {
        if (!isOne(hex)) {
            throw new IllegalArgumentException("not a SHA-256 digest: " + hex);
        }
        return Long.parseUnsignedLong(hex, from, from + 16, 16);
    }
}
