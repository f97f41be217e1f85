package gotthard.proof;

import gotthard.world.CellId;
import gotthard.world.Invariant;

import java.util.Optional;

/// An invariant that is broken, or could be.
///
/// @param cell whose it is; none where it is one of the plan
/// @param clause the rule of the policy, where it is one
public record Breach(Invariant invariant, Optional<CellId> cell, Optional<Clause> clause) {
    /// One of what is no rule of the policy.
    Breach(Invariant invariant, Optional<CellId> cell) {
        this(invariant, cell, Optional.empty());
    }

    /// What it is of: a cell, a rule with its cells, or `the plan`.
    public String of() {
        return clause.map(Clause::toString).or(() -> cell.map(CellId::toString)).orElse("the plan");
    }

    /// Whether it is of a cell, by itself or with another.
    boolean isOf(CellId id) {
        return clause.map(one -> one.cells().contains(id)).orElse(cell.equals(Optional.of(id)));
    }
}
