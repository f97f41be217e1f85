package gotthard.proof;

import gotthard.policy.Quantity;
import gotthard.policy.Reading;
import gotthard.world.CellShape;
import gotthard.world.Variable;

import java.util.EnumSet;
import java.util.Set;

/// Which variables a clause needs of each of its cells.
record Looks(Clause clause) {
    /// What it reads of a cell.
    ///
    /// @param position of the cell in the clause
    Set<Variable> reads(int position) {
        var reads = EnumSet.noneOf(Variable.class);
        String name = clause.rule().names().get(position);
        for (Reading reading : clause.rule().that().footprint()) {
            if (reading.cell().equals(name)) {
                reads.addAll(variables(reading.what()));
            }
        }
        return reads;
    }

    /// What it reads, and all that the effects on that depend on.
    Set<Variable> needs(int position, CellShape shape) {
        var needs = EnumSet.noneOf(Variable.class);
        for (Variable variable : reads(position)) {
            needs.add(variable);
            switch (variable) {
                case WRITE, VERIFIED, RUN, STREAM -> needs.addAll(Scope.DATA.variables(shape));
                case OPEN, ROUTED -> {
                    needs.add(Variable.OPEN);
                    needs.add(Variable.ROUTED);
                }
                case BASE -> {
                    if (shape.deletes()) {
                        needs.add(Variable.RUN);
                    }
                }
                case PROCESSING, DEPLOYED, STAGED -> {}
            }
        }
        return needs;
    }

    /// Whether it looks at what was verified, of any of its cells.
    boolean readsVerifications() {
        return clause.rule().that().footprint().stream()
                .anyMatch(reading -> reading.what() == Quantity.VERIFIED);
    }

    /// Of what a quantity is made.
    static Set<Variable> variables(Quantity what) {
        return switch (what) {
            case STORES -> EnumSet.of(Variable.BASE);
            case HOLDS_NEW -> EnumSet.of(Variable.WRITE);
            case WRITES -> EnumSet.of(Variable.OPEN);
            case SERVES -> EnumSet.of(Variable.ROUTED);
            case PROCESSES -> EnumSet.of(Variable.PROCESSING);
            case DEPLOYED -> EnumSet.of(Variable.DEPLOYED);
            case STAGED -> EnumSet.of(Variable.STAGED);
            case VERIFIED -> EnumSet.of(Variable.VERIFIED, Variable.WRITE);
        };
    }
}
