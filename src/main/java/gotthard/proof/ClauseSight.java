package gotthard.proof;

import gotthard.world.Layout;

import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;

/// Judges a clause in all that may be so of its cells. What a cell may be like depends on no other, so that each way of the one may come
/// with each of the other. The rule is asked once for each pattern of what it looks at.
final class ClauseSight {
    private final ClauseCells cells;
    private final List<Integer> numbers;
    private final List<long[]> masks = new ArrayList<>();
    private final Map<List<LongBuffer>, Boolean> known = new ConcurrentHashMap<>();

    /// @param numbers of its cells in the model
    /// @param all the cells of the model
    ClauseSight(Clause clause, List<Integer> numbers, List<CellParts> all) {
        this.numbers = numbers;
        cells =
                new ClauseCells(
                        clause, numbers.stream().map(all::get).map(CellParts::world).toList());
        for (int position = 0; position < numbers.size(); position++) {
            long[] mask = new long[all.get(numbers.get(position)).words()];
            cells.fields(position).forEach(field -> Layout.set(mask, field, -1));
            masks.add(mask);
        }
    }

    Clause clause() {
        return cells.clause();
    }

    /// Whether some of what may be so breaks it.
    ///
    /// @param worlds by the number of the cell in the model
    boolean isBroken(IntFunction<Worlds> worlds) {
        List<List<LongBuffer>> ways = new ArrayList<>();
        ways.add(List.of());
        for (int position = 0; position < numbers.size(); position++) {
            Set<LongBuffer> patterns = patterns(position, worlds.apply(numbers.get(position)));
            List<List<LongBuffer>> longer = new ArrayList<>();
            for (List<LongBuffer> way : ways) {
                for (LongBuffer pattern : patterns) {
                    var more = new ArrayList<>(way);
                    more.add(pattern);
                    longer.add(more);
                }
            }
            ways = longer;
        }
        return !ways.stream().allMatch(way -> known.computeIfAbsent(way, this::holds));
    }

    private boolean holds(List<LongBuffer> way) {
        return cells.holds(position -> way.get(position).array());
    }

    private Set<LongBuffer> patterns(int position, Worlds worlds) {
        long[] mask = masks.get(position);
        Set<LongBuffer> patterns = new LinkedHashSet<>();
        for (long[] state : worlds.states()) {
            long[] pattern = new long[mask.length];
            for (int word = 0; word < mask.length; word++) {
                pattern[word] = state[word] & mask[word];
            }
            patterns.add(LongBuffer.wrap(pattern));
        }
        return patterns;
    }
}
