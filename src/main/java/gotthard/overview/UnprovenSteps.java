package gotthard.overview;

import gotthard.action.Verdict;
import gotthard.graph.StepId;
import gotthard.journal.Opening;
import gotthard.journal.Resolution;
import gotthard.journal.RunState;
import gotthard.journal.StepState;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Finds the steps that count without a verification.
final class UnprovenSteps {
    private UnprovenSteps() {}

    /// In the order of the plan.
    static List<Unproven> of(RunState state, Instant now) {
        return state.opening().steps().stream()
                .map(listed -> of(state, listed, now))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Unproven> of(RunState state, Opening.Listed listed, Instant now) {
        StepState standing = state.step(listed.id()).state();
        if (standing instanceof StepState.Skipped(var at, var by, var why)) {
            return Optional.of(
                    new Unproven(
                            listed.id(),
                            "skipped",
                            listed.summary(),
                            by.value(),
                            why,
                            at,
                            Optional.empty(),
                            Optional.empty(),
                            reliedOnBy(state, listed.id())));
        }
        if (standing instanceof StepState.Resolved(var at, _, var how)
                && how.basis() instanceof Resolution.Basis.Waived(var until, var found, _)) {
            return Optional.of(
                    new Unproven(
                            listed.id(),
                            until.isAfter(now) ? "waived" : "waiver ended",
                            listed.summary(),
                            how.by().value(),
                            how.why(),
                            at,
                            Optional.of(sentence(found)),
                            Optional.of(until),
                            reliedOnBy(state, listed.id())));
        }
        return Optional.empty();
    }

    private static List<StepId> reliedOnBy(RunState state, StepId id) {
        return state.opening().steps().stream()
                .filter(step -> step.needs().contains(id))
                .map(Opening.Listed::id)
                .toList();
    }

    static String sentence(Verdict found) {
        return switch (found) {
            case Verdict.Holds(var evidence) -> evidence.statement();
            case Verdict.Differs(var differences) -> Differences.sentence(differences);
            case Verdict.Underway(var progress) -> "still going on: " + progress.doing();
            case Verdict.Unreadable(var failure) -> "could not be verified: " + failure.what();
        };
    }
}
