package gotthard.run;

import gotthard.action.Difference;
import gotthard.graph.StepId;
import gotthard.journal.RunState;
import gotthard.journal.StepRecord;
import gotthard.journal.StepState;

import org.pcollections.PMap;

import java.util.List;
import java.util.Optional;

/// How often this process tried, and whether an attempt may still go on.
///
/// @param atStart the run when this process took it over
/// @param trails what this process has seen of each step
record Attempts(RunState atStart, RunState run, PMap<StepId, Trail> trails) {
    /// In this generation, since somebody last asked to try again.
    int made(StepId id) {
        StepRecord then = atStart.step(id);
        StepRecord record = run.step(id);
        int before = then.generation() == record.generation() ? then.attempts() : 0;
        int uncounted = Math.max(before, trails.getOrDefault(id, Trail.NONE).forgiven());
        return record.attempts() - Math.min(record.attempts(), uncounted);
    }

    /// Undo attempts in this generation.
    int undone(StepId id) {
        StepRecord then = atStart.step(id);
        StepRecord record = run.step(id);
        boolean same =
                then.generation() == record.generation() && then.attempts() == record.attempts();
        return record.undoAttempts() - (same ? then.undoAttempts() : 0);
    }

    /// Whether an attempt was started of which it is not known that it ended and was verified.
    static boolean isOpen(StepRecord record) {
        return record.touched()
                && switch (record.state()) {
                    case StepState.Running _, StepState.Applied _, StepState.Unknown _ -> true;
                    case StepState.Pending _,
                            StepState.Verified _,
                            StepState.Stale _,
                            StepState.Held _,
                            StepState.Skipped _,
                            StepState.Resolved _,
                            StepState.Failed _,
                            StepState.RollingBack _,
                            StepState.RolledBack _,
                            StepState.RollbackFailed _ ->
                            false;
                };
    }

    /// The entry by which a step counts, if a look at it or a person's word does.
    static Optional<Long> settledBy(StepState state) {
        if (state instanceof StepState.Verified(_, var seq, _)) {
            return Optional.of(seq);
        }
        return state instanceof StepState.Resolved(_, var seq, _)
                ? Optional.of(seq)
                : Optional.empty();
    }

    /// The entries that an intent relies on now.
    static List<Long> relied(Draft draft, StepId id) {
        return draft.course().step(id).needs().stream()
                .map(need -> settledBy(draft.step(need).state()))
                .flatMap(Optional::stream)
                .toList();
    }

    /// What others made.
    static List<Difference> foreign(List<Difference> differences) {
        return differences.stream()
                .filter(difference -> difference.owner() == Difference.Owner.FOREIGN)
                .toList();
    }
}
