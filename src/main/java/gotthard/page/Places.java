package gotthard.page;

import gotthard.journal.RunId;
import gotthard.overview.Origin;
import gotthard.world.CellId;

import java.util.List;

/// Where the evidence of something stands, as links: in the same page, or in others.
public interface Places {
    /// All steps of a run.
    String run(RunId run);

    /// One step, or its run where it is not known.
    String step(Origin origin);

    /// The row that tells where a cell is.
    String cell(CellId cell);

    /// What that row is called in its page.
    String id(CellId cell);

    /// What shows a number of a cell: its one step, or the row with all of them.
    default String cell(CellId cell, List<Origin> origins) {
        return origins.size() == 1 ? step(origins.getFirst()) : cell(cell);
    }
}
