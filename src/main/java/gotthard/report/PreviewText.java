package gotthard.report;

import gotthard.action.Declaration;
import gotthard.action.Failure;
import gotthard.action.Prediction;
import gotthard.inventory.RoleName;
import gotthard.preview.Outlook;
import gotthard.preview.Predicted;
import gotthard.preview.Preview;
import gotthard.preview.Totals;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// A preview as a tree of plain lines: `+` makes, `~` changes, `-` deletes, `▶` runs, `=` nothing to do, `!` an obstacle, `?` waits for people.
public final class PreviewText {
    private final List<String> lines = new ArrayList<>();

    private PreviewText() {}

    /// The steps, and below them the totals in one line.
    public static List<String> lines(Preview preview) {
        var text = new PreviewText();
        preview.steps().forEach(text::step);
        text.lines.add("");
        text.lines.add(summary(preview.totals()));
        return List.copyOf(text.lines);
    }

    /// `Plan: 3 to create, 1 to change, 0 to delete, 2 to run, 1 opaque; 1 approval; 1 obstacle`.
    public static String summary(Totals totals) {
        var parts = new ArrayList<String>();
        if (totals.hasChanges()) {
            parts.add(Words.number(totals.create()) + " to create");
            parts.add(Words.number(totals.update()) + " to change");
            parts.add(Words.number(totals.delete()) + " to delete");
            count(parts, totals.run(), "to run");
            count(parts, totals.opaque(), "opaque");
        } else {
            parts.add("nothing to change");
        }
        String summary = "Plan: " + String.join(", ", parts);
        summary += totals.waits() == 0 ? "" : "; " + Words.counted(totals.waits(), "approval");
        return totals.obstacles() == 0
                ? summary
                : summary + "; " + Words.counted(totals.obstacles(), "obstacle");
    }

    private static void count(List<String> parts, long number, String words) {
        if (number > 0) {
            parts.add(Words.number(number) + " " + words);
        }
    }

    private void step(Predicted step) {
        switch (step.outlook()) {
            case Outlook.Waits(var roles) ->
                    lines.add(
                            "? "
                                    + step.step()
                                    + ": waits for an approval by "
                                    + roles.stream()
                                            .map(RoleName::value)
                                            .sorted()
                                            .collect(Collectors.joining(" and ")));
            case Outlook.Approved _ ->
                    lines.add("= " + step.step() + ": approval (nothing: it was given)");
            case Outlook.Acts(var declaration, var prediction) ->
                    acts(step, declaration, prediction);
        }
    }

    private void acts(Predicted step, Declaration declaration, Prediction prediction) {
        String head = step.step() + ": " + declaration.summary();
        switch (prediction) {
            case Prediction.Nothing(var why) -> lines.add("= " + head + " (nothing: " + why + ")");
            case Prediction.Obstacle(var failure) -> obstacle(head, failure);
            case Prediction.Changes(var certainty, var changes) -> {
                lines.add("* " + head + "  [" + certainty + guards(declaration) + "]");
                changes.forEach(this::change);
            }
        }
    }

    private void obstacle(String head, Failure failure) {
        lines.add("! " + head);
        failure.what().lines().forEach(line -> lines.add("    " + line));
        if (!failure.next().isEmpty()) {
            lines.add("    " + failure.next());
        }
    }

    private static String guards(Declaration declaration) {
        if (declaration.reversal() == Declaration.Reversal.NOTHING_TO_UNDO) {
            return ", changes nothing";
        }
        String undo =
                declaration.reversal() == Declaration.Reversal.IRREVERSIBLE
                        ? ", can't be undone"
                        : "";
        return undo
                + ", marking "
                + declaration.marking().name().toLowerCase(Locale.ROOT)
                + ", fencing "
                + declaration.fencing().name().toLowerCase(Locale.ROOT);
    }

    private void change(Prediction.Change change) {
        lines.add(
                "    "
                        + sign(change.sign())
                        + " "
                        + change.thing().where()
                        + " "
                        + change.thing().path()
                        + ": "
                        + change.summary());
        change.details().forEach(detail -> lines.add("        " + detail));
    }

    private static String sign(Prediction.Sign sign) {
        return switch (sign) {
            case CREATE -> "+";
            case UPDATE -> "~";
            case DELETE -> "-";
            case RUN -> "▶";
        };
    }
}
