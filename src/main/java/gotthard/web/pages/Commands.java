package gotthard.web.pages;

import gotthard.graph.StepId;
import gotthard.journal.Hold;
import gotthard.journal.RunId;
import gotthard.overview.StepRow;

import java.util.List;
import java.util.regex.Pattern;

/// What a person may type about a step. Pages show it; they never do it.
final class Commands {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:=@%+-]+");

    private Commands() {}

    static String status(RunId run) {
        return "gotthard status " + word(run.value());
    }

    /// What lets a step go on, the most likely first; nothing for one that goes on by itself.
    static List<String> releasing(StepRow row) {
        if (row.hold().isPresent()) {
            return held(row, row.hold().get());
        }
        return row.stage().isBad() ? List.of(retry(row), undo(row.run(), row.id())) : List.of();
    }

    private static List<String> held(StepRow row, Hold hold) {
        return switch (hold) {
            case Hold.AwaitsApproval(_, var command) -> List.of(command);
            case Hold.AwaitsQuorum(_, _, var command) -> List.of(command);
            case Hold.Paused _ -> List.of("gotthard resume " + word(row.run().value()));
            case Hold.Foreign _,
                    Hold.ReliedUpon _,
                    Hold.Drifted _,
                    Hold.Breach _,
                    Hold.Unreadable _,
                    Hold.WaiverEnded _ ->
                    List.of(retry(row));
            case Hold.AwaitsValue _,
                    Hold.AwaitsWindow _,
                    Hold.AwaitsDay _,
                    Hold.Frozen _,
                    Hold.Deviates _ ->
                    List.of(status(row.run()));
        };
    }

    private static String retry(StepRow row) {
        return "gotthard retry " + word(row.run().value()) + " " + word(row.id().value());
    }

    /// Undoes a step with all that depends on it.
    static String undo(RunId run, StepId step) {
        return "gotthard rollback " + word(run.value()) + " --step " + word(step.value());
    }

    /// One word for a POSIX shell, whatever is in it.
    static String word(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
