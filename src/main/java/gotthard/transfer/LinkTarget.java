package gotthard.transfer;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// What a symbolic link holds: bytes of the file system, not empty, without NUL.
public final class LinkTarget {
    private final byte[] bytes;

    /// A target that the program knows, in UTF-8.
    public LinkTarget(String text) {
        this(text.getBytes(StandardCharsets.UTF_8));
    }

    private LinkTarget(byte[] bytes) {
        this.bytes = bytes;
    }

    /// The target of the link at a path.
    ///
    /// @throws Refused when it leads out of the folder that all paths are below
    public static LinkTarget of(RelativePath link, byte[] bytes) throws Refused {
        var target = new LinkTarget(bytes.clone());
        target.checkFrom(link);
        return target;
    }

    /// Lets only targets pass that stay below the folder, from the place of their link.
    void checkFrom(RelativePath link) throws Refused {
        if (leadsOut(link.depth())) {
            throw new Refused(
                    "the link " + link + " leads out of its folder",
                    "remove it, or make it a relative link that stays inside");
        }
    }

    /// The bytes, in an array of the caller's own.
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LinkTarget target && Arrays.equals(bytes, target.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /// On one line, without control characters.
    @Override
    public String toString() {
        return RelativePath.shown(bytes);
    }

    private boolean leadsOut(int depthOfLink) {
        if (bytes.length == 0 || bytes.length > RelativePath.LONGEST || bytes[0] == '/') {
            return true;
        }
        int depth = depthOfLink;
        int from = 0;
        for (int i = 0; i <= bytes.length; i++) {
            if (i == bytes.length || bytes[i] == '/') {
                depth += step(from, i);
                from = i + 1;
            } else if (bytes[i] == 0) {
                return true;
            }
            if (depth < 0) {
                return true;
            }
        }
        return false;
    }

    private int step(int from, int to) {
        return switch (to - from) {
            case 0 -> 0;
            case 1 -> bytes[from] == '.' ? 0 : 1;
            case 2 -> bytes[from] == '.' && bytes[from + 1] == '.' ? -1 : 1;
            default -> 1;
        };
    }
}
