package gotthard.overview;

import gotthard.journal.RunId;
import gotthard.world.CellId;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// What is not as it was at an earlier moment, replayed from the entries until then.
///
/// @param opened the runs that began since
/// @param steps those that stand elsewhere, in the order of runs and plans
/// @param cells those of which other shares are moved or verified
public record Changes(Instant since, List<RunId> opened, List<OfStep> steps, List<OfCell> cells) {
    public Changes {
        opened = List.copyOf(opened);
        steps = List.copyOf(steps);
        cells = List.copyOf(cells);
    }

    /// A step that stands elsewhere.
    public record OfStep(Origin origin, Stage from, Stage to) {}

    /// A cell with its shares then and now, in per cent; empty when unknown, and 0 before anything was planned.
    public record OfCell(
            CellId cell,
            OptionalInt movedBefore,
            OptionalInt moved,
            OptionalInt verifiedBefore,
            OptionalInt verified) {}

    /// Whether nothing has changed.
    public boolean isEmpty() {
        return opened.isEmpty() && steps.isEmpty() && cells.isEmpty();
    }

    /// @param before what the same runs were at that moment; those that had not begun are not in it
    static Changes between(Instant since, List<Overview> before, ProgrammeOverview now) {
        var known = new HashMap<RunId, Overview>();
        before.forEach(overview -> known.put(overview.run().id(), overview));
        var opened = new ArrayList<RunId>();
        var steps = new ArrayList<OfStep>();
        for (Overview run : now.runs()) {
            Overview then = known.get(run.run().id());
            if (then == null) {
                opened.add(run.run().id());
            }
            steps.addAll(steps(then == null ? List.of() : then.steps(), run.steps()));
        }
        List<CellSummary> cells =
                before.isEmpty() ? List.of() : ProgrammeOverview.of(before).cells();
        return new Changes(since, opened, steps, cells(cells, now.cells()));
    }

    private static List<OfStep> steps(List<StepRow> before, List<StepRow> now) {
        var stages = new HashMap<Origin, Stage>();
        before.forEach(row -> stages.put(bare(row.origin()), row.stage()));
        return now.stream()
                .map(
                        row ->
                                new OfStep(
                                        row.origin(),
                                        stages.getOrDefault(bare(row.origin()), Stage.PENDING),
                                        row.stage()))
                .filter(change -> change.from() != change.to())
                .toList();
    }

    private static Origin bare(Origin origin) {
        return new Origin(origin.run(), origin.step(), OptionalLong.empty());
    }

    private static List<OfCell> cells(List<CellSummary> before, List<CellSummary> now) {
        Map<CellId, CellSummary> known = new HashMap<>();
        before.forEach(cell -> known.put(cell.cell(), cell));
        var cells = new ArrayList<OfCell>();
        for (CellSummary cell : now) {
            CellSummary then = known.get(cell.cell());
            var change =
                    new OfCell(
                            cell.cell(),
                            then == null ? OptionalInt.of(0) : then.moved(),
                            cell.moved(),
                            then == null ? OptionalInt.of(0) : then.verified(),
                            cell.verified());
            if (!change.movedBefore().equals(change.moved())
                    || !change.verifiedBefore().equals(change.verified())) {
                cells.add(change);
            }
        }
        return cells;
    }
}
