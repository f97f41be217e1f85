package gotthard.proof;

import gotthard.world.Act;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// Carries on what may be so of one cell. What is going on may be anywhere between its beginning and its end, and meanwhile users
/// write and replications deliver; what ended has had its effect, whether or not it should have been possible.
final class CellMonitor {
    private final CellParts cell;
    private final int most;
    private final Sight sight;

    /// @param most of more states, not all are kept
    CellMonitor(CellParts cell, int most) {
        this.cell = cell;
        this.most = most;
        sight = new Sight(cell);
    }

    Sight sight() {
        return sight;
    }

    /// As it was when the plan began.
    Worlds first() {
        long[] state = new long[cell.words()];
        cell.world().begin(state);
        return spread(List.of(state), true, new BitSet(), new BitSet());
    }

    /// A step may have begun.
    Worlds begun(Worlds now, int step) {
        return spread(
                now.states(),
                now.isAll(),
                with(now.begun(), step, true),
                with(now.undoing(), step, false));
    }

    /// A step has come to its end.
    Worlds done(Worlds now, int step) {
        return spread(
                settled(now.states(), cell.of(step), true),
                now.isAll(),
                with(now.begun(), step, false),
                with(now.undoing(), step, false));
    }

    /// A step may be going back.
    Worlds undoing(Worlds now, int step) {
        return spread(
                now.states(),
                now.isAll(),
                with(now.begun(), step, false),
                with(now.undoing(), step, true));
    }

    /// A step was undone.
    Worlds undone(Worlds now, int step) {
        return spread(
                settled(now.states(), cell.of(step).reversed(), false),
                now.isAll(),
                with(now.begun(), step, false),
                with(now.undoing(), step, false));
    }

    private Worlds spread(List<long[]> seeds, boolean areAll, BitSet begun, BitSet undoing) {
        var found = Spread.of(cell, most, seeds, begun, undoing);
        return new Worlds(
                found.states(),
                areAll && found.isAll(),
                begun,
                undoing,
                sight.facts(found.states()));
    }

    private BitSet with(BitSet set, int step, boolean isIn) {
        var changed = (BitSet) set.clone();
        cell.of(step).forEach(part -> changed.set(part, isIn));
        return changed;
    }

    /// Where some states allow it, it was one of them; where none does, it happened all the same.
    private List<long[]> settled(List<long[]> states, List<Integer> all, boolean isForward) {
        List<long[]> allowed = new ArrayList<>();
        List<long[]> forced = new ArrayList<>();
        for (long[] state : states) {
            long[] next = state.clone();
            boolean isAllowed = true;
            for (int part : all) {
                isAllowed &= isForward ? finish(part, next) : takeBack(part, next);
            }
            (isAllowed ? allowed : forced).add(next);
            if (isForward && all.size() == 1) {
                takeForDone(all.getFirst(), state, allowed);
            }
        }
        return allowed.isEmpty() ? forced : allowed;
    }

    private boolean finish(int part, long[] state) {
        int level = cell.control().of(state, part);
        if (level == Control.DONE) {
            return true;
        }
        Act act = cell.acts().get(part);
        long[] next = state.clone();
        boolean isAllowed = level == Control.PENDING ? act.apply(next) : act.complete(next);
        if (isAllowed) {
            System.arraycopy(next, 0, state, 0, state.length);
        } else {
            act.force(state);
        }
        cell.control().set(state, part, Control.DONE);
        return isAllowed;
    }

    private boolean takeBack(int part, long[] state) {
        if (cell.control().of(state, part) == Control.PENDING) {
            return true;
        }
        long[] next = state.clone();
        boolean isAllowed = cell.acts().get(part).undo(next);
        if (isAllowed) {
            System.arraycopy(next, 0, state, 0, state.length);
        } else {
            cell.acts().get(part).forceBack(state);
        }
        cell.control().set(state, part, Control.PENDING);
        return isAllowed;
    }

    /// A copy that is not compared in full may be half, and nobody has seen it.
    private void takeForDone(int part, long[] state, List<long[]> into) {
        Act act = cell.acts().get(part);
        if (!act.lies() || cell.control().of(state, part) == Control.DONE) {
            return;
        }
        for (int way = 0; way < act.halves(); way++) {
            long[] next = state.clone();
            if (act.half(way, next)) {
                cell.control().set(next, part, Control.DONE);
                into.add(next);
            }
        }
    }
}
