package gotthard.proof.reference;

import gotthard.world.CellId;
import gotthard.world.Invariant;

import java.util.Optional;

/// An invariant that is broken, and whose.
///
/// @param cell none where the invariant is one of the whole plan
record Violation(Invariant broken, Optional<CellId> cell) {
    @Override
    public String toString() {
        return broken + cell.map(id -> " of " + id).orElse("");
    }
}
