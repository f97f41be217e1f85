package gotthard.secret;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Function;

/// A value that has no printable form: `toString`, `equals` and `hashCode` tell nothing of it.
///
/// The bytes are lent to a function and never handed out otherwise, so that a search for `reveal` finds every place that
/// sees one.
public final class Secret {
    private final byte[] value;

    private Secret(byte[] value) {
        this.value = value;
    }

    /// Takes a copy of the bytes.
    public static Secret of(byte[] value) {
        return new Secret(value.clone());
    }

    /// Takes the UTF-8 bytes of a text.
    public static Secret of(String value) {
        return new Secret(value.getBytes(StandardCharsets.UTF_8));
    }

    /// Lends a copy of the bytes to a function and wipes the copy afterwards.
    public <R> R reveal(Function<byte[], R> use) {
        byte[] lent = value.clone();
        try {
            return use.apply(lent);
        } finally {
            Arrays.fill(lent, (byte) 0);
        }
    }

    /// Lends the value, decoded as UTF-8, to a function.
    public <R> R revealText(Function<CharBuffer, R> use) {
        return reveal(bytes -> use.apply(StandardCharsets.UTF_8.decode(ByteBuffer.wrap(bytes))));
    }

    @Override
    public String toString() {
        return "(secret)";
    }
}
