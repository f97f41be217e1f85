package gotthard.overview;

import gotthard.inventory.SiteName;
import gotthard.world.CellId;
import gotthard.world.Effect;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Gathers a matrix from the effects of steps.
final class MatrixMaking {
    private final Map<CellId, Map<SiteName, Matrix.Standing>> cells = new TreeMap<>();
    private final Set<SiteName> sources = new TreeSet<>();
    private final Set<SiteName> others = new TreeSet<>();

    private MatrixMaking() {}

    static Matrix of(List<StepRow> steps) {
        var making = new MatrixMaking();
        for (StepRow step : steps) {
            step.effects().forEach(effect -> making.take(step, effect));
        }
        var sites = new LinkedHashSet<>(making.sources);
        sites.addAll(making.others);
        return new Matrix(
                List.copyOf(sites),
                making.cells.entrySet().stream()
                        .map(cell -> new Matrix.Row(cell.getKey(), cell.getValue()))
                        .toList());
    }

    private void take(StepRow step, Effect effect) {
        others.addAll(effect.shows());
        switch (effect) {
            case Effect.Copy copy -> {
                sources.add(copy.from());
                add(copy.cell(), copy.from(), Part.SOURCE, Part.NONE);
                add(copy.cell(), copy.at(), Parts.stored(step, copy), Part.NONE);
            }
            case Effect.Stage(var cell, var at) -> add(cell, at, Parts.staged(step), Part.NONE);
            case Effect.Deploy(var cell, var at) -> add(cell, at, Part.NONE, Parts.deployed(step));
            case Effect.Processing(var cell, var at) ->
                    add(cell, at, Part.NONE, Parts.processed(step));
            case Effect.Replicate _,
                    Effect.StopReplication _,
                    Effect.Fence _,
                    Effect.Drain _,
                    Effect.Verify _,
                    Effect.Switch _,
                    Effect.StopProcessing _,
                    Effect.Unstage _,
                    Effect.Delete _ -> {}
        }
    }

    private void add(CellId cell, SiteName site, Part stored, Part processed) {
        cells.computeIfAbsent(cell, _ -> new TreeMap<>())
                .merge(
                        site,
                        new Matrix.Standing(stored, processed),
                        (known, more) ->
                                new Matrix.Standing(
                                        known.stored().and(more.stored()),
                                        known.processed().and(more.processed())));
    }
}
