package gotthard.report;

import gotthard.plan.OnFailure;
import gotthard.proof.Happening;
import gotthard.proof.Model;
import gotthard.proof.ModelStep;
import gotthard.proof.Pause;
import gotthard.proof.Story;
import gotthard.world.Effect;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

/// What would mend a plan in which the service stops.
record GapMending(Model model, Story story, CellSteps steps) {
    /// Where it stops outside a pause.
    Optional<String> gap() {
        Optional<Integer> stop = step(Effect.StopProcessing.class);
        Set<Integer> done = stop.map(steps::ancestors).orElse(Set.of());
        OptionalInt late =
                stop.isEmpty()
                        ? OptionalInt.empty()
                        : IntStream.range(0, model.steps().size())
                                .filter(
                                        index ->
                                                steps.does(
                                                                index,
                                                                Effect.Processing.class::isInstance)
                                                        && !done.contains(index))
                                .findFirst();
        if (late.isPresent()) {
            return steps.needs(stop.orElseThrow(), late);
        }
        OptionalInt count =
                steps.find(effect -> effect instanceof Effect.Copy(_, _, _, var full, _) && !full);
        if (count.isPresent() && halfTaken()) {
            return Optional.of("Verify " + name(count.getAsInt()) + " in full.");
        }
        Optional<Integer> change = step(Effect.Switch.class);
        Optional<String> deploy =
                change.flatMap(
                        step ->
                                steps.missing(step, Effect.Deploy.class)
                                        .map(
                                                index ->
                                                        "Let "
                                                                + name(step)
                                                                + " need "
                                                                + name(index)
                                                                + "."));
        if (deploy.isPresent()) {
            return deploy;
        }
        OptionalInt fence = steps.find(Effect.Fence.class::isInstance);
        OptionalInt begin =
                fence.isPresent()
                                && change.isPresent()
                                && steps.ancestors(change.get()).contains(fence.getAsInt())
                        ? fence
                        : change.stream().mapToInt(step -> step).findFirst();
        return change.isPresent() && !isPaused(begin, change.get())
                ? Optional.of(
                        "Declare the pause in the group: from "
                                + name(begin.getAsInt())
                                + " until "
                                + name(change.get())
                                + ".")
                : Optional.empty();
    }

    /// Where a pause waits for people.
    Optional<String> held() {
        for (int index = 0; index < model.steps().size(); index++) {
            ModelStep step = model.steps().get(index);
            int at = index;
            boolean isInside =
                    model.pauses().stream()
                            .anyMatch(
                                    pause ->
                                            !steps.ancestors(at).contains(pause.until())
                                                    && (pause.from() == at
                                                            || steps.ancestors(at)
                                                                    .contains(pause.from())));
            if (isInside && step.approval().isPresent()) {
                OptionalInt from =
                        model.pauses().stream().mapToInt(pause -> pause.from()).findFirst();
                return Optional.of(
                        "Ask for the approval "
                                + name(index)
                                + " before "
                                + name(from.orElseThrow())
                                + ".");
            }
            if (isInside && step.onFailure() == OnFailure.FREEZE) {
                return Optional.of(
                        "Let the run turn back where "
                                + name(index)
                                + " fails: onFailure: rollback.");
            }
        }
        return Optional.empty();
    }

    private boolean isPaused(OptionalInt from, int until) {
        return from.isPresent() && model.pauses().contains(new Pause(from.getAsInt(), until));
    }

    private boolean halfTaken() {
        return story.turns().stream()
                .anyMatch(turn -> turn.what() instanceof Happening.TakenForDone);
    }

    private Optional<Integer> step(Class<? extends Effect> kind) {
        return steps.find(kind::isInstance).stream().boxed().findFirst();
    }

    private String name(int step) {
        return steps.name(step);
    }
}
