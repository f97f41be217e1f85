package gotthard.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Draws a board as lines. Pure: the same board and looks give the same lines, none wider than the terminal.
public final class Table {
    private static final int BAR = 8;
    private static final int NARROWEST_NAME = 22;
    private static final int STATE = 11;

    private Table() {}

    public static List<String> draw(Board board, Looks looks) {
        int names =
                Math.min(
                        Math.min(
                                Math.max(NARROWEST_NAME, looks.width() / 2 - 26),
                                looks.width() / 2 - 2),
                        board.rows().stream().mapToInt(row -> row.name().length()).max().orElse(0));
        var lines = new ArrayList<String>();
        lines.add(Paint.STRONG.on(fitted(board.title(), looks.width() - 1, looks), looks));
        for (Row row : board.rows()) {
            lines.add(line(row, names, looks));
        }
        lines.add(Paint.FAINT.on(fitted(board.status(), looks.width() - 1, looks), looks));
        return lines;
    }

    private static String line(Row row, int names, Looks looks) {
        String name = padded(named(row.name(), names, looks), names);
        int states = row.state().isEmpty() ? 0 : STATE;
        String state = padded(row.state(), states);
        int rest = looks.width() - 1 - (names + states + 6);
        String told = told(row, rest, looks);
        return (" "
                        + row.mark().shown(looks)
                        + " "
                        + name
                        + "  "
                        + row.mark().paint().on(state, looks)
                        + " "
                        + told)
                .stripTrailing();
    }

    /// What fits of: bar, amount, rate, time left or elapsed, what it does.
    private static String told(Row row, int room, Looks looks) {
        var parts = new ArrayList<String>();
        row.amount()
                .ifPresent(
                        amount -> {
                            amount.fraction()
                                    .ifPresent(done -> parts.add(bar(done, looks) + percent(done)));
                            parts.add(amount.words());
                            row.perSecond().ifPresent(rate -> parts.add(amount.rate(rate)));
                        });
        row.left()
                .ifPresent(
                        left ->
                                parts.add(
                                        Amounts.range(left.least(), left.most(), looks) + " left"));
        row.elapsed().ifPresent(time -> parts.add(Amounts.time(time)));
        if (!row.doing().isEmpty()) {
            parts.add(row.doing());
        }
        return fitting(parts, room, looks);
    }

    /// As many parts as there is room for, in their order; the last one may be cut.
    private static String fitting(List<String> parts, int room, Looks looks) {
        var shown = new StringBuilder();
        for (String part : parts) {
            int left = room - shown.length() - (shown.isEmpty() ? 0 : 2);
            if (part.length() > left && left < 10) {
                continue;
            }
            shown.append(shown.isEmpty() ? "" : "  ").append(fitted(part, left, looks));
        }
        return shown.toString();
    }

    static String bar(double fraction, Looks looks) {
        int full = (int) Math.floor(fraction * BAR);
        String done = looks.hasUnicode() ? "█" : "#";
        String open = looks.hasUnicode() ? "░" : "-";
        return done.repeat(full) + open.repeat(BAR - full);
    }

    /// Rounded down, so that 100 % means all.
    static String percent(double fraction) {
        return "%4d%%".formatted((int) Math.floor(fraction * 100));
    }

    private static String padded(String text, int width) {
        return text.length() >= width ? text : text + " ".repeat(width - text.length());
    }

    /// Cut in the middle where there is no room, for names differ at their ends.
    private static String named(String name, int width, Looks looks) {
        String dots = looks.hasUnicode() ? "…" : "...";
        int kept = width - dots.length();
        if (name.length() <= width || kept < 2) {
            return fitted(name, width, looks);
        }
        int tail = kept / 2;
        return name.substring(0, kept - tail) + dots + name.substring(name.length() - tail);
    }

    /// On one line, and cut where there is no room.
    private static String fitted(String words, int width, Looks looks) {
        String text = words.lines().map(String::strip).collect(Collectors.joining(" "));
        if (text.length() <= width) {
            return text;
        }
        String dots = looks.hasUnicode() ? "…" : "...";
        return text.substring(0, Math.max(0, width - dots.length())) + dots;
    }
}
