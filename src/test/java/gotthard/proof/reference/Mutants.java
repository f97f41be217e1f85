package gotthard.proof.reference;

import gotthard.proof.Model;

import java.util.LinkedHashMap;
import java.util.Map;

/// All that a plan becomes when one step, one need or one pause is missing, or two steps have changed places.
final class Mutants {
    private Mutants() {}

    /// By what was done to it.
    static Map<String, Model> of(Model model) {
        var mutants = new LinkedHashMap<String, Model>();
        for (int step = 0; step < model.steps().size(); step++) {
            mutants.put("without " + name(model, step), Edits.withoutStep(model, step));
            for (int need : model.steps().get(step).needs().stream().sorted().toList()) {
                mutants.put(
                        "%s not after %s".formatted(name(model, step), name(model, need)),
                        Edits.withoutNeed(model, step, need));
            }
            for (int other = 0; other < step; other++) {
                mutants.put(
                        "%s in place of %s".formatted(name(model, step), name(model, other)),
                        Edits.swapped(model, step, other));
            }
        }
        model.pauses()
                .forEach(
                        pause ->
                                mutants.put(
                                        "without the pause from " + name(model, pause.from()),
                                        Edits.withoutPause(model, pause)));
        return mutants;
    }

    private static String name(Model model, int step) {
        return step + ":" + model.steps().get(step).name();
    }
}
