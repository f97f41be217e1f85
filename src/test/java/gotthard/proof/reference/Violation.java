package gotthard.proof.reference;

import gotthard.proof.Clause;
import gotthard.world.CellId;
import gotthard.world.Invariant;

import java.util.Optional;

/// An invariant that is broken, and whose.
///
/// @param cell none where the invariant is one of the whole plan
/// @param clause the rule of the policy, where it is one
record Violation(Invariant broken, Optional<CellId> cell, Optional<Clause> clause) {
    Violation(Invariant broken, Optional<CellId> cell) {
        this(broken, cell, Optional.empty());
    }

    @Override
    public String toString() {
        return broken
                + clause.map(one -> " " + one.rule().that().text()).orElse("")
                + cell.map(id -> " of " + id).orElse("");
    }
}
