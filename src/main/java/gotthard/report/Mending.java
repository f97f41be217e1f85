package gotthard.report;

import gotthard.proof.Happening;
import gotthard.proof.Model;
import gotthard.proof.Story;
import gotthard.world.Effect;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// What would mend a plan of which a story is told, where that is known.
final class Mending {
    private final Model model;
    private final Story story;
    private final CellSteps steps;

    private Mending(Model model, Story story) {
        this.model = model;
        this.story = story;
        this.steps = new CellSteps(model, story.cell());
    }

    /// As a sentence in the imperative; nothing where it is not known.
    static Optional<String> of(Model model, Story story) {
        return new Mending(model, story).advice();
    }

    private Optional<String> advice() {
        return switch (story.broken()) {
            case STALE_WRITER -> beforeSwitch();
            case TWO_WRITERS -> oneWriter();
            case UNVERIFIED_WRITER ->
                    aSwitch()
                            .map(
                                    step ->
                                            steps.needs(step, first(Effect.Verify.class))
                                                    .orElse(
                                                            "Verify the target after the drain and before "
                                                                    + name(step)
                                                                    + "."));
            case STUCK_BACK -> new BackMending(steps).advice();
            case LOSS -> loss();
            case LAST_COPY ->
                    back().or(
                                    () ->
                                            step(Effect.Delete.class)
                                                    .map(
                                                            step ->
                                                                    "Verify every target once nothing is written at the source any more, and let "
                                                                            + name(step)
                                                                            + " need that."));
            case GAP -> new GapMending(model, story, steps).gap();
            case GAP_HELD -> new GapMending(model, story, steps).held();
            case ORDER ->
                    step(Effect.Processing.class)
                            .map(
                                    step ->
                                            "Let "
                                                    + name(step)
                                                    + " need the steps that move the processing of what comes before.");
            case RESIDENCY -> residency();
            case GOAL -> goal();
            case UNSIGNED ->
                    Optional.of(
                            "Let "
                                    + story.culprit().map(this::name).orElse("it")
                                    + " need an approval by "
                                    + Sentences.and(model.signers().stream().sorted().toList())
                                    + ".");
            case STUCK_FORWARD -> stuckForward();
            case NOT_MOVED ->
                    Optional.of(
                            "Move traffic and processing to the targets, or say under \"moves\" that this plan does not.");
            case RETURN -> back();
            case RULE ->
                    story.culprit()
                            .map(
                                    step ->
                                            "Order "
                                                    + name(step)
                                                    + " so that the rule holds after it, also after its half and its undo, or have the rule changed"
                                                    + " by who answers for the policy.");
        };
    }

    private Optional<String> beforeSwitch() {
        Optional<Integer> change = aSwitch();
        if (change.isEmpty()) {
            return again();
        }
        OptionalInt fence = first(Effect.Fence.class);
        OptionalInt drain = first(Effect.Drain.class);
        if (fence.isEmpty()) {
            return Optional.of(
                    "Close the source to writes before "
                            + name(change.get())
                            + ", and drain what is on its way.");
        }
        if (drain.isEmpty()) {
            return Optional.of(
                    "Drain what is on its way after "
                            + name(fence.getAsInt())
                            + " and before "
                            + name(change.get())
                            + ".");
        }
        return steps.needs(drain.getAsInt(), fence)
                .or(() -> steps.needs(change.get(), drain))
                .or(this::again);
    }

    /// A copy that may run while the target already serves.
    private Optional<String> again() {
        Optional<Integer> change = aSwitch();
        return IntStream.range(0, model.steps().size())
                .filter(index -> steps.does(index, effect -> effect instanceof Effect.Copy))
                .filter(
                        index ->
                                change.isPresent()
                                        && !steps.ancestors(change.get()).contains(index))
                .boxed()
                .findFirst()
                .map(
                        copy ->
                                "Let "
                                        + name(copy)
                                        + " end before the target serves: let "
                                        + name(change.orElseThrow())
                                        + " need it, or leave it out.");
    }

    private Optional<String> oneWriter() {
        Optional<Effect.Switch> change = change();
        if (change.isEmpty()) {
            return Optional.empty();
        }
        Effect.Switch it = change.get();
        if (it.to().size() > 1) {
            return Optional.of("Switch data that change to one site only.");
        }
        if (it.back() == Effect.Return.ROUTES) {
            return Optional.of(
                    "Undo "
                            + name(aSwitch().orElseThrow())
                            + " by closing the target and draining it before the traffic goes back.");
        }
        if (it.pace() == Effect.Pace.GRADUALLY) {
            return Optional.of("Switch data that change at once, not gradually.");
        }
        return steps.needs(aSwitch().orElseThrow(), first(Effect.Fence.class))
                .or(
                        () ->
                                Optional.of(
                                        "Close the source to writes before "
                                                + name(aSwitch().orElseThrow())
                                                + "."));
    }

    private Optional<String> loss() {
        Optional<Integer> delete = step(Effect.Delete.class);
        if (delete.isEmpty()) {
            return Optional.empty();
        }
        boolean isClosed =
                steps.ancestors(delete.get()).stream()
                        .anyMatch(step -> steps.does(step, Effect.Fence.class::isInstance));
        if (!isClosed) {
            return Optional.of(
                    "Close the site to writes, drain it and verify the targets before "
                            + name(delete.get())
                            + ".");
        }
        return steps.needs(delete.get(), first(Effect.StopReplication.class))
                .or(() -> steps.needs(delete.get(), first(Effect.Verify.class)))
                .or(
                        () ->
                                Optional.of(
                                        "Verify every target in full, and end every replication from there, before "
                                                + name(delete.get())
                                                + "."));
    }

    private Optional<String> residency() {
        return new ResidencyWords(model, story)
                .allowedFrom()
                .map(day -> "Begin on " + day + " or later: from then on the policy allows it.")
                .or(
                        () ->
                                story.culprit()
                                        .or(this::lastStep)
                                        .map(
                                                step ->
                                                        "Leave "
                                                                + name(step)
                                                                + " out, or do it elsewhere; or have the policy changed by who answers for it."));
    }

    private Optional<String> goal() {
        return new GoalMending(model, story, steps).advice();
    }

    private Optional<String> stuckForward() {
        return step(Effect.Verify.class)
                .map(
                        step ->
                                "Let a replication bring what is written from the copy on, so that "
                                        + name(step)
                                        + " finds all.");
    }

    private Optional<String> back() {
        return change().filter(it -> it.back() == Effect.Return.ROUTES).isPresent()
                ? oneWriter()
                : Optional.empty();
    }

    private Optional<Integer> aSwitch() {
        return step(Effect.Switch.class);
    }

    private Optional<Effect.Switch> change() {
        return aSwitch()
                .flatMap(
                        step ->
                                model.steps().get(step).effects().stream()
                                        .filter(steps::isHere)
                                        .filter(Effect.Switch.class::isInstance)
                                        .map(Effect.Switch.class::cast)
                                        .findFirst());
    }

    private Optional<Integer> lastStep() {
        return story.turns().reversed().stream()
                .map(Story.Turn::what)
                .filter(Happening.OfStep.class::isInstance)
                .map(what -> ((Happening.OfStep) what).step())
                .findFirst();
    }

    private Optional<Integer> step(Class<? extends Effect> kind) {
        return steps.find(kind::isInstance).stream().boxed().findFirst();
    }

    private OptionalInt first(Class<? extends Effect> kind) {
        return steps.find(kind::isInstance);
    }

    private String name(int step) {
        return steps.name(step);
    }
}
