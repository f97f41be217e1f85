package gotthard.graph;

import gotthard.action.Work;
import gotthard.plan.OnFailure;
import gotthard.plan.StepSpec;
import gotthard.problem.Place;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Puts the parts of fragments in the place of the steps that they belong to.
final class Fragments {
    private static final Duration USUAL_DEADLINE = Duration.ofMinutes(30);
    private static final int USUAL_ATTEMPTS = 3;

    private final Map<StepId, Map<StepId, Place>> needs;

    /// What a step has become: those who need it wait for these.
    private final Map<StepId, Set<StepId>> ends = new HashMap<>();

    private final List<Step> steps = new ArrayList<>();

    private Fragments(Map<StepId, Map<StepId, Place>> needs) {
        this.needs = needs;
    }

    /// The steps, ready to run.
    ///
    /// @param order of the steps, each after all that it needs
    static List<Step> expanded(
            List<Bound> bound, Map<StepId, Map<StepId, Place>> needs, List<StepId> order) {
        Map<StepId, Bound> byId =
                bound.stream()
                        .collect(Collectors.toMap(one -> one.instance().id(), Function.identity()));
        var fragments = new Fragments(needs);
        order.forEach(id -> fragments.add(Objects.requireNonNull(byId.get(id))));
        return fragments.steps;
    }

    private void add(Bound bound) {
        StepId id = bound.instance().id();
        Set<StepId> needed =
                needs.getOrDefault(id, Map.of()).keySet().stream()
                        .flatMap(need -> ends.getOrDefault(need, Set.of()).stream())
                        .collect(Collectors.toSet());
        switch (bound.work()) {
            case Work.Single single -> {
                steps.add(step(bound, id, needed, single));
                ends.put(id, Set.of(id));
            }
            case Work.Fragment(var parts) -> ends.put(id, add(bound, parts, needed));
        }
    }

    private Set<StepId> add(Bound bound, List<Work.Part> parts, Set<StepId> needed) {
        var open = new LinkedHashMap<String, Work.Part>();
        parts.forEach(part -> open.put(part.id(), part));
        if (parts.isEmpty() || open.size() != parts.size()) {
            throw broken(bound, "no parts, or two of one name");
        }
        var sinks = new LinkedHashSet<>(open.keySet());
        parts.forEach(part -> sinks.removeAll(part.needs()));
        while (!open.isEmpty()) {
            Work.Part next =
                    open.values().stream()
                            .filter(part -> part.needs().stream().noneMatch(open::containsKey))
                            .findFirst()
                            .orElseThrow(() -> broken(bound, "parts that wait for each other"));
            open.remove(next.id());
            Set<StepId> before =
                    next.needs().isEmpty()
                            ? needed
                            : next.needs().stream()
                                    .map(need -> part(bound, need))
                                    .collect(Collectors.toSet());
            steps.add(step(bound, part(bound, next.id()), before, next.work()));
        }
        return sinks.stream().map(sink -> part(bound, sink)).collect(Collectors.toSet());
    }

    static StepId part(Bound bound, String part) {
        return new StepId(bound.instance().id() + "." + part);
    }

    private static IllegalStateException broken(Bound bound, String why) {
        return new IllegalStateException("the fragment of " + bound.kind().name() + " has " + why);
    }

    private static Step step(Bound bound, StepId id, Set<StepId> needs, Work.Single work) {
        StepSpec spec = bound.instance().spec();
        return new Step(
                id,
                bound.kind().name(),
                bound.kind().version(),
                needs,
                work,
                spec.onFailure().orElse(OnFailure.ROLLBACK),
                spec.deadline().orElse(USUAL_DEADLINE),
                spec.attempts().orElse(USUAL_ATTEMPTS),
                spec.place(),
                bound.inputs());
    }
}
