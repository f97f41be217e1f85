package gotthard.transfer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.NavigableSet;
import java.util.TreeSet;

/// A list of paths that people or their programs keep: UTF-8, one path a line, relative to a folder, in any order. Empty lines and those that
/// begin with `#` count for nothing; a line may end as on Windows.
public final class PathList {
    private PathList() {}

    /// Hears of each path, in the order of the lines.
    @FunctionalInterface
    public interface Listener {
        void found(RelativePath path) throws IOException, Refused;
    }

    /// Reads to the end of the stream.
    ///
    /// @throws Refused when a line is no path below a folder
    public static NavigableSet<RelativePath> read(InputStream written) throws IOException, Refused {
        var paths = new TreeSet<RelativePath>();
        read(written, paths::add);
        return Collections.unmodifiableNavigableSet(paths);
    }

    /// Reads to the end of the stream, with one line in memory.
    ///
    /// @throws Refused when a line is no path below a folder
    public static void read(InputStream written, Listener paths) throws IOException, Refused {
        var line = new ByteArrayOutputStream(256);
        var buffer = new byte[65_536];
        int number = 1;
        for (int count = written.read(buffer); count >= 0; count = written.read(buffer)) {
            for (int i = 0; i < count; i++) {
                if (buffer[i] != '\n') {
                    line.write(buffer[i]);
                    continue;
                }
                add(line, number, paths);
                number++;
            }
        }
        add(line, number, paths);
    }

    private static void add(ByteArrayOutputStream line, int number, Listener paths)
            throws IOException, Refused {
        byte[] bytes = line.toByteArray();
        line.reset();
        int length = bytes.length;
        if (length > 0 && bytes[length - 1] == '\r') {
            length--;
        }
        if (length == 0 || bytes[0] == '#') {
            return;
        }
        paths.found(path(java.util.Arrays.copyOf(bytes, length), number));
    }

    private static RelativePath path(byte[] line, int number) throws Refused {
        try {
            return RelativePath.read(line);
        } catch (Refused refused) {
            throw new Refused("line %,d: %s".formatted(number, refused.what()), refused.next());
        }
    }
}
