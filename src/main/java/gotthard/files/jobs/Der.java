package gotthard.files.jobs;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/// The few values of DER (ITU-T X.690) that a certificate consists of.
final class Der {
    static final int SEQUENCE = 0x30;
    static final int SET = 0x31;
    static final int INTEGER = 0x02;
    static final int BIT_STRING = 0x03;

    private static final int UTF8_STRING = 0x0c;
    private static final int UTC_TIME = 0x17;
    private static final int SHORT = 0x80;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuMMddHHmmss'Z'").withZone(ZoneOffset.UTC);

    private Der() {}

    /// A tag, the length of its content, and the content.
    static byte[] of(int tag, byte[]... content) {
        byte[] all = joined(content);
        byte[] length =
                all.length < SHORT
                        ? bytes(all.length)
                        : all.length < 256
                                ? bytes(0x81, all.length)
                                : bytes(0x82, all.length >> 8, all.length);
        return joined(bytes(tag), length, all);
    }

    static byte[] text(String text) {
        return of(UTF8_STRING, text.getBytes(StandardCharsets.UTF_8));
    }

    /// Of this century's first half, as RFC 5280 wants it.
    static byte[] time(Instant time) {
        return of(UTC_TIME, TIME.format(time).getBytes(StandardCharsets.US_ASCII));
    }

    /// The content of a bit string of whole bytes.
    static byte[] bits(byte[] content) {
        return of(BIT_STRING, bytes(0), content);
    }

    static byte[] bytes(int... values) {
        byte[] all = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            all[i] = (byte) values[i];
        }
        return all;
    }

    private static byte[] joined(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
