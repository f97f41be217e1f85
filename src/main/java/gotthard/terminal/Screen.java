package gotthard.terminal;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// A table that is drawn anew in its place, at most ten times a second, with lines that scroll past above it. The caller
/// says what time it is. Not for several threads.
public final class Screen {
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final PrintStream out;
    private final Looks looks;
    private int drawn;
    private Instant last = Instant.EPOCH;

    public Screen(PrintStream out, Looks looks) {
        this.out = out;
        this.looks = looks;
    }

    /// The same for a terminal of another size, which begins empty: what was drawn is broken into other lines there.
    public Screen resized(Looks other) {
        if (drawn > 0) {
            out.print("\u001b[H\u001b[2J");
        }
        return new Screen(out, other);
    }

    /// Draws the board, unless it was drawn just now.
    public void show(Board board, Instant now) {
        if (Duration.between(last, now).compareTo(PAUSE) >= 0) {
            last = now;
            draw(board);
        }
    }

    /// Draws the board for the last time; it stays.
    public void finish(Board board) {
        draw(board);
        drawn = 0;
    }

    /// Prints a line above the table.
    public void say(String line) {
        wipe();
        out.println(line);
        out.flush();
        last = Instant.EPOCH;
    }

    private void draw(Board board) {
        List<String> lines = Table.draw(board, looks);
        var text = new StringBuilder(up());
        for (String line : lines) {
            text.append(line).append("\u001b[K\n");
        }
        text.append("\u001b[J");
        out.print(text);
        out.flush();
        drawn = lines.size();
    }

    private void wipe() {
        out.print(up() + "\u001b[J");
        drawn = 0;
    }

    private String up() {
        return drawn == 0 ? "" : "\u001b[" + drawn + "A\r";
    }
}
