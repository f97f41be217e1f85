package gotthard.transfer;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/// A path below a folder that can't leave it: parts joined by `/`, none of them empty, `.` or `..`.
///
/// It is the bytes that the file system has, whatever their encoding, and ordered by them unsigned, as `LC_ALL=C sort` does.
public final class RelativePath implements Comparable<RelativePath> {
    /// More bytes than this has no path.
    public static final int LONGEST = 4096;

    private final byte[] bytes;

    /// A path that the program knows, in UTF-8.
    public RelativePath(String value) {
        this(value.getBytes(StandardCharsets.UTF_8));
        if (!isSafe(bytes)) {
            throw new IllegalArgumentException("not a path below a folder: " + this);
        }
    }

    private RelativePath(byte[] bytes) {
        this.bytes = bytes;
    }

    /// The path of these bytes.
    ///
    /// @throws Refused when it leaves its folder
    public static RelativePath of(byte[] bytes) throws Refused {
        var path = new RelativePath(bytes.clone());
        if (!isSafe(bytes)) {
            throw new Refused(
                    "the name " + path + " leads out of its folder",
                    "find out how it came there and remove it");
        }
        return path;
    }

    /// The path that a tool printed, with or without `./` before it.
    ///
    /// @throws Refused when it is not UTF-8 or leaves its folder
    public static RelativePath read(byte[] printed) throws Refused {
        decoded(printed);
        boolean dotted = printed.length >= 2 && printed[0] == '.' && printed[1] == '/';
        return of(dotted ? Arrays.copyOfRange(printed, 2, printed.length) : printed);
    }

    /// Whether this is in a folder, at any depth.
    public boolean isBelow(RelativePath folder) {
        return bytes.length > folder.bytes.length
                && bytes[folder.bytes.length] == '/'
                && shared(folder) == folder.bytes.length;
    }

    /// The folder that this is in, unless it is in the outermost one.
    public Optional<RelativePath> parent() {
        for (int i = bytes.length - 1; i > 0; i--) {
            if (bytes[i] == '/') {
                return Optional.of(new RelativePath(Arrays.copyOf(bytes, i)));
            }
        }
        return Optional.empty();
    }

    /// The last part.
    public byte[] name() {
        int from = bytes.length;
        while (from > 0 && bytes[from - 1] != '/') {
            from--;
        }
        return Arrays.copyOfRange(bytes, from, bytes.length);
    }

    /// Of how many folders this is in.
    public int depth() {
        int depth = 0;
        for (byte octet : bytes) {
            depth += octet == '/' ? 1 : 0;
        }
        return depth;
    }

    /// The bytes of the file system, in an array of the caller's own.
    public byte[] bytes() {
        return bytes.clone();
    }

    /// How many bytes it has.
    public int length() {
        return bytes.length;
    }

    /// With how many equal bytes this and another begin.
    public int shared(RelativePath other) {
        int first = Arrays.mismatch(bytes, other.bytes);
        return first < 0 ? bytes.length : first;
    }

    /// Copies the bytes from the given one on.
    public void copy(int from, byte[] to, int at) {
        System.arraycopy(bytes, from, to, at, bytes.length - from);
    }

    @Override
    public int compareTo(RelativePath other) {
        return Arrays.compareUnsigned(bytes, other.bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RelativePath path && Arrays.equals(bytes, path.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /// On one line, without control characters.
    @Override
    public String toString() {
        return shown(bytes);
    }

    /// Bytes that are perhaps UTF-8, on one line, without control characters.
    static String shown(byte[] bytes) {
        try {
            return shown(text(bytes));
        } catch (CharacterCodingException _) {
            return escaped(bytes);
        }
    }

    static String decoded(byte[] printed) throws Refused {
        try {
            return text(printed);
        } catch (CharacterCodingException e) {
            throw new Refused(
                    "the name " + escaped(printed) + " is not UTF-8",
                    "rename it, or convert the names of the folder, for example with convmv");
        }
    }

    private static boolean isSafe(byte[] path) {
        int from = 0;
        for (int i = 0; i <= path.length; i++) {
            if (i == path.length || path[i] == '/') {
                if (isNoName(path, from, i)) {
                    return false;
                }
                from = i + 1;
            } else if (path[i] == 0) {
                return false;
            }
        }
        return path.length <= LONGEST;
    }

    private static boolean isNoName(byte[] path, int from, int to) {
        return switch (to - from) {
            case 0 -> true;
            case 1 -> path[from] == '.';
            case 2 -> path[from] == '.' && path[from + 1] == '.';
            default -> false;
        };
    }

    private static String text(byte[] bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    }

    private static String escaped(byte[] printed) {
        var text = new StringBuilder();
        for (byte octet : printed) {
            int code = octet & 0xff;
            text.append(
                    code >= 0x20 && code < 0x7f
                            ? Character.toString(code)
                            : "\\x%02x".formatted(code));
        }
        return text.toString();
    }

    private static String shown(String text) {
        var shown = new StringBuilder();
        text.codePoints()
                .forEach(
                        code -> {
                            if (code == '\n') {
                                shown.append("\\n");
                            } else if (Character.isISOControl(code)
                                    || Character.getType(code) == Character.FORMAT) {
                                shown.append("\\u%04x".formatted(code));
                            } else {
                                shown.appendCodePoint(code);
                            }
                        });
        return shown.toString();
    }
}
