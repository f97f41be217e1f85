package gotthard.page;

import gotthard.graph.StepId;
import gotthard.journal.RunId;
import gotthard.overview.Origin;
import gotthard.overview.Overview;
import gotthard.overview.ProgrammeOverview;
import gotthard.world.CellId;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Where in the page the evidence of something stands: short names of its own, so that no name from outside becomes one.
final class Anchors {
    private final Map<RunId, String> runs = new HashMap<>();
    private final Map<RunId, Map<StepId, String>> steps = new HashMap<>();
    private final Map<CellId, String> cells = new HashMap<>();

    Anchors(ProgrammeOverview programme) {
        for (Overview overview : programme.runs()) {
            String run = "run-" + (runs.size() + 1);
            runs.put(overview.run().id(), run);
            var own = new HashMap<StepId, String>();
            overview.steps().forEach(row -> own.put(row.id(), run + "-" + (own.size() + 1)));
            steps.put(overview.run().id(), own);
        }
        programme.cells().forEach(cell -> cells.put(cell.cell(), "cell-" + (cells.size() + 1)));
    }

    /// Of a run's steps.
    String of(RunId run) {
        return runs.getOrDefault(run, "steps");
    }

    /// Of the row of a step.
    String of(Origin origin) {
        return steps.getOrDefault(origin.run(), Map.of())
                .getOrDefault(origin.step(), of(origin.run()));
    }

    /// Of the row that tells where a cell is.
    String of(CellId cell) {
        return cells.getOrDefault(cell, "sites");
    }

    /// Of what shows a number of a cell: its one step, or the row with all of them.
    String of(CellId cell, List<Origin> origins) {
        return Optional.of(origins)
                .filter(all -> all.size() == 1)
                .map(all -> of(all.getFirst()))
                .orElse(of(cell));
    }
}
