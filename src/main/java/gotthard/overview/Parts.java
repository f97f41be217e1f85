package gotthard.overview;

import gotthard.action.Evidence;
import gotthard.action.Progress;
import gotthard.world.Effect;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Says what a step's row means for one cell that the step has an effect on.
final class Parts {
    private Parts() {}

    static Part stored(StepRow row, Effect.Copy copy) {
        boolean isAlone = row.effects().stream().filter(Effect.Copy.class::isInstance).count() == 1;
        return new Part(
                Mark.of(row.stage()),
                copy.full(),
                moved(row),
                verified(row),
                isWhole(row),
                (row.stage() == Stage.VERIFIED || row.stage() == Stage.RESOLVED) && isAlone
                        ? row.evidence().map(Parts::amount)
                        : Optional.empty(),
                isAlone ? row.total() : Optional.empty(),
                List.of(row.origin()));
    }

    /// On the way to another site: there, but not to stay.
    static Part staged(StepRow row) {
        return new Part(
                Mark.of(row.stage()),
                false,
                moved(row),
                OptionalInt.empty(),
                true,
                Optional.empty(),
                Optional.empty(),
                List.of(row.origin()));
    }

    static Part deployed(StepRow row) {
        Mark mark = Mark.of(row.stage());
        return processing(mark == Mark.VERIFIED ? Mark.READY : mark, row);
    }

    static Part processed(StepRow row) {
        return processing(Mark.of(row.stage()), row);
    }

    private static Part processing(Mark mark, StepRow row) {
        return Part.bare(mark, row.origin());
    }

    private static Part.Amount amount(Evidence evidence) {
        return new Part.Amount(evidence.compared(), evidence.bytes());
    }

    private static OptionalInt moved(StepRow row) {
        return switch (row.stage()) {
            case PENDING, HELD, LEFT_OUT, ROLLED_BACK -> OptionalInt.of(0);
            case APPLIED, VERIFIED, RESOLVED -> OptionalInt.of(100);
            case RUNNING -> row.progress().map(Parts::share).orElse(OptionalInt.empty());
            case RETRYING,
                    SKIPPED,
                    WAIVED,
                    WAIVER_ENDED,
                    CHANGED,
                    FAILED,
                    UNKNOWN,
                    ROLLING_BACK,
                    ROLLBACK_FAILED ->
                    OptionalInt.empty();
        };
    }

    private static OptionalInt verified(StepRow row) {
        return switch (row.stage()) {
            case VERIFIED, RESOLVED ->
                    row.evidence()
                            .map(evidence -> percent(evidence.compared(), evidence.of()))
                            .orElse(OptionalInt.empty());
            case PENDING,
                    HELD,
                    LEFT_OUT,
                    RUNNING,
                    RETRYING,
                    APPLIED,
                    SKIPPED,
                    WAIVED,
                    WAIVER_ENDED,
                    ROLLED_BACK ->
                    OptionalInt.of(0);
            case CHANGED, FAILED, UNKNOWN, ROLLING_BACK, ROLLBACK_FAILED -> OptionalInt.empty();
        };
    }

    private static boolean isWhole(StepRow row) {
        return row.evidence().filter(it -> it.compared() >= it.of()).isPresent();
    }

    private static OptionalInt share(Progress progress) {
        return progress.total().isPresent()
                ? percent(progress.done(), progress.total().getAsLong())
                : OptionalInt.empty();
    }

    /// Rounded down, so that 100 means all. Of nothing, no share is known, nor where more is done than there should be: then the total is
    /// not what it was taken for.
    static OptionalInt percent(long done, long of) {
        if (of <= 0 || done > of) {
            return OptionalInt.empty();
        }
        double share = (double) Math.max(done, 0) / of;
        return OptionalInt.of(done == of ? 100 : Math.min(99, (int) (share * 100)));
    }
}
