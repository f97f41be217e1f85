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

    /// Reads to the end of the stream.
    ///
    /// @throws Refused when a line is no path below a folder
    public static NavigableSet<RelativePath> read(InputStream written) throws IOException, Refused {
        var paths = new TreeSet<RelativePath>();
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
        return Collections.unmodifiableNavigableSet(paths);
    }

    private static void add(
            ByteArrayOutputStream line, int number, NavigableSet<RelativePath> paths)
            throws Refused {
        byte[] bytes = line.toByteArray();
        line.reset();
        int length = bytes.length;
        if (length > 0 && bytes[length - 1] == '\r') {
            length--;
        }
        if (length == 0 || bytes[0] == '#') {
            return;
        }
        try {
            paths.add(RelativePath.read(java.util.Arrays.copyOf(bytes, length)));
        } catch (Refused refused) {
            throw new Refused("line %,d: %s".formatted(number, refused.what()), refused.next());
        }
    }
}
