package gotthard.proof;

import gotthard.world.CellId;
import gotthard.world.Invariant;

import java.util.Optional;

/// An invariant that is broken, or could be.
///
/// @param cell whose it is; none where it is one of the plan
public record Breach(Invariant invariant, Optional<CellId> cell) {
    /// What it is of: a cell, or `the plan`.
    public String of() {
        return cell.map(CellId::toString).orElse("the plan");
    }
}
