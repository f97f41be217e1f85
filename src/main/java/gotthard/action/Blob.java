package gotthard.action;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Bytes that don't change, compared by content.
public final class Blob {
    private final byte[] bytes;

    private Blob(byte[] bytes) {
        this.bytes = bytes;
    }

    /// Takes a copy.
    public static Blob of(byte[] bytes) {
        return new Blob(bytes.clone());
    }

    /// The UTF-8 bytes of a text.
    public static Blob of(String text) {
        return new Blob(text.getBytes(StandardCharsets.UTF_8));
    }

    /// A copy.
    public byte[] bytes() {
        return bytes.clone();
    }

    /// Decoded as UTF-8.
    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    public int size() {
        return bytes.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Blob blob && Arrays.equals(bytes, blob.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return bytes.length + " bytes";
    }
}
