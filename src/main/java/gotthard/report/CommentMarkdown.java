package gotthard.report;

import gotthard.problem.Place;
import gotthard.problem.Problem;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Checked documents as one comment under a pull request: the verdict first, then what is wrong and where, then each document. It never is
/// longer than GitHub takes, and begins with a mark by which the next one finds it again.
public final class CommentMarkdown {
    /// Stands in the first line, and is not seen.
    public static final String MARK = "<!-- gotthard validate -->";

    /// GitHub takes 65,536 characters; the rest is left to what stands around them.
    private static final int LONGEST = 60_000;

    private CommentMarkdown() {}

    /// With one line break at the end.
    public static String of(List<CheckedDocument> documents) {
        List<Problem> problems =
                documents.stream().flatMap(one -> one.problems().stream()).distinct().toList();
        int shown = problems.size();
        String text = text(documents, problems, shown, documents.size());
        int listed = documents.size();
        while (text.length() > LONGEST && shown + listed > 0) {
            shown /= 2;
            listed /= 2;
            text = text(documents, problems, shown, listed);
        }
        return text;
    }

    private static String text(
            List<CheckedDocument> documents, List<Problem> problems, int shown, int listed) {
        var markdown = new Markdown();
        markdown.paragraph(MARK);
        markdown.heading(2, "gotthard validate");
        markdown.paragraph("**" + Markdown.escaped(verdict(documents, problems)) + "**");
        if (!problems.isEmpty()) {
            markdown.items(problems.stream().limit(shown).map(CommentMarkdown::item).toList());
            more(markdown, problems.size() - shown, "problem");
        }
        markdown.paragraph(
                "<details><summary>" + Words.counted(documents.size(), "document") + "</summary>");
        markdown.table(
                List.of("", "document", "kind", "verdict"),
                documents.stream().limit(listed).map(CommentMarkdown::row).toList());
        more(markdown, documents.size() - listed, "document");
        markdown.paragraph("</details>");
        return markdown.text();
    }

    private static void more(Markdown markdown, int count, String noun) {
        if (count > 0) {
            markdown.paragraph(
                    "… and "
                            + Words.counted(count, noun)
                            + " more; gotthard validate tells all of them.");
        }
    }

    private static String verdict(List<CheckedDocument> documents, List<Problem> problems) {
        long errors = problems.stream().filter(Problem::isError).count();
        var parts = new ArrayList<String>();
        parts.add(
                errors == 0
                        ? "✓ All is well"
                        : "✗ "
                                + Words.counted(errors, "error")
                                + " in "
                                + Words.counted(
                                        documents.stream()
                                                .filter(one -> !one.errors().isEmpty())
                                                .count(),
                                        "document"));
        if (problems.size() > errors) {
            parts.add(Words.counted(problems.size() - errors, "warning"));
        }
        parts.add(Words.counted(documents.size(), "document") + " checked");
        return parts.stream().collect(Collectors.joining(", "));
    }

    private static String item(Problem problem) {
        return (problem.isError() ? "✗ " : "⚠ ")
                + Markdown.code(place(problem.place()))
                + " "
                + Markdown.escaped(problem.sentence());
    }

    private static String place(Place place) {
        return place.hasLine() ? place.source() + ":" + place.line() : place.source();
    }

    private static List<String> row(CheckedDocument document) {
        int errors = document.errors().size();
        return List.of(
                errors == 0 ? "✓" : "✗",
                Markdown.code(document.source()),
                document.kind(),
                errors == 0 ? Markdown.escaped(document.said()) : Words.counted(errors, "error"));
    }
}
