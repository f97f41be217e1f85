package gotthard.rehearsal;

import gotthard.action.Work;
import gotthard.graph.Assembled;
import gotthard.inventory.Inventory.CellFolder;
import gotthard.inventory.SiteName;
import gotthard.proof.Situation;
import gotthard.world.Cell;
import gotthard.world.CellId;
import gotthard.world.Effect;
import gotthard.world.Level;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Sees how much of each cell is at each site, by files and objects alone, and never by an action. What the plan brings is told by how
/// the sites were before it, before its single steps, and at its undisturbed end.
final class Eyes {
    private final Assembled plan;
    private final List<Effect> effects;
    private final Map<CellId, SortedMap<String, String>> sources = new HashMap<>();
    private final Map<SiteName, Set<String>> brought = new HashMap<>();
    private final Map<SiteName, Integer> fewest = new HashMap<>();
    private final Map<SiteName, Integer> most = new HashMap<>();

    private Eyes(Assembled plan) {
        this.plan = plan;
        effects = plan.graph().steps().stream().flatMap(step -> effects(step.work())).toList();
    }

    /// @param before the sites before the plan
    /// @param beforeWork for each site, as it was before the first step that lets it process; where no step does, it is left out
    /// @param end the sites after it
    static Eyes of(
            Assembled plan,
            List<Cell> cells,
            Stage.View before,
            Map<SiteName, Stage.View> beforeWork,
            Stage.View end)
            throws IOException {
        var eyes = new Eyes(plan);
        for (Cell cell : cells) {
            Optional<CellFolder> folder = eyes.folder(cell.id(), cell.first().getFirst());
            if (folder.isPresent()) {
                eyes.sources.put(cell.id(), before.files(folder.get().host(), folder.get().path()));
            }
        }
        for (SiteName site : plan.inventory().sites().keySet()) {
            Set<String> names = names(end.workloads(site));
            names.removeAll(names(before.workloads(site)));
            eyes.brought.put(site, names);
            eyes.most.put(site, eyes.running(site, end));
        }
        for (var work : beforeWork.entrySet()) {
            eyes.fewest.put(work.getKey(), eyes.running(work.getKey(), work.getValue()));
        }
        return eyes;
    }

    private static Stream<Effect> effects(Work.Single work) {
        return switch (work) {
            case Work.Approval _ -> Stream.of();
            case Work.Change(_, var declaration) -> declaration.effects().stream();
        };
    }

    private static Set<String> names(List<Stage.Workload> workloads) {
        return workloads.stream()
                .map(Stage.Workload::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private List<Stage.Workload> own(SiteName site, Stage.View view) throws IOException {
        Set<String> names = brought.getOrDefault(site, Set.of());
        return view.workloads(site).stream()
                .filter(workload -> names.contains(workload.name()))
                .toList();
    }

    private int running(SiteName site, Stage.View view) throws IOException {
        return own(site, view).stream().mapToInt(Stage.Workload::ready).sum();
    }

    private Optional<CellFolder> folder(CellId cell, SiteName site) {
        return plan.inventory().folder(site, cell.region(), cell.data());
    }

    /// What of the cells that the model speaks of can be seen, at whatever site.
    List<Spot> spots(Situation situation) {
        var spots = new ArrayList<Spot>();
        for (CellId cell : situation.cells().keySet()) {
            new TreeSet<>(plan.inventory().sites().keySet())
                    .forEach(site -> spots.addAll(spots(cell, site)));
        }
        return spots;
    }

    private List<Spot> spots(CellId cell, SiteName site) {
        var spots = new ArrayList<Spot>();
        SortedMap<String, String> source = sources.get(cell);
        if (source != null && !source.isEmpty() && folder(cell, site).isPresent()) {
            spots.add(new Spot(cell, site, Spot.Kind.STORED));
        }
        if (effects.contains(new Effect.Deploy(cell, site))) {
            spots.add(new Spot(cell, site, Spot.Kind.DEPLOYED));
        }
        if (effects.contains(new Effect.Processing(cell, site))) {
            spots.add(new Spot(cell, site, Spot.Kind.PROCESSED));
        }
        return spots;
    }

    /// What steps declare and nobody can see here, in words.
    List<String> unseen() {
        var unseen = new LinkedHashSet<String>();
        for (Effect effect : effects) {
            if (!isSeen(effect)) {
                unseen.add(effect.getClass().getSimpleName() + " of " + effect.cell());
            }
        }
        return List.copyOf(unseen);
    }

    private boolean isSeen(Effect effect) {
        return switch (effect) {
            case Effect.Copy(var cell, _, var at, _, _) -> hasStored(cell, at);
            case Effect.Delete(var cell, var at) -> hasStored(cell, at);
            case Effect.Deploy _, Effect.Processing _ -> true;
            case Effect.Replicate _,
                    Effect.StopReplication _,
                    Effect.Fence _,
                    Effect.Drain _,
                    Effect.Verify _,
                    Effect.Switch _,
                    Effect.StopProcessing _,
                    Effect.Stage _,
                    Effect.Unstage _ ->
                    false;
        };
    }

    private boolean hasStored(CellId cell, SiteName at) {
        return spots(cell, at).stream().anyMatch(spot -> spot.kind() == Spot.Kind.STORED);
    }

    /// How much there is.
    Map<Spot, Level> look(List<Spot> spots, Stage.View view) throws IOException {
        var seen = new LinkedHashMap<Spot, Level>();
        for (Spot spot : spots) {
            seen.put(
                    spot,
                    switch (spot.kind()) {
                        case STORED -> stored(spot, view);
                        case DEPLOYED -> deployed(spot.site(), view);
                        case PROCESSED -> processed(spot.site(), view);
                    });
        }
        return seen;
    }

    private Level stored(Spot spot, Stage.View view) throws IOException {
        CellFolder folder = folder(spot.cell(), spot.site()).orElseThrow();
        SortedMap<String, String> files = view.files(folder.host(), folder.path());
        if (files.isEmpty()) {
            return Level.NONE;
        }
        return files.equals(sources.get(spot.cell())) ? Level.FULL : Level.HALF;
    }

    private Level deployed(SiteName site, Stage.View view) throws IOException {
        List<Stage.Workload> own = own(site, view);
        if (own.isEmpty()) {
            return Level.NONE;
        }
        boolean areAllReady =
                own.stream().allMatch(workload -> workload.ready() > 0 || workload.wanted() == 0);
        boolean areAllThere = own.size() == brought.getOrDefault(site, Set.of()).size();
        return areAllThere && areAllReady ? Level.FULL : Level.HALF;
    }

    private Level processed(SiteName site, Stage.View view) throws IOException {
        int none = fewest.getOrDefault(site, 0);
        int all = most.getOrDefault(site, 0);
        int running = running(site, view);
        if (running <= none) {
            return Level.NONE;
        }
        return running >= all ? Level.FULL : Level.HALF;
    }
}
