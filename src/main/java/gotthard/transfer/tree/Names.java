package gotthard.transfer.tree;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

/// The bytes of names, as the file system has them, to and from `Path`. A path that is no ASCII goes by way of its URI, which
/// holds each octet whatever the encoding of the process is.
final class Names {
    private static final Path ROOT = Path.of("/");

    private Names() {}

    /// A path of these bytes, relative unless they begin with a slash.
    static Path path(byte[] bytes) {
        if (isAscii(bytes)) {
            return Path.of(new String(bytes, StandardCharsets.US_ASCII));
        }
        boolean absolute = bytes[0] == '/';
        var uri = new StringBuilder("file:///");
        for (int i = absolute ? 1 : 0; i < bytes.length; i++) {
            int octet = bytes[i] & 0xff;
            uri.append(octet == '/' ? "/" : "%%%02x".formatted(octet));
        }
        Path whole = Path.of(URI.create(uri.toString()));
        return absolute ? whole : whole.subpath(0, whole.getNameCount());
    }

    /// The bytes of a path, relative or not.
    static byte[] bytes(Path path) {
        String text = path.toString();
        if (text.chars().allMatch(letter -> letter < 0x80)) {
            return text.getBytes(StandardCharsets.US_ASCII);
        }
        byte[] decoded = decoded(ROOT.resolve(path).toUri().getRawPath());
        int length = decoded.length;
        while (length > 1 && decoded[length - 1] == '/') {
            length--;
        }
        return Arrays.copyOfRange(decoded, path.isAbsolute() ? 0 : 1, length);
    }

    private static byte[] decoded(String path) {
        var bytes = new byte[path.length()];
        int length = 0;
        for (int i = 0; i < path.length(); i++) {
            if (path.charAt(i) == '%') {
                bytes[length++] = (byte) Integer.parseInt(path, i + 1, i + 3, 16);
                i += 2;
            } else {
                bytes[length++] = (byte) path.charAt(i);
            }
        }
        return Arrays.copyOf(bytes, length);
    }

    private static boolean isAscii(byte[] bytes) {
        for (byte octet : bytes) {
            if (octet < 0) {
                return false;
            }
        }
        return true;
    }
}
