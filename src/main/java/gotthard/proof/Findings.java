package gotthard.proof;

import gotthard.world.Invariant;
import gotthard.world.Judgement;

import java.util.ArrayList;
import java.util.List;

/// What an exploration found broken, each by the first state, or the move from it, that shows it.
final class Findings {
    /// No cell: what is broken is of the plan.
    static final int NONE = -1;

    private static final int INVARIANTS = Invariant.values().length;

    private final int[] states;
    private final int[] moves;
    private final int[] broken;

    Findings(int cells) {
        states = new int[(cells + 1) * INVARIANTS];
        moves = new int[(cells + 1) * INVARIANTS];
        broken = new int[cells + 1];
    }

    /// Where a cell's findings are kept; those of no cell after all others.
    private int at(int cell) {
        return cell == NONE ? broken.length - 1 : cell;
    }

    private int at(int cell, Invariant invariant) {
        return at(cell) * INVARIANTS + Judgement.number(invariant);
    }

    /// Invariants as bits.
    int broken(int cell) {
        return broken[at(cell)];
    }

    /// Whether of each cell all of the given are found.
    boolean covers(int[] wanted) {
        for (int cell = 0; cell < wanted.length; cell++) {
            if ((wanted[cell] & ~broken[cell]) != 0) {
                return false;
            }
        }
        return true;
    }

    /// Keeps what is new of a set of invariants, broken in a state, or by a move from it where that is not -1.
    void add(int cell, int invariants, int state, int move) {
        int fresh = invariants & ~broken(cell);
        if (fresh == 0) {
            return;
        }
        broken[at(cell)] |= fresh;
        for (int bits = fresh; bits != 0; bits &= bits - 1) {
            int at = at(cell) * INVARIANTS + Integer.numberOfTrailingZeros(bits);
            states[at] = state;
            moves[at] = move;
        }
    }

    boolean has(int cell, Invariant invariant) {
        return (broken(cell) & Judgement.bit(invariant)) != 0;
    }

    /// Whether something is broken in the first state already, or by a move from it.
    boolean hasAtFirst(int cell, Invariant invariant) {
        return has(cell, invariant) && states[at(cell, invariant)] == 0;
    }

    /// The move that breaks an invariant; -1 where a state does.
    int move(int cell, Invariant invariant) {
        return moves[at(cell, invariant)];
    }

    /// The moves from the first state to where an invariant of a cell is broken.
    List<Integer> path(int cell, Invariant invariant, States of) {
        int at = at(cell, invariant);
        List<Integer> path = new ArrayList<>();
        if (moves[at] >= 0) {
            path.add(moves[at]);
        }
        for (int id = states[at]; id > 0; id = of.parent(id)) {
            path.add(of.move(id));
        }
        return path.reversed();
    }
}
