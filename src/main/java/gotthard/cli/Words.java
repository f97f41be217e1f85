package gotthard.cli;

import gotthard.terminal.Amounts;

import java.util.ArrayList;
import java.util.List;

/// Small phrases.
final class Words {
    private Words() {}

    /// `1 step`, `1,204 steps`.
    static String count(long count, String noun) {
        return Amounts.count(count) + " " + noun + (count == 1 ? "" : "s");
    }

    /// Lines that are not wider, broken between words.
    static List<String> wrapped(String text, int width) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
