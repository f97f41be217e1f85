package gotthard.proof;

import gotthard.world.Act;

import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Finds all that may come of some states of a cell by itself: what is going on gets further, users write, replications deliver.
final class Spread {
    private final CellParts cell;
    private final List<long[]> states = new ArrayList<>();
    private final Set<LongBuffer> known = new HashSet<>();

    private Spread(CellParts cell) {
        this.cell = cell;
    }

    /// What was found.
    ///
    /// @param isAll whether nothing further was left to be looked for
    record Found(List<long[]> states, boolean isAll) {}

    /// @param most where more states have been found, no further ones are looked for
    /// @param begun parts that may be going on
    /// @param undoing parts whose undoing may be going on
    static Found of(CellParts cell, int most, List<long[]> seeds, BitSet begun, BitSet undoing) {
        var spread = new Spread(cell);
        seeds.forEach(seed -> spread.addIf(true, seed));
        int followed = 0;
        while (followed < spread.states.size() && spread.states.size() <= most) {
            spread.follow(spread.states.get(followed), begun, undoing);
            followed++;
        }
        return new Found(spread.states, followed == spread.states.size());
    }

    private void follow(long[] state, BitSet begun, BitSet undoing) {
        for (int site = 0; site < cell.sites().size() && cell.world().hasWrites(); site++) {
            long[] next = state.clone();
            addIf(cell.world().write(site, next), next);
        }
        for (int edge = 0;
                edge < cell.world().shape().edges().size() && cell.world().hasWrites();
                edge++) {
            long[] next = state.clone();
            addIf(cell.world().deliver(edge, next), next);
        }
        begun.stream().forEach(part -> goOn(part, state));
        undoing.stream().forEach(part -> goBack(part, state));
    }

    private void goOn(int part, long[] state) {
        int level = cell.control().of(state, part);
        if (level == Control.DONE || !cell.mayBegin(part, state)) {
            return;
        }
        Act act = cell.acts().get(part);
        for (int way = 0; level == Control.PENDING && way < act.halves(); way++) {
            long[] next = state.clone();
            addIf(act.half(way, next), at(next, part, Control.HALF));
        }
        long[] next = state.clone();
        boolean ends = level == Control.PENDING ? act.apply(next) : act.complete(next);
        addIf(ends, at(next, part, Control.DONE));
    }

    private void goBack(int part, long[] state) {
        int level = cell.control().of(state, part);
        if (level == Control.PENDING
                || cell.parts().get(part).irreversible()
                || !cell.mayGoBack(part, state)) {
            return;
        }
        Act act = cell.acts().get(part);
        for (int way = 0; level != Control.HALF_UNDONE && way < act.undoHalves(); way++) {
            long[] next = state.clone();
            addIf(act.undoHalf(way, next), at(next, part, Control.HALF_UNDONE));
        }
        long[] next = state.clone();
        addIf(act.undo(next), at(next, part, Control.PENDING));
    }

    private long[] at(long[] state, int part, int level) {
        cell.control().set(state, part, level);
        return state;
    }

    private void addIf(boolean isReached, long[] state) {
        if (isReached && known.add(LongBuffer.wrap(state))) {
            states.add(state);
        }
    }
}
