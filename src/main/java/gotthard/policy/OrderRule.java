package gotthard.policy;

import gotthard.world.CellId;

/// The processing of some cells moves only after that of others.
public record OrderRule(CellChoice process, CellChoice after) {
    /// No cell comes after one that is chosen together with it.
    boolean puts(CellId cell, CellId earlier) {
        return process.includes(cell) && after.includes(earlier) && !process.includes(earlier);
    }
}
