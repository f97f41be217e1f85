package gotthard.page;

import gotthard.graph.StepId;
import gotthard.journal.RunId;
import gotthard.overview.Origin;
import gotthard.overview.Overview;
import gotthard.overview.ProgrammeOverview;
import gotthard.world.CellId;

import java.util.HashMap;
import java.util.Map;

/// Where in the page the evidence of something stands: short names of its own, so that no name from outside becomes one.
final class Anchors implements Places {
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

    @Override
    public String run(RunId run) {
        return "#" + id(run);
    }

    @Override
    public String step(Origin origin) {
        return "#" + id(origin);
    }

    @Override
    public String cell(CellId cell) {
        return "#" + id(cell);
    }

    @Override
    public String id(CellId cell) {
        return cells.getOrDefault(cell, "sites");
    }

    /// Of the list of a run's steps.
    String id(RunId run) {
        return runs.getOrDefault(run, "steps");
    }

    /// Of the row of a step.
    String id(Origin origin) {
        return steps.getOrDefault(origin.run(), Map.of())
                .getOrDefault(origin.step(), id(origin.run()));
    }
}
