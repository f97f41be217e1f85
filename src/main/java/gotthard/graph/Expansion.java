package gotthard.graph;

import gotthard.plan.StepName;
import gotthard.plan.StepSpec;
import gotthard.problem.Code;
import gotthard.problem.Problem;
import gotthard.problem.Problems;
import gotthard.problem.Quoted;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Makes a step for each combination of the values of its `each`.
final class Expansion {
    private static final Code DUPLICATE = new Code("duplicate-step");
    private static final Code TOO_MANY = new Code("too-many-steps");
    private static final int MOST = 10_000;

    private final Problems problems;

    Expansion(Problems problems) {
        this.problems = problems;
    }

    /// In the order written. A step whose name is taken is left out.
    List<Instance> of(List<StepSpec> steps) {
        var first = new HashMap<StepName, StepSpec>();
        var instances = new ArrayList<Instance>();
        for (StepSpec step : steps) {
            StepSpec earlier = first.putIfAbsent(step.id().value(), step);
            if (earlier != null) {
                refuse(step, earlier);
            } else if (isTooMany(step)) {
                problems.add(
                        Problem.error(
                                        TOO_MANY,
                                        step.place(),
                                        "step "
                                                + Quoted.of(step.id().value().value())
                                                + " would be made more than 10,000 times")
                                .withAdvice("give its variables fewer values"));
            } else {
                instances.addAll(instances(step));
            }
        }
        return instances;
    }

    private void refuse(StepSpec step, StepSpec earlier) {
        problems.add(
                Problem.error(
                                DUPLICATE,
                                step.place(),
                                "two steps are named "
                                        + Quoted.of(step.id().value().value())
                                        + "; the other stands at "
                                        + earlier.place())
                        .withAdvice("give each a name of its own"));
    }

    private static boolean isTooMany(StepSpec step) {
        long count = 1;
        for (List<String> values : step.each().values()) {
            count = Math.min(count * values.size(), MOST + 1L);
        }
        return count > MOST;
    }

    private static List<Instance> instances(StepSpec step) {
        List<Map<String, String>> combinations = List.of(Map.of());
        for (var variable : step.each().entrySet()) {
            combinations =
                    combinations.stream()
                            .flatMap(
                                    chosen ->
                                            variable.getValue().stream()
                                                    .map(
                                                            value ->
                                                                    with(
                                                                            chosen,
                                                                            variable.getKey(),
                                                                            value)))
                            .toList();
        }
        return combinations.stream()
                .map(values -> new Instance(id(step, values), step, values))
                .toList();
    }

    private static Map<String, String> with(
            Map<String, String> chosen, String variable, String value) {
        var more = new LinkedHashMap<>(chosen);
        more.put(variable, value);
        return more;
    }

    private static StepId id(StepSpec step, Map<String, String> values) {
        String name = step.id().value().value();
        return new StepId(
                values.isEmpty() ? name : name + "[" + String.join(",", values.values()) + "]");
    }
}
