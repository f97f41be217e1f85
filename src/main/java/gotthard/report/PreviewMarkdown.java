package gotthard.report;

import gotthard.action.Declaration;
import gotthard.action.Prediction;
import gotthard.inventory.RoleName;
import gotthard.preview.Outlook;
import gotthard.preview.Predicted;
import gotthard.preview.Preview;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// A preview as Markdown for a comment under a change: the totals, a table of the steps, and each change as a line of a difference.
public final class PreviewMarkdown {
    /// A comment has room for 65,536 characters; lines beyond this many are counted only.
    private static final int MOST_LINES = 300;

    private final Markdown markdown = new Markdown();
    private final List<String> changes = new ArrayList<>();

    private PreviewMarkdown() {}

    /// With one line break at the end.
    public static String of(Preview preview) {
        var page = new PreviewMarkdown();
        page.markdown.heading(2, "Plan " + preview.plan());
        String summary = PreviewText.summary(preview.totals());
        page.markdown.paragraph("**" + Markdown.escaped(summary) + "**");
        page.markdown.table(
                List.of("", "step", "what", "known"),
                preview.steps().stream().map(page::row).toList());
        if (!page.changes.isEmpty()) {
            page.markdown.fenced("diff", page.changes, MOST_LINES);
        }
        return page.markdown.text();
    }

    private List<String> row(Predicted step) {
        return switch (step.outlook()) {
            case Outlook.Waits(var roles) ->
                    row(
                            "?",
                            step,
                            "waits for an approval by "
                                    + roles.stream()
                                            .map(RoleName::value)
                                            .sorted()
                                            .collect(Collectors.joining(" and ")),
                            "");
            case Outlook.Approved _ -> row("=", step, "approval: it was given", "");
            case Outlook.Acts(var declaration, var prediction) ->
                    acts(step, declaration, prediction);
        };
    }

    private List<String> acts(Predicted step, Declaration declaration, Prediction prediction) {
        return switch (prediction) {
            case Prediction.Nothing(var why) ->
                    row("=", step, declaration.summary(), "nothing: " + why);
            case Prediction.Obstacle(var failure) ->
                    row("!", step, declaration.summary(), "would fail: " + failure);
            case Prediction.Changes(var certainty, var all) -> {
                changes.add("@@ " + step.step() + " @@");
                all.forEach(this::change);
                yield row("*", step, declaration.summary(), certainty.name());
            }
        };
    }

    private static List<String> row(String sign, Predicted step, String what, String known) {
        return List.of(
                Markdown.code(sign),
                Markdown.code(step.step().value()),
                Markdown.escaped(what),
                Markdown.escaped(known));
    }

    private void change(Prediction.Change change) {
        String sign =
                switch (change.sign()) {
                    case CREATE -> "+ ";
                    case UPDATE -> "! ";
                    case DELETE -> "- ";
                    case RUN -> "# run ";
                };
        changes.add(
                sign
                        + change.thing().where()
                        + " "
                        + change.thing().path()
                        + ": "
                        + change.summary());
        change.details().forEach(detail -> changes.add("      " + detail));
    }
}
