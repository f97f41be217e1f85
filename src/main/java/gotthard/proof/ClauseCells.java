package gotthard.proof;

import gotthard.inventory.SiteName;
import gotthard.policy.Quantity;
import gotthard.policy.Reading;
import gotthard.world.CellWorld;
import gotthard.world.Level;
import gotthard.world.Variable;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;

/// A clause, and its cells in packed states.
///
/// @param worlds of its cells, in their order
record ClauseCells(Clause clause, List<CellWorld> worlds) {
    /// The fields of one of its cells that it looks at.
    ///
    /// @param position of the cell in the clause
    Set<Integer> fields(int position) {
        Set<Integer> found = new LinkedHashSet<>();
        CellWorld world = worlds.get(position);
        for (Reading reading : clause.rule().that().footprint()) {
            if (position(reading) == position) {
                for (SiteName at : sites(reading)) {
                    int site = world.shape().site(at);
                    if (site >= 0) {
                        for (Variable variable : Looks.variables(reading.what())) {
                            found.addAll(world.fields(site, variable));
                        }
                    }
                }
            }
        }
        return found;
    }

    /// The sites that it looks at, also where the cell has none of that name.
    List<SiteName> sites(Reading reading) {
        return reading.at()
                .map(List::of)
                .orElseGet(() -> worlds.get(position(reading)).shape().sites());
    }

    /// Of the cell that it reads, in the clause.
    int position(Reading reading) {
        return clause.rule().names().indexOf(reading.cell());
    }

    /// Whether it holds.
    ///
    /// @param states of each cell by its position in the clause; may be the same for all
    boolean holds(IntFunction<long[]> states) {
        return clause.rule().that().holds((name, what, at) -> level(name, what, at, states));
    }

    private Level level(String name, Quantity what, SiteName at, IntFunction<long[]> states) {
        int position = clause.rule().names().indexOf(name);
        CellWorld world = worlds.get(position);
        int site = world.shape().site(at);
        return site < 0 ? Level.NONE : what.of(world.holding(site, states.apply(position)));
    }
}
