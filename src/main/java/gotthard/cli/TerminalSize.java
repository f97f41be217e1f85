package gotthard.cli;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How wide the terminal of this process is, as `stty` of POSIX tells: shells do not hand their `COLUMNS` on.
final class TerminalSize {
    private static final File TERMINAL = new File("/dev/tty");
    private static final Pattern ROWS_COLUMNS = Pattern.compile("\\s*\\d+ ([1-9]\\d{0,3})\\s*");

    private TerminalSize() {}

    /// In columns; empty where there is no terminal or nobody tells.
    static OptionalInt width() {
        try {
            Process stty =
                    new ProcessBuilder("stty", "size")
                            .redirectInput(TERMINAL)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            String said =
                    new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            return stty.waitFor() == 0 ? columns(said) : OptionalInt.empty();
        } catch (IOException _) {
            return OptionalInt.empty();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return OptionalInt.empty();
        }
    }

    /// Of `24 80`.
    static OptionalInt columns(String said) {
        return Optional.of(ROWS_COLUMNS.matcher(said))
                .filter(Matcher::matches)
                .map(found -> OptionalInt.of(Integer.parseInt(found.group(1))))
                .orElse(OptionalInt.empty());
    }
}
