package gotthard.report;

import java.util.ArrayList;
import java.util.List;

/// Writes Markdown (CommonMark with the tables of GitHub). Texts from outside can't break out of their place.
final class Markdown {
    private final StringBuilder text = new StringBuilder();

    void heading(int level, String words) {
        text.append("#".repeat(level)).append(' ').append(escaped(words)).append("\n\n");
    }

    /// A paragraph that is Markdown already.
    void paragraph(String markdown) {
        text.append(markdown).append("\n\n");
    }

    /// A list whose items are Markdown already.
    void items(List<String> items) {
        items.forEach(item -> text.append("- ").append(item).append('\n'));
        text.append('\n');
    }

    /// A table whose cells are Markdown already.
    void table(List<String> head, List<List<String>> rows) {
        line(head);
        text.append("|").append("---|".repeat(head.size())).append('\n');
        rows.forEach(this::line);
        text.append('\n');
    }

    /// Lines from outside, as they are, in a fence that they can't close.
    ///
    /// @param most how many lines are shown; the rest is counted
    void fenced(String language, List<String> lines, int most) {
        text.append("````").append(language).append('\n');
        for (String line : lines.subList(0, Math.min(most, lines.size()))) {
            text.append(line.replaceAll("\\p{Cntrl}+", " ").replace('`', '\'')).append('\n');
        }
        if (lines.size() > most) {
            text.append("… and ").append(lines.size() - most).append(" lines more\n");
        }
        text.append("````\n\n");
    }

    /// Lines to be copied, unchanged, in a fence that is longer than any that stands in them.
    void commands(String language, List<String> lines) {
        String all = String.join("\n", lines);
        String fence = "```";
        while (all.contains(fence)) {
            fence += "`";
        }
        text.append(fence).append(language).append('\n').append(all).append('\n');
        text.append(fence).append("\n\n");
    }

    /// With one line break at the end.
    String text() {
        return text.toString().stripTrailing() + "\n";
    }

    /// Words from outside, on one line, with nothing that Markdown or HTML would take for its own.
    static String escaped(String words) {
        var escaped = new StringBuilder();
        words.strip().codePoints().forEach(point -> append(escaped, point));
        return escaped.toString();
    }

    /// Words from outside in the type of a program, such as names and commands.
    static String code(String words) {
        String line = words.replaceAll("[\\p{Cntrl}]+", " ").replace('`', '\'').strip();
        return "`" + line.replace("|", "\\|") + "`";
    }

    private static void append(StringBuilder escaped, int point) {
        if (Character.isISOControl(point)) {
            escaped.append(' ');
            return;
        }
        if ("\\`*_[]<>|#~&".indexOf(point) >= 0 && !isHarmless(escaped, point)) {
            escaped.append('\\');
        }
        escaped.appendCodePoint(point);
    }

    /// A sign inside of a word or before a number means nothing to Markdown.
    private static boolean isHarmless(StringBuilder before, int point) {
        return point == '#' && !before.isEmpty();
    }

    private void line(List<String> cells) {
        List<String> all = new ArrayList<>(cells);
        text.append("| ").append(String.join(" | ", all)).append(" |\n");
    }
}
