package gotthard.transfer;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// A path below a folder that can't leave it: parts joined by `/`, none of them empty, `.` or `..`.
///
/// Paths are ordered by their UTF-8 bytes, as `LC_ALL=C sort` does.
public record RelativePath(String value) implements Comparable<RelativePath> {
    private static final int LONGEST = 4096;

    public RelativePath {
        if (!isSafe(value)) {
            throw new IllegalArgumentException("not a path below a folder: " + shown(value));
        }
    }

    /// The path that a tool printed, with or without `./` before it.
    ///
    /// @throws Refused when it is not UTF-8 or leaves its folder
    public static RelativePath read(byte[] printed) throws Refused {
        String text = decoded(printed);
        String path = text.startsWith("./") ? text.substring(2) : text;
        if (!isSafe(path)) {
            throw new Refused(
                    "the name " + shown(text) + " leads out of its folder",
                    "find out how it came there and remove it");
        }
        return new RelativePath(path);
    }

    /// Whether a text is a path that stays below its folder.
    public static boolean isSafe(String path) {
        return !path.isEmpty()
                && path.length() <= LONGEST
                && path.indexOf('\0') < 0
                && Arrays.stream(path.split("/", -1))
                        .noneMatch(part -> part.isEmpty() || part.equals(".") || part.equals(".."));
    }

    /// Whether this is in a folder, at any depth.
    public boolean isBelow(RelativePath folder) {
        return value.startsWith(folder.value + "/");
    }

    /// The UTF-8 bytes.
    public byte[] bytes() {
        return value.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public int compareTo(RelativePath other) {
        return Arrays.compareUnsigned(bytes(), other.bytes());
    }

    /// On one line, without control characters.
    @Override
    public String toString() {
        return shown(value);
    }

    static String decoded(byte[] printed) throws Refused {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(printed)).toString();
        } catch (CharacterCodingException e) {
            throw new Refused(
                    "the name " + escaped(printed) + " is not UTF-8",
                    "rename it, or convert the names of the folder, for example with convmv");
        }
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
