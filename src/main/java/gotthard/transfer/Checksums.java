package gotthard.transfer;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.TreeMap;

/// Reads what `sha256sum` prints: the digest, a space, a space or `*`, and the name.
///
/// GNU's starts a line with a backslash when it has escaped backslash, newline or carriage return in the name; others print the
/// name as it is.
public final class Checksums {
    private static final int DIGITS = 64;
    private static final int LONGEST = 16_384;

    private Checksums() {}

    /// The digests by path, to the end of the stream.
    ///
    /// @throws Refused when a line is not understood
    public static Map<RelativePath, Sha256> read(InputStream printed) throws IOException, Refused {
        var digests = new TreeMap<RelativePath, Sha256>();
        var in = new BufferedInputStream(printed, 65_536);
        var line = new ByteArrayOutputStream(256);
        for (int octet = in.read(); octet >= 0; octet = in.read()) {
            if (octet == '\n') {
                add(line.toByteArray(), digests);
                line.reset();
            } else if (line.size() < LONGEST) {
                line.write(octet);
            } else {
                throw notUnderstood();
            }
        }
        if (line.size() > 0) {
            throw notUnderstood();
        }
        return digests;
    }

    private static void add(byte[] line, Map<RelativePath, Sha256> digests) throws Refused {
        boolean escaped = line.length > 0 && line[0] == '\\';
        int start = escaped ? 1 : 0;
        int name = start + DIGITS + 2;
        if (line.length <= name
                || line[name - 2] != ' '
                || (line[name - 1] != ' ' && line[name - 1] != '*')) {
            throw notUnderstood();
        }
        var digest = new String(line, start, DIGITS, java.nio.charset.StandardCharsets.US_ASCII);
        if (!Sha256.isOne(digest)) {
            throw notUnderstood();
        }
        byte[] path = java.util.Arrays.copyOfRange(line, name, line.length);
        digests.put(RelativePath.read(escaped ? unescaped(path) : path), new Sha256(digest));
    }

    private static byte[] unescaped(byte[] name) throws Refused {
        var plain = new ByteArrayOutputStream(name.length);
        boolean afterBackslash = false;
        for (byte octet : name) {
            if (afterBackslash) {
                switch (octet) {
                    case '\\' -> plain.write('\\');
                    case 'n' -> plain.write('\n');
                    case 'r' -> plain.write('\r');
                    default -> throw notUnderstood();
                }
                afterBackslash = false;
            } else if (octet == '\\') {
                afterBackslash = true;
            } else {
                plain.write(octet);
            }
        }
        if (afterBackslash) {
            throw notUnderstood();
        }
        return plain.toByteArray();
    }

    private static Refused notUnderstood() {
        return new Refused(
                "what sha256sum printed is not understood",
                "check that sha256sum of the host is the system's own");
    }
}
