package gotthard.graph;

import gotthard.plan.Interpolation;
import gotthard.problem.Code;
import gotthard.problem.Place;
import gotthard.problem.Problem;
import gotthard.problem.Problems;
import gotthard.problem.Quoted;
import gotthard.problem.Suggestion;
import gotthard.shape.Located;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;

/// Finds the steps that a step needs, with the place where it says so.
final class Needs {
    private static final Code UNKNOWN_NEED = new Code("unknown-need");

    private final List<Instance> instances;
    private final Map<String, List<Instance>> byName;
    private final Problems problems;

    Needs(List<Instance> instances, Problems problems) {
        this.instances = instances;
        this.byName = instances.stream().collect(Collectors.groupingBy(Needs::name));
        this.problems = problems;
    }

    /// For each step, in the order written, what it needs and where that is written.
    SequencedMap<StepId, Map<StepId, Place>> resolved() {
        var needs = new LinkedHashMap<StepId, Map<StepId, Place>>();
        for (Instance instance : instances) {
            var own = new LinkedHashMap<StepId, Place>();
            for (Located<String> need : instance.spec().needs()) {
                for (StepId id : needed(instance, need)) {
                    own.putIfAbsent(id, need.place());
                }
            }
            needs.put(instance.id(), own);
        }
        return needs;
    }

    private List<StepId> needed(Instance instance, Located<String> need) {
        Optional<String> words = problems.take(Interpolation.of(need, instance.values()));
        if (words.isEmpty()) {
            return List.of();
        }
        String wanted = words.get();
        int bracket = wanted.indexOf('[');
        String name = bracket < 0 ? wanted : wanted.substring(0, bracket);
        List<Instance> made = byName.getOrDefault(name, List.of());
        if (made.isEmpty()) {
            return refuse(
                    instance,
                    need,
                    Quoted.of(wanted),
                    Suggestion.didYouMean(name, byName.keySet()));
        }
        if (bracket < 0) {
            return made.stream().map(Instance::id).toList();
        }
        List<StepId> one =
                made.stream().map(Instance::id).filter(id -> id.value().equals(wanted)).toList();
        return one.isEmpty()
                ? refuse(instance, need, Quoted.of(wanted), valueAdvice(wanted, name, made))
                : one;
    }

    private static Optional<String> valueAdvice(String wanted, String name, List<Instance> made) {
        Set<String> ids =
                made.stream()
                        .map(instance -> instance.id().value())
                        .collect(Collectors.toCollection(LinkedHashSet::new));
        if (ids.contains(name)) {
            return Optional.of("step " + Quoted.of(name) + " has no \"each\"; write only its name");
        }
        return Suggestion.didYouMean(wanted, ids)
                .or(() -> Optional.of("there are " + String.join(", ", ids)));
    }

    private List<StepId> refuse(
            Instance instance, Located<String> need, String wanted, Optional<String> advice) {
        String message =
                "step " + Quoted.of(name(instance)) + " waits for the unknown step " + wanted;
        problems.add(
                Problem.error(UNKNOWN_NEED, need.place(), message)
                        .withAdvice(
                                advice.or(
                                        () ->
                                                Optional.of(
                                                        "add that step, or take the need away"))));
        return List.of();
    }

    private static String name(Instance instance) {
        return instance.spec().id().value().value();
    }
}
