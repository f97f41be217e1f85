package gotthard.proof;

import gotthard.policy.Rule;
import gotthard.world.CellId;

import java.util.List;

/// A rule of the policy, of certain cells.
///
/// @param cells in the order in which the rule names them; what it breaks counts for the first
public record Clause(Rule rule, List<CellId> cells) {
    public Clause {
        cells = List.copyOf(cells);
        if (cells.size() != rule.cells().size()) {
            throw new IllegalArgumentException(
                    rule.name() + " is of " + rule.cells().size() + " cells");
        }
    }

    /// `europe/metadata+europe/files:metadata-after-files`: its cells and the name of its rule, as waivers write it.
    @Override
    public String toString() {
        return String.join("+", cells.stream().map(CellId::toString).toList()) + ":" + rule.name();
    }

    /// The cell that has a name in the rule.
    public CellId cell(String name) {
        return cells.get(rule.names().indexOf(name));
    }
}
