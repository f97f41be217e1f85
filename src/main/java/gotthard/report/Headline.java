package gotthard.report;

import gotthard.journal.Ending;
import gotthard.journal.Event;
import gotthard.overview.Incident;
import gotthard.overview.Overview;
import gotthard.overview.Part;
import gotthard.overview.ProgrammeOverview;
import gotthard.overview.RunSummary;
import gotthard.overview.Stage;
import gotthard.overview.WayBack;

import java.util.ArrayList;
import java.util.List;

/// How a run goes, in words for people who will read nothing else.
public final class Headline {
    private Headline() {}

    /// The one plan and how it goes, or how many plans and runs there are: the title of a report.
    public static String title(ProgrammeOverview programme) {
        if (programme.title().isPresent()) {
            return programme.title().get() + ": " + begun(programme);
        }
        if (programme.latest().size() == 1) {
            Overview only = programme.latest().getFirst();
            return only.run().title() + ": " + standing(only);
        }
        return Words.counted(programme.latest().size(), "plan")
                + ", "
                + Words.counted(programme.runs().size(), "run");
    }

    private static String begun(ProgrammeOverview programme) {
        int all = programme.latest().size() + programme.ahead().size();
        return Words.number(programme.latest().size())
                + " of "
                + Words.counted(all, "plan")
                + " begun";
    }

    /// Two or three words: `done`, `waits for a person`.
    public static String standing(Overview overview) {
        RunSummary run = overview.run();
        return run.ending()
                .map(Headline::ended)
                .orElseGet(
                        () ->
                                run.direction() == Event.Direction.BACK
                                        ? "being rolled back"
                                        : overview.waiting().isEmpty() ? "underway" : "waits");
    }

    private static String ended(Ending ending) {
        return switch (ending) {
            case DONE -> "done";
            case ROLLED_BACK -> "rolled back";
            case FAILED -> "failed";
            case ROLLBACK_FAILED -> "rollback failed";
            case WAITING -> "waits for a person or a gate";
            case UNKNOWN -> "an outcome is unknown";
            case STOPPED -> "stopped";
            case CANCELLED -> "cancelled";
            case OVERTAKEN -> "taken over by another process";
        };
    }

    /// The first sentences of a report on a run.
    public static List<String> sentences(Overview overview) {
        RunSummary run = overview.run();
        var sentences = new ArrayList<String>();
        sentences.add(first(overview));
        long moving = overview.matrix().moving();
        if (moving > 0) {
            sentences.add(
                    "Of "
                            + Words.counted(moving, "cell")
                            + " of data to be moved, "
                            + Words.number(overview.matrix().verified())
                            + (overview.matrix().verified() == 1 ? " is" : " are")
                            + " verified at every target"
                            + compared(overview.matrix().compared())
                            + ".");
        }
        sentences.add(
                "It was started on "
                        + Words.moment(run.started())
                        + " UTC and "
                        + (run.ended().isPresent() ? "took " : "has been running for ")
                        + Words.duration(run.elapsed())
                        + ".");
        sentences.add(next(overview));
        return sentences;
    }

    private static String compared(Part.Amount amount) {
        return amount.things() == 0
                ? ""
                : ": "
                        + Words.counted(amount.things(), "file")
                        + " ("
                        + Words.bytes(amount.bytes())
                        + ") were compared there";
    }

    private static String why(Overview overview) {
        return overview.incidents().stream()
                .filter(incident -> incident.kind() == Incident.Kind.TURNED_BACK)
                .reduce((_, last) -> last)
                .map(turn -> " (" + turn.what() + ")")
                .orElse("");
    }

    private static String first(Overview overview) {
        RunSummary run = overview.run();
        int verified = run.count(Stage.VERIFIED) + run.count(Stage.RESOLVED);
        int asked = run.asked();
        String steps = Words.number(verified) + " of " + Words.counted(asked, "step");
        String be = verified == 1 ? " is" : " are";
        return switch (run.ending().orElse(Ending.STOPPED)) {
            case DONE ->
                    "All of it is done: " + steps + be + " verified" + unproven(overview) + ".";
            case CANCELLED ->
                    "It was cancelled, and what it did was left as it is: "
                            + steps
                            + be
                            + " verified.";
            case ROLLED_BACK ->
                    "It was rolled back"
                            + why(overview)
                            + ": "
                            + Words.counted(run.count(Stage.ROLLED_BACK), "step")
                            + " undone, and verified to be as before.";
            case FAILED ->
                    "It failed and changes nothing further until a person decides: "
                            + steps
                            + be
                            + " verified.";
            case ROLLBACK_FAILED ->
                    "Its rollback failed and a person must look: "
                            + Words.counted(run.count(Stage.ROLLBACK_FAILED), "step")
                            + " could not be restored.";
            case UNKNOWN -> "It is not known how some attempt ended: " + steps + be + " verified.";
            case WAITING -> "It waits: " + steps + be + " verified.";
            case STOPPED, OVERTAKEN ->
                    Words.capital(standing(overview)) + ": " + steps + be + " verified.";
        };
    }

    private static String unproven(Overview overview) {
        return overview.unproven().isEmpty()
                ? ""
                : ", and "
                        + Words.counted(overview.unproven().size(), "step")
                        + (overview.unproven().size() == 1 ? " counts" : " count")
                        + " without a verification";
    }

    private static String next(Overview overview) {
        if (overview.waiting().isEmpty()) {
            return "Nothing waits for anybody.";
        }
        return Words.counted(overview.waiting().size(), "step")
                + (overview.waiting().size() == 1 ? " waits" : " wait")
                + " for somebody; see below.";
    }

    /// Whether there is a way back, and what it would undo.
    public static String wayBack(WayBack wayBack) {
        return switch (wayBack.kind()) {
            case NOTHING -> "Nothing to roll back: this run has changed nothing that stands.";
            case DONE -> "Nothing to roll back: all that this run changed is undone.";
            case CLOSED -> "No way back: what this run kept for it at its sites was removed.";
            case OPEN ->
                    "A rollback would undo "
                            + Words.counted(wayBack.steps().size(), "step")
                            + "; the journal records no date on which that ends.";
        };
    }
}
