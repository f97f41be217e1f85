package gotthard.proof;

import gotthard.world.CellShape;
import gotthard.world.Effect;
import gotthard.world.Variable;

import java.util.EnumSet;
import java.util.Set;

/// Which variables a slice keeps. What an effect gives to a variable depends on others only within its scope.
enum Scope {
    ALL,
    /// All, also what no judgement reads: how a story is told.
    TOLD,
    /// Who takes writes and traffic.
    WRITING,
    /// Where it is processed, and what that needs.
    WORK,
    /// Who holds what.
    DATA,
    STAGING,
    /// Where cells are processed, of which one moves before the other.
    ORDER,
    /// What a clause looks at, and nothing else.
    CLAUSE;

    Set<Variable> variables(CellShape shape) {
        return switch (this) {
            case ALL -> all(shape);
            case TOLD -> Variable.all();
            case WRITING -> EnumSet.of(Variable.OPEN, Variable.ROUTED, Variable.DEPLOYED);
            case WORK -> work(shape);
            case DATA -> data(shape);
            case STAGING -> EnumSet.of(Variable.STAGED);
            case ORDER -> EnumSet.of(Variable.PROCESSING);
            case CLAUSE -> EnumSet.noneOf(Variable.class);
        };
    }

    private static Set<Variable> all(CellShape shape) {
        var all = EnumSet.allOf(Variable.class);
        if (!readsVerifications(shape)) {
            all.remove(Variable.VERIFIED);
        }
        return all;
    }

    private static Set<Variable> data(CellShape shape) {
        var data =
                EnumSet.of(
                        Variable.BASE,
                        Variable.WRITE,
                        Variable.OPEN,
                        Variable.RUN,
                        Variable.STREAM);
        if (readsVerifications(shape)) {
            data.add(Variable.VERIFIED);
        }
        return data;
    }

    /// What was verified matters to writers of data that change, and to deletions.
    private static boolean readsVerifications(CellShape shape) {
        return shape.cell().isMutable() || shape.deletes();
    }

    /// A deletion goes on by replications that run.
    private static Set<Variable> work(CellShape shape) {
        var work = EnumSet.of(Variable.PROCESSING, Variable.BASE, Variable.DEPLOYED);
        if (shape.effects().stream().anyMatch(Effect.Delete.class::isInstance)) {
            work.add(Variable.RUN);
        }
        return work;
    }

    /// Whether gaps can be seen in it.
    boolean seesGaps() {
        return switch (this) {
            case ALL, TOLD, WRITING, WORK -> true;
            case DATA, STAGING, ORDER, CLAUSE -> false;
        };
    }

    /// Whether a way back can be stuck in it.
    boolean seesWaysBack() {
        return switch (this) {
            case ALL, TOLD, DATA -> true;
            case WRITING, WORK, STAGING, ORDER, CLAUSE -> false;
        };
    }
}
