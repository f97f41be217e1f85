package gotthard.run;

import gotthard.action.Declaration;
import gotthard.action.Work;
import gotthard.graph.Graph;
import gotthard.graph.Step;
import gotthard.graph.StepId;
import gotthard.inventory.SiteName;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// What does not change of a graph while it runs, ready to be looked up.
final class Course {
    private final Graph graph;
    private final List<Step> steps;
    private final Map<StepId, Integer> places;
    private final Map<StepId, Set<SiteName>> sites;
    private final Function<StepId, Set<StepId>> undoneAfter;

    /// @param undoneAfter the steps whose undoing may begin only after this one's, and the other way round
    Course(Graph graph, Function<StepId, Set<StepId>> undoneAfter) {
        this.graph = graph;
        this.undoneAfter = undoneAfter;
        steps = graph.steps();
        places = new HashMap<>();
        sites = new HashMap<>();
        for (Step step : steps) {
            places.put(step.id(), places.size());
            sites.put(step.id(), sitesOf(step));
        }
    }

    static Course of(Graph graph) {
        return new Course(graph, id -> graph.step(id).map(Step::needs).orElse(Set.of()));
    }

    private static Set<SiteName> sitesOf(Step step) {
        return switch (step.work()) {
            case Work.Change(_, var declaration) -> declaration.sites();
            case Work.Approval _ -> Set.of();
        };
    }

    Graph graph() {
        return graph;
    }

    /// All steps, each after all that it needs.
    List<Step> steps() {
        return steps;
    }

    boolean has(StepId id) {
        return places.containsKey(id);
    }

    Step step(StepId id) {
        return steps.get(place(id));
    }

    StepId at(int place) {
        return steps.get(place).id();
    }

    int place(StepId id) {
        Integer place = places.get(id);
        if (place == null) {
            throw new IllegalArgumentException("the graph has no step " + id);
        }
        return place;
    }

    Set<SiteName> sites(StepId id) {
        return sites.getOrDefault(id, Set.of());
    }

    Set<StepId> dependants(StepId id) {
        return graph.dependants(id);
    }

    Set<StepId> withDependants(StepId id) {
        return graph.withDependants(id);
    }

    /// The steps that may be undone only after this one.
    Set<StepId> undoneAfter(StepId id) {
        return undoneAfter.apply(id);
    }

    Optional<Work.Approval> approval(StepId id) {
        return step(id).work() instanceof Work.Approval approval
                ? Optional.of(approval)
                : Optional.empty();
    }

    Declaration.Reversal reversal(StepId id) {
        return switch (step(id).work()) {
            case Work.Change(_, var declaration) -> declaration.reversal();
            case Work.Approval _ -> Declaration.Reversal.NOTHING_TO_UNDO;
        };
    }
}
