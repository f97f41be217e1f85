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
    private static final Pattern ROWS_COLUMNS =
            Pattern.compile("\\s*(\\d{1,4}) ([1-9]\\d{0,3})\\s*");

    private TerminalSize() {}

    /// In characters.
    record Size(int rows, int columns) {}

    /// In columns; empty where there is no terminal or nobody tells.
    static OptionalInt width() {
        return size().map(size -> OptionalInt.of(size.columns())).orElse(OptionalInt.empty());
    }

    /// Empty where there is no terminal or nobody tells.
    static Optional<Size> size() {
        try {
            Process stty =
                    new ProcessBuilder("stty", "size")
                            .redirectInput(TERMINAL)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            String said =
                    new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            return stty.waitFor() == 0 ? size(said) : Optional.empty();
        } catch (IOException _) {
            return Optional.empty();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /// Of `24 80`.
    static OptionalInt columns(String said) {
        return size(said).map(size -> OptionalInt.of(size.columns())).orElse(OptionalInt.empty());
    }

    private static Optional<Size> size(String said) {
        return Optional.of(ROWS_COLUMNS.matcher(said))
                .filter(Matcher::matches)
                .map(
                        found ->
                                new Size(
                                        Integer.parseInt(found.group(1)),
                                        Integer.parseInt(found.group(2))));
    }
}
