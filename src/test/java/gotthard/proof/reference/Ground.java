package gotthard.proof.reference;

import gotthard.inventory.SiteName;
import gotthard.proof.Model;
import gotthard.proof.ModelStep;
import gotthard.world.Cell;
import gotthard.world.CellId;
import gotthard.world.Effect;
import gotthard.world.Effect.Flow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// What never changes of a cell: its sites, the replications that the plan names, and what becomes of them. Two of it are equal only if they
/// are the same, so that comparing states does not look into it.
final class Ground {
    private static final Edge.Nature UNSAID = new Edge.Nature(true, false);

    final Cell cell;
    final List<SiteName> sites;
    final List<Edge> edges;
    final Set<SiteName> deleted;
    private final Map<Edge, Edge.Nature> natures;

    private Ground(
            Cell cell,
            Set<SiteName> sites,
            Set<Edge> edges,
            Set<SiteName> deleted,
            Map<Edge, Edge.Nature> natures) {
        this.cell = cell;
        this.sites = List.copyOf(sites);
        this.edges = List.copyOf(edges);
        this.deleted = Set.copyOf(deleted);
        this.natures = Map.copyOf(natures);
    }

    static Ground of(Cell cell, Model model) {
        var sites = new LinkedHashSet<>(cell.first());
        sites.addAll(cell.targets());
        var edges = new LinkedHashSet<Edge>();
        var deleted = new LinkedHashSet<SiteName>();
        var natures = new LinkedHashMap<Edge, Edge.Nature>();
        for (Effect effect : effects(cell.id(), model)) {
            sites.addAll(sites(effect));
            edges.addAll(edges(effect));
            if (effect instanceof Effect.Replicate(_, var from, var to, var flow, var relays, _)) {
                natures.putIfAbsent(
                        new Edge(from, to), new Edge.Nature(flow == Flow.STREAM, relays));
            }
            if (effect instanceof Effect.Delete(_, var at)) {
                deleted.add(at);
            }
        }
        return new Ground(cell, sites, edges, deleted, natures);
    }

    CellState atFirst() {
        var at = new ArrayList<SiteState>();
        sites.forEach(
                site -> at.add(cell.first().contains(site) ? SiteState.FIRST : SiteState.EMPTY));
        var on = edges.stream().map(_ -> Edge.Condition.OFF).toList();
        return new CellState(this, List.copyOf(at), on);
    }

    Edge.Nature nature(Edge edge) {
        return natures.getOrDefault(edge, UNSAID);
    }

    List<Edge> edgesFrom(SiteName site) {
        return edges.stream().filter(edge -> edge.from().equals(site)).toList();
    }

    private static List<Effect> effects(CellId cell, Model model) {
        return model.steps().stream()
                .map(ModelStep::effects)
                .flatMap(List::stream)
                .filter(effect -> effect.cell().equals(cell))
                .toList();
    }

    private static List<SiteName> sites(Effect effect) {
        List<SiteName> from =
                switch (effect) {
                    case Effect.Switch(_, var source, _, _, _) -> List.of(source);
                    case Effect.Verify(_, var source, _) -> List.of(source);
                    case Effect.Copy(_, var source, _, _, _) -> List.of(source);
                    case Effect.Replicate(_, var source, _, _, _, _) -> List.of(source);
                    case Effect.StopReplication(_, var source, _, _) -> List.of(source);
                    case Effect.Drain(_, var source, _) -> List.of(source);
                    case Effect.Deploy _,
                            Effect.Fence _,
                            Effect.Processing _,
                            Effect.StopProcessing _,
                            Effect.Stage _,
                            Effect.Unstage _,
                            Effect.Delete _ ->
                            List.of();
                };
        return Stream.concat(from.stream(), effect.shows().stream()).toList();
    }

    private static List<Edge> edges(Effect effect) {
        return switch (effect) {
            case Effect.Copy(_, var from, var at, _, boolean slot) ->
                    slot ? List.of(new Edge(from, at)) : List.of();
            case Effect.Replicate(_, var from, var at, _, _, _) -> List.of(new Edge(from, at));
            case Effect.StopReplication(_, var from, var at, _) -> List.of(new Edge(from, at));
            case Effect.Drain(_, var from, var at) -> List.of(new Edge(from, at));
            case Effect.Deploy _,
                    Effect.Fence _,
                    Effect.Verify _,
                    Effect.Switch _,
                    Effect.Processing _,
                    Effect.StopProcessing _,
                    Effect.Stage _,
                    Effect.Unstage _,
                    Effect.Delete _ ->
                    List.of();
        };
    }
}
