package gotthard.web.pages;

import gotthard.graph.StepId;
import gotthard.journal.RunId;
import gotthard.overview.Matrix;
import gotthard.overview.Origin;
import gotthard.overview.Overview;
import gotthard.overview.StepRow;
import gotthard.page.Places;
import gotthard.world.CellId;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/// Where pages are, and what their elements are called: names from outside are escaped in addresses and never become ids.
final class Addresses implements Places {
    private final Map<StepId, String> steps = new HashMap<>();
    private final Map<CellId, String> cells = new HashMap<>();

    /// Where there is nothing to lead to.
    Addresses() {}

    /// Inside the page of a run.
    Addresses(Overview overview) {
        this(overview.matrix());
        overview.steps().forEach(row -> steps.put(row.id(), "s" + (steps.size() + 1)));
    }

    /// Inside a page that shows cells of many runs.
    Addresses(Matrix matrix) {
        matrix.rows().forEach(row -> cells.put(row.cell(), "cell-" + (cells.size() + 1)));
    }

    @Override
    public String run(RunId run) {
        return "/runs/" + escaped(run.value());
    }

    @Override
    public String step(Origin origin) {
        return step(origin.run(), origin.step());
    }

    String step(RunId run, StepId step) {
        return run(run) + "/steps/" + escaped(step.value());
    }

    @Override
    public String cell(CellId cell) {
        return "#" + id(cell);
    }

    @Override
    public String id(CellId cell) {
        return cells.getOrDefault(cell, "places");
    }

    /// Of the row of a step.
    String id(StepRow row) {
        return steps.getOrDefault(row.id(), "steps");
    }

    private static String escaped(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
