package gotthard.report;

import gotthard.journal.RunState;
import gotthard.preview.Amendment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/// An amendment as Markdown for a pull request: the counts, what becomes of each step, and the documents line by line.
public final class AmendmentMarkdown {
    private static final int MOST_LINES = 300;

    private AmendmentMarkdown() {}

    /// With one line break at the end.
    ///
    /// @param documents those of the new plan, by name
    public static String of(RunState state, Amendment amendment, Map<String, String> documents) {
        var markdown = new Markdown();
        markdown.heading(2, "Amendment of the run " + state.id());
        markdown.paragraph("**" + Markdown.escaped(AmendmentText.summary(amendment)) + "**");
        markdown.table(
                List.of("", "step", "what", "becomes"),
                amendment.lines().stream().map(AmendmentMarkdown::row).toList());
        List<String> lines = differences(state.opening().documents(), documents);
        if (!lines.isEmpty()) {
            markdown.fenced("diff", lines, MOST_LINES);
        }
        return markdown.text();
    }

    private static List<String> row(Amendment.Line line) {
        return List.of(
                Markdown.code(AmendmentText.sign(line)),
                Markdown.code(line.step().id().value()),
                Markdown.escaped(line.step().summary()),
                Markdown.escaped(AmendmentText.becomes(line)));
    }

    private static List<String> differences(Map<String, String> before, Map<String, String> after) {
        var lines = new ArrayList<String>();
        var names = new TreeSet<>(new TreeMap<>(before).keySet());
        names.addAll(after.keySet());
        for (String name : names) {
            String old = before.getOrDefault(name, "");
            String wanted = after.getOrDefault(name, "");
            if (!old.equals(wanted)) {
                lines.add("--- " + name);
                lines.add("+++ " + name);
                lines.addAll(LineDifference.of(old.lines().toList(), wanted.lines().toList()));
            }
        }
        return lines;
    }
}
