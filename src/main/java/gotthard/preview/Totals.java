package gotthard.preview;

import gotthard.action.Prediction;

import java.util.List;

/// All changes of a preview, counted.
///
/// @param create things that would be made, and so on
/// @param opaque steps of which only is known that something will run
/// @param obstacles steps that would fail, or of which nothing could be found out
/// @param unchanged steps that have nothing to do
/// @param waits steps that wait for people
public record Totals(
        long create,
        long update,
        long delete,
        long run,
        long opaque,
        long obstacles,
        long unchanged,
        long waits) {
    /// Whether anything at a site would change.
    public boolean hasChanges() {
        return create + update + delete + run > 0;
    }

    /// Whether applying would do nothing, and wait for nobody.
    public boolean isNothing() {
        return !hasChanges() && obstacles == 0 && waits == 0;
    }

    static Totals of(List<Predicted> steps) {
        long opaque = 0;
        long obstacles = 0;
        long unchanged = 0;
        long waits = 0;
        for (Predicted step : steps) {
            switch (step.outlook()) {
                case Outlook.Waits _ -> waits++;
                case Outlook.Approved _ -> unchanged++;
                case Outlook.Acts(_, Prediction.Nothing _) -> unchanged++;
                case Outlook.Acts(_, Prediction.Obstacle _) -> obstacles++;
                case Outlook.Acts(_, Prediction.Changes(var certainty, _)) ->
                        opaque += certainty == Prediction.Certainty.OPAQUE ? 1 : 0;
            }
        }
        return new Totals(
                count(steps, Prediction.Sign.CREATE),
                count(steps, Prediction.Sign.UPDATE),
                count(steps, Prediction.Sign.DELETE),
                count(steps, Prediction.Sign.RUN),
                opaque,
                obstacles,
                unchanged,
                waits);
    }

    private static long count(List<Predicted> steps, Prediction.Sign sign) {
        return steps.stream()
                .flatMap(step -> step.changes().stream())
                .filter(change -> change.sign() == sign)
                .count();
    }
}
