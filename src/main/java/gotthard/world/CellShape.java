package gotthard.world;

import gotthard.inventory.SiteName;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/// The sites and replications that a cell and its effects name, by number.
///
/// @param effects of a whole plan on this cell
public record CellShape(Cell cell, List<SiteName> sites, List<Edge> edges, List<Effect> effects) {
    public CellShape {
        sites = List.copyOf(sites);
        edges = List.copyOf(edges);
        effects = List.copyOf(effects);
    }

    /// A replication that can run.
    public record Edge(int from, int to, boolean streams, boolean relays) {}

    public static CellShape of(Cell cell, List<Effect> effects) {
        SequencedSet<SiteName> sites = new LinkedHashSet<>(cell.first());
        sites.addAll(cell.targets());
        for (Effect effect : effects) {
            origin(effect, sites);
            sites.addAll(effect.shows());
        }
        var numbered = List.copyOf(sites);
        return new CellShape(cell, numbered, edges(effects, numbered), effects);
    }

    private static void origin(Effect effect, SequencedSet<SiteName> sites) {
        switch (effect) {
            case Effect.Copy(_, var from, _, _, _) -> sites.add(from);
            case Effect.Replicate(_, var from, _, _, _, _) -> sites.add(from);
            case Effect.StopReplication(_, var from, _, _) -> sites.add(from);
            case Effect.Drain(_, var from, _) -> sites.add(from);
            case Effect.Verify(_, var from, _) -> sites.add(from);
            case Effect.Switch(_, var from, _, _, _) -> sites.add(from);
            case Effect.Deploy _,
                    Effect.Fence _,
                    Effect.Processing _,
                    Effect.StopProcessing _,
                    Effect.Stage _,
                    Effect.Unstage _,
                    Effect.Delete _ -> {}
        }
    }

    private static List<Edge> edges(List<Effect> effects, List<SiteName> sites) {
        List<Edge> edges = new ArrayList<>();
        for (Effect effect : effects) {
            if (effect instanceof Effect.Replicate(_, var from, var to, var flow, var relays, _)) {
                boolean streams = flow == Effect.Flow.STREAM;
                add(edges, new Edge(sites.indexOf(from), sites.indexOf(to), streams, relays));
            }
        }
        for (Effect effect : effects) {
            switch (effect) {
                case Effect.StopReplication(_, var from, var to, _) ->
                        add(edges, new Edge(sites.indexOf(from), sites.indexOf(to), true, false));
                case Effect.Drain(_, var from, var to) ->
                        add(edges, new Edge(sites.indexOf(from), sites.indexOf(to), true, false));
                case Effect.Copy(_, var from, var to, _, var slot) -> {
                    if (slot) {
                        add(edges, new Edge(sites.indexOf(from), sites.indexOf(to), true, false));
                    }
                }
                case Effect.Deploy _,
                        Effect.Replicate _,
                        Effect.Verify _,
                        Effect.Switch _,
                        Effect.Fence _,
                        Effect.Processing _,
                        Effect.StopProcessing _,
                        Effect.Stage _,
                        Effect.Unstage _,
                        Effect.Delete _ -> {}
            }
        }
        return edges;
    }

    private static void add(List<Edge> edges, Edge edge) {
        for (Edge known : edges) {
            if (known.from == edge.from && known.to == edge.to) {
                return;
            }
        }
        edges.add(edge);
    }

    /// The number of a site.
    public int site(SiteName name) {
        return sites.indexOf(name);
    }

    /// The number of a replication; -1 where none is named.
    int edge(SiteName from, SiteName to) {
        for (int index = 0; index < edges.size(); index++) {
            Edge edge = edges.get(index);
            if (sites.get(edge.from).equals(from) && sites.get(edge.to).equals(to)) {
                return index;
            }
        }
        return -1;
    }

    public boolean deletes() {
        return effects.stream().anyMatch(Effect.Delete.class::isInstance);
    }

    /// Whether the effect does nothing because it was so at first and nothing in the plan changes that.
    public boolean isAlreadySo(Effect effect) {
        boolean holds =
                switch (effect) {
                    case Effect.Deploy(_, var at) -> cell.first().contains(at);
                    case Effect.Processing(_, var at) -> cell.first().contains(at);
                    case Effect.StopProcessing(_, var at) -> !cell.first().contains(at);
                    case Effect.Unstage _ -> true;
                    case Effect.Stage _,
                            Effect.Copy _,
                            Effect.Replicate _,
                            Effect.StopReplication _,
                            Effect.Fence _,
                            Effect.Drain _,
                            Effect.Verify _,
                            Effect.Switch _,
                            Effect.Delete _ ->
                            false;
                };
        return holds
                && effects.stream()
                        .filter(other -> touchesSame(effect, other))
                        .allMatch(effect::equals);
    }

    private static boolean touchesSame(Effect effect, Effect other) {
        return touched(effect) == touched(other) && effect.shows().equals(other.shows());
    }

    private static Variable touched(Effect effect) {
        return switch (effect) {
            case Effect.Deploy _ -> Variable.DEPLOYED;
            case Effect.Processing _, Effect.StopProcessing _ -> Variable.PROCESSING;
            case Effect.Stage _, Effect.Unstage _ -> Variable.STAGED;
            case Effect.Copy _, Effect.Delete _ -> Variable.BASE;
            case Effect.Replicate _, Effect.StopReplication _ -> Variable.RUN;
            case Effect.Fence _, Effect.Switch _ -> Variable.OPEN;
            case Effect.Drain _ -> Variable.STREAM;
            case Effect.Verify _ -> Variable.VERIFIED;
        };
    }
}
