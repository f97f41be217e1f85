package gotthard.proof;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Explores slices, those that are alike once, and counts what it does.
final class Explorer {
    private final Reductions reductions;
    private final Map<List<Integer>, Explored> known = new HashMap<>();
    private long states;
    private long transitions;
    private int slices;
    private int distinct;

    Explorer(Reductions reductions) {
        this.reductions = reductions;
    }

    /// Everything that can happen in a slice; with faults until what is wanted of each cell is found, where that is not empty.
    Explored explore(Slice slice, boolean hasFaults, Limits limits, int... wanted) {
        slices++;
        if (!reductions.sharesAlike()) {
            return search(slice, hasFaults, limits, wanted);
        }
        List<Integer> key = new ArrayList<>(SliceCode.of(slice));
        key.add(hasFaults ? 1 : 0);
        key.add(Long.hashCode(limits.states()));
        for (int bits : wanted) {
            key.add(bits);
        }
        Explored found = known.get(key);
        if (found == null) {
            found = search(slice, hasFaults, limits, wanted);
            known.put(key, found);
        }
        return found;
    }

    private Explored search(Slice slice, boolean hasFaults, Limits limits, int... wanted) {
        distinct++;
        var search = new Search(slice, limits, hasFaults, reductions.fuses()).until(wanted);
        var explored = Explored.of(search, search.explore(), slice.worlds().size());
        states += explored.states();
        transitions += explored.transitions();
        return explored;
    }

    Proof.Effort effort() {
        return new Proof.Effort(states, transitions, slices, distinct);
    }
}
