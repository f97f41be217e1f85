package gotthard.proof;

import gotthard.policy.Reading;
import gotthard.world.Layout;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Judges a clause in the states of a slice. Of each state it takes the bits that the clause looks at, and asks the rule once for each
/// pattern of them.
final class ClauseWatch {
    /// After the numbers of the sites of a reading, in a code.
    private static final int NO_MORE = -2;

    private final ClauseCells cells;
    private final int number;
    private final List<Integer> positions;
    private final boolean[] holdsOn;
    private final int[] fields;
    private final Map<Long, Boolean> known = new HashMap<>();

    private ClauseWatch(ClauseCells cells, int number, List<Integer> positions, boolean[] holdsOn) {
        this.cells = cells;
        this.number = number;
        this.positions = positions;
        this.holdsOn = holdsOn;
        fields = fields();
    }

    /// @param number the same for clauses of the same rule
    static ClauseWatch of(Clause clause, int number, Slice slice) {
        Model model = slice.parts().model();
        List<Integer> positions = new ArrayList<>();
        for (var id : clause.cells()) {
            for (int place = 0; place < slice.worlds().size(); place++) {
                if (slice.worlds().get(place).shape().cell().id().equals(id)) {
                    positions.add(place);
                }
            }
        }
        return new ClauseWatch(
                new ClauseCells(clause, positions.stream().map(slice.worlds()::get).toList()),
                number,
                positions,
                holdsOn(clause, model.days()));
    }

    /// By number of the day.
    static boolean[] holdsOn(Clause clause, List<LocalDate> days) {
        boolean[] holdsOn = new boolean[days.size()];
        for (int day = 0; day < holdsOn.length; day++) {
            holdsOn[day] = clause.rule().validity().holdsOn(days.get(day));
        }
        return holdsOn;
    }

    /// Whether days make a difference to it.
    static boolean varies(Clause clause, List<LocalDate> days) {
        boolean[] holdsOn = holdsOn(clause, days);
        for (boolean holds : holdsOn) {
            if (holds != holdsOn[0]) {
                return true;
            }
        }
        return false;
    }

    private int[] fields() {
        Set<Integer> found = new LinkedHashSet<>();
        for (int position = 0; position < positions.size(); position++) {
            found.addAll(cells.fields(position));
        }
        return found.stream().mapToInt(Integer::intValue).toArray();
    }

    /// How many bits of a state it looks at.
    int bits() {
        int bits = 0;
        for (int field : fields) {
            bits += Layout.bits(field);
        }
        return bits;
    }

    /// What makes a difference to slices that are alike: the rule, the sites that it looks at by their numbers, the days.
    List<Integer> code(boolean hasDays) {
        List<Integer> all = new ArrayList<>();
        for (Reading reading : cells.clause().rule().that().footprint()) {
            var shape = cells.worlds().get(cells.position(reading)).shape();
            cells.sites(reading).forEach(site -> all.add(shape.site(site)));
            all.add(NO_MORE);
        }
        all.add(number);
        all.addAll(positions);
        for (int day = 0; day < (hasDays ? holdsOn.length : 1); day++) {
            all.add(holdsOn[day] ? 1 : 0);
        }
        return all;
    }

    /// Whether a state breaks it, and does so for this cell of the slice.
    boolean isBroken(int cell, int day, long[] state) {
        if (cell != positions.getFirst() || !holdsOn[day]) {
            return false;
        }
        long bits = 0;
        for (int field : fields) {
            bits = bits << Layout.bits(field) | Layout.get(state, field);
        }
        Boolean holds = known.get(bits);
        if (holds == null) {
            holds = cells.holds(_ -> state);
            known.put(bits, holds);
        }
        return !holds;
    }
}
