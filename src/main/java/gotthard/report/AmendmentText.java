package gotthard.report;

import gotthard.preview.Amendment;

import java.util.ArrayList;
import java.util.List;

/// An amendment of a run, for people: `+` a step more, `-` one less, `~` one that changes, `?` an approval that is void, `↻` one that is verified again.
public final class AmendmentText {
    private AmendmentText() {}

    /// The steps that are not as before, and below them the counts in one line.
    public static List<String> lines(Amendment amendment) {
        var lines = new ArrayList<String>();
        for (Amendment.Line line : amendment.lines()) {
            if (isTold(line)) {
                lines.add(
                        sign(line)
                                + " "
                                + line.step().id()
                                + ": "
                                + line.step().summary()
                                + " ("
                                + becomes(line)
                                + ")");
            }
        }
        lines.add("");
        lines.add(summary(amendment));
        return List.copyOf(lines);
    }

    /// `Amendment: 1 to add, 2 to change, 1 to leave out, 9 as before; 1 approval void`.
    public static String summary(Amendment amendment) {
        long changed =
                amendment.count(Amendment.Change.WORK)
                        + amendment.count(Amendment.Change.NEEDS)
                        + amendment.count(Amendment.Change.TIME);
        String summary =
                "Amendment: %s to add, %s to change, %s to leave out, %s as before"
                        .formatted(
                                Words.number(amendment.count(Amendment.Change.ADDED)),
                                Words.number(changed),
                                Words.number(amendment.count(Amendment.Change.REMOVED)),
                                Words.number(amendment.count(Amendment.Change.NONE)));
        int voided = amendment.steps(Amendment.Fate.APPROVAL_VOID).size();
        int undo = amendment.steps(Amendment.Fate.UNDO_FIRST).size();
        return summary
                + (voided == 0 ? "" : "; " + Words.counted(voided, "approval") + " void")
                + (undo == 0 ? "" : "; " + undo + " to undo first");
    }

    static boolean isTold(Amendment.Line line) {
        return line.change() != Amendment.Change.NONE
                || line.fate() == Amendment.Fate.APPROVAL_VOID
                || line.fate() == Amendment.Fate.VERIFIED_AGAIN;
    }

    static String sign(Amendment.Line line) {
        return switch (line.change()) {
            case NONE ->
                    switch (line.fate()) {
                        case APPROVAL_VOID -> "?";
                        case VERIFIED_AGAIN -> "↻";
                        case RUNS, RUNS_AGAIN, STAYS, UNDO_FIRST, LEFT_OUT -> "=";
                    };
            case ADDED -> "+";
            case REMOVED -> "-";
            case WORK, NEEDS, TIME -> "~";
        };
    }

    /// What becomes of a step, in words.
    static String becomes(Amendment.Line line) {
        return switch (line.fate()) {
            case RUNS -> "will run";
            case RUNS_AGAIN -> "will run again";
            case STAYS -> "stays as it is";
            case VERIFIED_AGAIN -> "is verified again, after what it needs";
            case UNDO_FIRST -> "has changed something: must be undone first";
            case LEFT_OUT -> "will not run";
            case APPROVAL_VOID -> "the approval is void: what it covers has changed";
        };
    }
}
