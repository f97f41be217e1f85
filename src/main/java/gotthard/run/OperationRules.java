package gotthard.run;

import gotthard.action.Declaration;
import gotthard.graph.StepId;
import gotthard.inventory.Inventory;
import gotthard.journal.Operation;
import gotthard.journal.Operations;
import gotthard.journal.StepRecord;
import gotthard.journal.StepState;

import java.util.Optional;

/// Why what an operator asks can't be done, if it can't.
final class OperationRules {
    private final Draft draft;
    private final Inventory inventory;

    OperationRules(Draft draft, Inventory inventory) {
        this.draft = draft;
        this.inventory = inventory;
    }

    Optional<String> refusal(Operation operation) {
        return switch (operation) {
            case Operation.Pause(_, var step, _) ->
                    whenOver()
                            .or(() -> step.flatMap(this::unpausable))
                            .or(() -> pausedBefore(step));
            case Operation.Resume(_, var step) -> whenOver().or(() -> notPaused(step));
            case Operation.Retry(_, var step) ->
                    unusable(step).or(this::whenNotForward).or(() -> notToRetry(step));
            case Operation.Skip(_, var step, var why) ->
                    unusable(step)
                            .or(this::whenNotForward)
                            .or(() -> withoutReason(why))
                            .or(() -> notToSkip(step));
            case Operation.Cancel(_, var why) ->
                    whenOver()
                            .or(this::whenNotForward)
                            .or(() -> withoutReason(why))
                            .or(this::cancelledBefore);
            case Operation.RollbackStep(_, var step, _) ->
                    unknown(step)
                            .or(this::whenNotForward)
                            .or(this::whenLooking)
                            .or(() -> notToUndo(step));
            case Operation.Resolve resolve ->
                    unknown(resolve.step())
                            .or(() -> withoutReason(resolve.why()))
                            .or(() -> new ClaimRules(draft, inventory).refusal(resolve));
        };
    }

    private Optional<String> whenOver() {
        return draft.run()
                .ending()
                .filter(ending -> !ending.staysOpen())
                .map(_ -> "the run is over; gotthard status --all lists those that are not");
    }

    private Optional<String> whenLooking() {
        return draft.run().operations().claims().keySet().stream()
                .findFirst()
                .map(id -> "it is being looked whether " + id + " was put right; ask again then");
    }

    private Optional<String> whenNotForward() {
        return draft.way() == Way.FORWARD
                ? Optional.empty()
                : Optional.of(
                        "the run is being rolled back; gotthard rollback "
                                + draft.run().id()
                                + " goes on with that");
    }

    static Optional<String> withoutReason(String why) {
        return why.isBlank()
                ? Optional.of("no reason is given, and reports show it; add --reason TEXT")
                : Optional.empty();
    }

    Optional<String> unknown(StepId id) {
        if (!draft.course().has(id)) {
            return Optional.of("the run has no step " + id + "; gotthard status lists its steps");
        }
        return draft.isSelected(draft.course().step(id))
                ? Optional.empty()
                : Optional.of("the step " + id + " is not part of what this run was asked to do");
    }

    private Optional<String> unusable(StepId id) {
        return unknown(id)
                .or(this::whenOver)
                .or(
                        () ->
                                draft.course()
                                        .approval(id)
                                        .map(
                                                _ ->
                                                        "the step "
                                                                + id
                                                                + " is an approval, which only people"
                                                                + " give; gotthard approve "
                                                                + id))
                .or(() -> busy(id));
    }

    Optional<String> busy(StepId id) {
        return draft.flights().containsKey(id) || draft.run().operations().claims().containsKey(id)
                ? Optional.of(
                        "the step " + id + " is being worked on just now; ask again when it rests")
                : Optional.empty();
    }

    private Optional<String> unpausable(StepId id) {
        return unknown(id)
                .or(
                        () ->
                                draft.course().approval(id).isPresent()
                                        ? Optional.of(
                                                "the step "
                                                        + id
                                                        + " is an approval, which waits for people"
                                                        + " anyway; pause what depends on it, or the run")
                                        : Optional.empty())
                .or(
                        () ->
                                draft.step(id).isSettled()
                                        ? Optional.of(
                                                "the step "
                                                        + id
                                                        + " is done: nothing is to be paused")
                                        : Optional.empty());
    }

    private Optional<Operations.Standing> pause(Optional<StepId> step) {
        Operations operations = draft.run().operations();
        return step.isEmpty()
                ? operations.paused()
                : Optional.ofNullable(operations.pausedSteps().get(step.get()));
    }

    private Optional<String> pausedBefore(Optional<StepId> step) {
        return pause(step)
                .map(
                        standing ->
                                named(step)
                                        + " is paused already, by "
                                        + standing.by()
                                        + " since "
                                        + standing.since()
                                        + ": "
                                        + standing.why());
    }

    private Optional<String> notPaused(Optional<StepId> step) {
        return pause(step).isPresent()
                ? Optional.empty()
                : Optional.of(
                        named(step)
                                + " is not paused; gotthard status "
                                + draft.run().id()
                                + " shows what it waits for");
    }

    private static String named(Optional<StepId> step) {
        return step.map(id -> "the step " + id).orElse("the run");
    }

    private Optional<String> cancelledBefore() {
        return draft.run()
                .operations()
                .cancelled()
                .map(standing -> "the run is being cancelled already, by " + standing.by());
    }

    private Optional<String> notToRetry(StepId id) {
        return switch (draft.step(id).state()) {
            case StepState.Failed _,
                    StepState.Held _,
                    StepState.Unknown _,
                    StepState.Skipped _,
                    StepState.Stale _ ->
                    Optional.empty();
            case StepState.Verified _ ->
                    Optional.of("the step " + id + " is verified: nothing is to be tried again");
            case StepState.Resolved _ ->
                    Optional.of("the step " + id + " is resolved: nothing is to be tried again");
            case StepState.Pending _,
                    StepState.RolledBack _,
                    StepState.Running _,
                    StepState.Applied _,
                    StepState.RollingBack _,
                    StepState.RollbackFailed _ ->
                    Optional.of(
                            "the step "
                                    + id
                                    + " has not failed, and goes on by itself; gotthard apply "
                                    + draft.run().opening().planSource()
                                    + " goes on with the run");
        };
    }

    private Optional<String> notToSkip(StepId id) {
        StepRecord record = draft.step(id);
        if (record.isSettled()) {
            return Optional.of("the step " + id + " is done: nothing is to be skipped");
        }
        if (isOutcomeOpen(record)) {
            return Optional.of(
                    "it is not known how the last attempt of "
                            + id
                            + " ended, and it may go on at its sites; gotthard apply "
                            + draft.run().opening().planSource()
                            + " looks first");
        }
        return draft.course().withDependants(id).stream()
                .filter(dependant -> !dependant.equals(id))
                .filter(
                        dependant ->
                                draft.course().reversal(dependant)
                                        == Declaration.Reversal.IRREVERSIBLE)
                .findFirst()
                .map(
                        beyond ->
                                beyond
                                        + " relies on "
                                        + id
                                        + " and is a point of no return, so that "
                                        + id
                                        + " must be verified; mend it and ask for gotthard resolve");
    }

    static boolean isOutcomeOpen(StepRecord record) {
        return Attempts.isOpen(record) || WayBack.isOn(record);
    }

    private Optional<String> notToUndo(StepId id) {
        boolean isTouched =
                draft.course().withDependants(id).stream()
                        .anyMatch(step -> draft.step(step).touched());
        if (!isTouched) {
            return Optional.of(
                    "neither "
                            + id
                            + " nor what depends on it has changed anything: nothing is to be undone");
        }
        return WayBack.irreversible(draft.course(), draft.run(), id)
                .map(
                        passed ->
                                id
                                        + " can't be undone, because "
                                        + passed
                                        + " is a point of no return that was passed; undo a step that"
                                        + " does not lead there");
    }
}
