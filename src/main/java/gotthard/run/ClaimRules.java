package gotthard.run;

import gotthard.graph.Step;
import gotthard.graph.StepId;
import gotthard.inventory.Inventory;
import gotthard.inventory.Person;
import gotthard.journal.Operation;
import gotthard.journal.Resolution;
import gotthard.journal.StepRecord;
import gotthard.journal.StepState;

import java.util.Optional;

/// Why it can't be looked whether a step was put right by hand, if it can't.
final class ClaimRules {
    private final Draft draft;
    private final Inventory inventory;

    ClaimRules(Draft draft, Inventory inventory) {
        this.draft = draft;
        this.inventory = inventory;
    }

    Optional<String> refusal(Operation.Resolve resolve) {
        StepId id = resolve.step();
        if (draft.course().approval(id).isPresent()) {
            return Optional.of(
                    "the step "
                            + id
                            + " is an approval, which only people give; gotthard approve "
                            + id);
        }
        if (draft.way() != Way.FORWARD) {
            return Optional.of(
                    "the run is being rolled back; gotthard rollback "
                            + draft.run().id()
                            + " looks again at what was undone by hand");
        }
        return new OperationRules(draft, inventory)
                .busy(id)
                .or(() -> unfit(draft.step(id)))
                .or(() -> unfit(resolve))
                .or(() -> resolve.waiver().flatMap(waiver -> unfit(resolve, waiver)));
    }

    private static Optional<String> unfit(StepRecord record) {
        return switch (record.state()) {
            case StepState.Failed _,
                    StepState.Held _,
                    StepState.Unknown _,
                    StepState.Skipped _,
                    StepState.Stale _ ->
                    Optional.empty();
            case StepState.Resolved(_, _, var how) ->
                    how.basis() instanceof Resolution.Basis.Waived
                            ? Optional.empty()
                            : Optional.of(
                                    "the step " + record.id() + " is resolved, and was verified");
            case StepState.Verified _ ->
                    Optional.of(
                            "the step " + record.id() + " is verified: nothing is to be resolved");
            case StepState.Pending _,
                    StepState.Running _,
                    StepState.Applied _,
                    StepState.RollingBack _,
                    StepState.RolledBack _,
                    StepState.RollbackFailed _ ->
                    Optional.of(
                            "the step "
                                    + record.id()
                                    + " has not failed and is not held: nothing is to be resolved");
        };
    }

    private Optional<String> unfit(Operation.Resolve resolve) {
        StepId id = resolve.step();
        return switch (resolve.claim()) {
            case APPLIED -> Optional.empty();
            case ABSENT -> {
                if (resolve.waiver().isPresent()) {
                    yield Optional.of(
                            "a waiver answers for a step that is said to be applied; what is said to"
                                    + " be absent is looked at");
                }
                if (!draft.step(id).touched()) {
                    yield Optional.of(
                            "the run has changed nothing for "
                                    + id
                                    + ", so that nothing of it can be absent; gotthard retry "
                                    + id);
                }
                yield draft.course().withDependants(id).stream()
                        .filter(dependant -> !dependant.equals(id))
                        .filter(dependant -> draft.step(dependant).touched())
                        .findFirst()
                        .map(
                                dependant ->
                                        dependant
                                                + " relies on "
                                                + id
                                                + " and has been applied; gotthard rollback --step "
                                                + id
                                                + " undoes both");
            }
        };
    }

    private Optional<String> unfit(Operation.Resolve resolve, Operation.Waiver waiver) {
        Person person = inventory.people().get(resolve.by());
        if (person == null) {
            return Optional.of("the inventory knows no person " + resolve.by());
        }
        Step step = draft.course().step(resolve.step());
        return new WaiverStatement(
                        draft.run().id(),
                        step.id(),
                        step.inputs(),
                        resolve.by(),
                        waiver.until(),
                        resolve.why())
                .refusal(waiver.envelope(), person, draft.now());
    }
}
