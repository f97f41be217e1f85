package gotthard.proof;

import gotthard.world.CellId;
import gotthard.world.Invariant;
import gotthard.world.Judgement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// A model to which happens what is told, one thing after the other: what it would be like now. It begins where the plan begins,
/// forward, with nothing done. Steps are given by their index in the [Model]. Not for several threads.
public final class Reenactment {
    private final Slice whole;
    private final Moves moves;
    private long[] state;

    private Reenactment(Slice whole, Moves moves, long[] state) {
        this.whole = whole;
        this.moves = moves;
        this.state = state;
    }

    public static Reenactment of(Model model) {
        Slice whole = new Cutter(Parts.of(model)).told();
        return new Reenactment(whole, new Moves(whole), whole.first());
    }

    /// Another one, in which the same has happened.
    public Reenactment copy() {
        return new Reenactment(whole, moves, state.clone());
    }

    /// Lets something happen. False where order, day or the world do not allow it; then nothing has. What can happen in several ways
    /// happens in the first. What is told of a step without saying which of its effects holds for all that are left of them, and is
    /// nothing where none is.
    public boolean happens(Happening what) {
        long[] before = state.clone();
        boolean happens = moves.of(what, state).stream().allMatch(this::goes);
        if (!happens) {
            state = before;
        }
        return happens;
    }

    /// Carries a step out to its end, from wherever it was. False where that can't be.
    public boolean complete(int step) {
        return happens(new Happening.Done(step, Optional.empty()));
    }

    /// Undoes a step, from wherever it was. False where that can't be.
    public boolean undo(int step) {
        return happens(new Happening.Undone(step, Optional.empty()));
    }

    private boolean goes(OptionalInt move) {
        return move.isPresent() && goes(move.getAsInt());
    }

    private boolean goes(int move) {
        long[] next = state.clone();
        if (!whole.allows(move, next) || !whole.attempt(move, next)) {
            return false;
        }
        state = next;
        return true;
    }

    /// All that may be now if a step was begun and nobody knows how far it came: not at all, halfway, or to its end. In each of them it
    /// is so in one cell; in the step's other cells it has not begun, for cells do not ask for each other.
    public List<Reenactment> begun(int step) {
        List<Reenactment> all = new ArrayList<>(List.of(copy()));
        for (List<Integer> chain : moves.chains(step)) {
            Reenactment reached = copy();
            for (int part : chain) {
                all.addAll(reached.ways(Move.LEAVE_HALF, part));
                if (reached.level(part) != Control.DONE && !reached.goes(reached.doing(part))) {
                    break;
                }
                all.add(reached.copy());
            }
        }
        return all;
    }

    /// The same of an undoing.
    public List<Reenactment> begunToUndo(int step) {
        List<Reenactment> all = new ArrayList<>(List.of(copy()));
        for (List<Integer> chain : moves.chains(step)) {
            Reenactment reached = copy();
            for (int part : chain.reversed()) {
                all.addAll(reached.ways(Move.LEAVE_HALF_UNDONE, part));
                if (reached.level(part) != Control.PENDING
                        && !reached.goes(Move.of(Move.UNDO, 0, part))) {
                    break;
                }
                all.add(reached.copy());
            }
        }
        return all;
    }

    private List<Reenactment> ways(int kind, int part) {
        var act = whole.members().get(part).act();
        int count = kind == Move.LEAVE_HALF ? act.halves() : act.undoHalves();
        List<Reenactment> ways = new ArrayList<>();
        for (int way = 0; way < count; way++) {
            Reenactment one = copy();
            if (one.goes(Move.of(kind, way, part))) {
                ways.add(one);
            }
        }
        return ways;
    }

    private int level(int part) {
        return whole.control().of(state, part);
    }

    private int doing(int part) {
        return moves.doing(part, state);
    }

    /// How all cells stand now.
    public Situation situation() {
        return Tale.situation(whole, whole.cells(), state);
    }

    /// What is broken now, of each cell of which anything is; but for what only shows when something else is tried.
    public Map<CellId, Set<Invariant>> broken() {
        Map<CellId, Set<Invariant>> all = new LinkedHashMap<>();
        for (int cell = 0; cell < whole.worlds().size(); cell++) {
            int bits = whole.watch().broken(whole, cell, state, new long[state.length]);
            if (bits != 0) {
                all.put(
                        whole.worlds().get(cell).shape().cell().id(),
                        Set.copyOf(Judgement.invariants(bits)));
            }
        }
        return all;
    }
}
