package gotthard.ssh;

import java.util.List;
import java.util.stream.Collectors;

/// The one place where words become a command line, for SSH knows only lines. Each word stands in single quotes, in which a POSIX
/// shell (POSIX.1-2017, Shell Command Language, 2.2.2) gives no character a meaning; a single quote itself is closed, escaped and
/// opened again.
final class ShellWords {
    private ShellWords() {}

    static String line(List<String> words) {
        if (words.isEmpty()) {
            throw new IllegalArgumentException("a command has at least one word");
        }
        return words.stream().map(ShellWords::quoted).collect(Collectors.joining(" "));
    }

    private static String quoted(String word) {
        if (word.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("a word of a command contains NUL");
        }
        return "'" + word.replace("'", "'\\''") + "'";
    }
}
