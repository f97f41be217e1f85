package gotthard.proof.reference;

import gotthard.proof.Model;
import gotthard.proof.ModelStep;
import gotthard.proof.Pause;
import gotthard.world.Effect;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/// Models with one thing changed.
final class Edits {
    private Edits() {}

    /// What needed the step needs what the step needed.
    static Model withoutStep(Model model, int gone) {
        return without(model, gone, true);
    }

    /// What needed the step needs nothing for it.
    static Model withoutStepAndItsOrder(Model model, int gone) {
        return without(model, gone, false);
    }

    private static Model without(Model model, int gone, boolean keepsOrder) {
        var steps = new ArrayList<ModelStep>();
        for (int index = 0; index < model.steps().size(); index++) {
            if (index != gone) {
                var step = model.steps().get(index);
                var needs = new HashSet<Integer>();
                step.needs().stream()
                        .filter(need -> need != gone)
                        .forEach(need -> needs.add(moved(need, gone)));
                if (keepsOrder && step.needs().contains(gone)) {
                    needs.addAll(model.steps().get(gone).needs());
                }
                steps.add(withNeeds(step, needs));
            }
        }
        var pauses =
                model.pauses().stream()
                        .filter(pause -> pause.from() != gone && pause.until() != gone)
                        .map(
                                pause ->
                                        new Pause(
                                                moved(pause.from(), gone),
                                                moved(pause.until(), gone)))
                        .toList();
        return withPauses(withSteps(model, steps), pauses);
    }

    private static int moved(int index, int gone) {
        return index > gone ? index - 1 : index;
    }

    static Model withoutNeed(Model model, int step, int need) {
        return edit(
                model,
                step,
                old -> {
                    var needs = new HashSet<>(old.needs());
                    needs.remove(need);
                    return withNeeds(old, needs);
                });
    }

    static Model withNeed(Model model, int step, int need) {
        return edit(
                model,
                step,
                old -> {
                    var needs = new HashSet<>(old.needs());
                    needs.add(need);
                    return withNeeds(old, needs);
                });
    }

    static Model withoutPause(Model model, Pause gone) {
        return withPauses(
                model, model.pauses().stream().filter(pause -> !pause.equals(gone)).toList());
    }

    /// Two steps take each other's place in the order; pauses go with the steps.
    static Model swapped(Model model, int one, int other) {
        var steps = new ArrayList<>(model.steps());
        steps.set(one, withNeeds(model.steps().get(other), model.steps().get(one).needs()));
        steps.set(other, withNeeds(model.steps().get(one), model.steps().get(other).needs()));
        UnaryOperator<Integer> place = at -> at == one ? other : at == other ? one : at;
        var pauses =
                model.pauses().stream()
                        .map(
                                pause ->
                                        new Pause(
                                                place.apply(pause.from()),
                                                place.apply(pause.until())))
                        .toList();
        return withPauses(withSteps(model, steps), pauses);
    }

    static Model withEffects(Model model, int step, List<Effect> effects) {
        return edit(
                model,
                step,
                old ->
                        new ModelStep(
                                old.name(),
                                old.place(),
                                old.summary(),
                                old.needs(),
                                effects,
                                old.approval(),
                                old.irreversible(),
                                old.onFailure(),
                                old.notBefore()));
    }

    static Model edit(Model model, int step, UnaryOperator<ModelStep> change) {
        var steps = new ArrayList<>(model.steps());
        steps.set(step, change.apply(steps.get(step)));
        return withSteps(model, steps);
    }

    static Model withSteps(Model model, List<ModelStep> steps) {
        return new Model(
                model.cells(),
                steps,
                model.pauses(),
                model.order(),
                model.days(),
                model.allowance(),
                model.signers(),
                model.clauses());
    }

    static Model withPauses(Model model, List<Pause> pauses) {
        return new Model(
                model.cells(),
                model.steps(),
                pauses,
                model.order(),
                model.days(),
                model.allowance(),
                model.signers(),
                model.clauses());
    }

    static ModelStep withNeeds(ModelStep step, Set<Integer> needs) {
        return new ModelStep(
                step.name(),
                step.place(),
                step.summary(),
                needs,
                step.effects(),
                step.approval(),
                step.irreversible(),
                step.onFailure(),
                step.notBefore());
    }

    static ModelStep notBefore(ModelStep step, LocalDate day) {
        return new ModelStep(
                step.name(),
                step.place(),
                step.summary(),
                step.needs(),
                step.effects(),
                step.approval(),
                step.irreversible(),
                step.onFailure(),
                Optional.of(day));
    }
}
