package gotthard.graph;

import gotthard.inventory.SiteName;
import gotthard.plan.PlanName;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/// The steps of a plan; acyclic, and listed so that a step stands after all that it needs.
public final class Graph {
    private final PlanName plan;
    private final SequencedMap<StepId, Step> steps;
    private final Map<StepId, Set<StepId>> dependants;
    private final Timetable timetable;
    private final Map<SiteName, Protected> protections;

    /// Takes the steps in order; they may start at any time.
    ///
    /// @param ordered steps, each after all that it needs
    /// @throws IllegalArgumentException when one is not
    public Graph(PlanName plan, List<Step> ordered) {
        this(plan, ordered, Timetable.EMPTY, Map.of());
    }

    /// Takes the steps in order.
    ///
    /// @param ordered steps, each after all that it needs
    /// @throws IllegalArgumentException when one is not
    public Graph(
            PlanName plan,
            List<Step> ordered,
            Timetable timetable,
            Map<SiteName, Protected> protections) {
        this.plan = plan;
        this.protections = Map.copyOf(protections);
        this.timetable = timetable;
        steps = new LinkedHashMap<>();
        dependants = new HashMap<>();
        for (Step step : ordered) {
            for (StepId need : step.needs()) {
                if (!steps.containsKey(need)) {
                    throw new IllegalArgumentException(
                            step.id() + " stands before " + need + ", which it needs");
                }
                dependants.computeIfAbsent(need, _ -> new LinkedHashSet<>()).add(step.id());
            }
            steps.put(step.id(), step);
        }
    }

    public PlanName plan() {
        return plan;
    }

    /// When they may start.
    public Timetable timetable() {
        return timetable;
    }

    /// How sites are spared.
    public Map<SiteName, Protected> protections() {
        return protections;
    }

    /// All steps, each after all that it needs.
    public List<Step> steps() {
        return List.copyOf(steps.values());
    }

    public Optional<Step> step(StepId id) {
        return Optional.ofNullable(steps.get(id));
    }

    /// The steps that need this one directly.
    public Set<StepId> dependants(StepId id) {
        return dependants.getOrDefault(id, Set.of());
    }

    /// This step and all that need it, directly or not.
    public Set<StepId> withDependants(StepId id) {
        return closure(id, dependants::get);
    }

    /// This step and all that it needs, directly or not.
    public Set<StepId> withNeeds(StepId id) {
        return closure(id, step -> steps.containsKey(step) ? steps.get(step).needs() : null);
    }

    private static Set<StepId> closure(
            StepId start,
            java.util.function.Function<StepId, @org.jspecify.annotations.Nullable Set<StepId>>
                    next) {
        var seen = new LinkedHashSet<StepId>();
        var open = new ArrayList<StepId>(List.of(start));
        while (!open.isEmpty()) {
            StepId id = open.removeLast();
            if (seen.add(id)) {
                var more = next.apply(id);
                if (more != null) {
                    open.addAll(more);
                }
            }
        }
        return seen;
    }
}
