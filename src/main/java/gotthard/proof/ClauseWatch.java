package gotthard.proof;

import gotthard.inventory.SiteName;
import gotthard.policy.Quantity;
import gotthard.policy.Reading;
import gotthard.world.CellWorld;
import gotthard.world.Layout;
import gotthard.world.Level;
import gotthard.world.Variable;

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
    private final Clause clause;
    private final int number;
    private final List<Integer> positions;
    private final List<CellWorld> worlds;
    private final boolean[] holdsOn;
    private final int[] fields;
    private final List<Integer> code = new ArrayList<>();
    private final Map<Long, Boolean> known = new HashMap<>();

    private ClauseWatch(
            Clause clause,
            int number,
            List<Integer> positions,
            List<CellWorld> worlds,
            boolean[] holdsOn) {
        this.clause = clause;
        this.number = number;
        this.positions = positions;
        this.worlds = worlds;
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
                clause,
                number,
                positions,
                positions.stream().map(slice.worlds()::get).toList(),
                holdsOn(clause, model.days()));
    }

    /// By number of the day.
    static boolean[] holdsOn(Clause clause, List<LocalDate> days) {
        boolean[] holdsOn = new boolean[days.size()];
        for (int day = 0; day < holdsOn.length; day++) {
            holdsOn[day] = clause.rule().holdsOn(days.get(day));
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
        for (Reading reading : clause.rule().that().footprint()) {
            CellWorld world = worlds.get(clause.rule().names().indexOf(reading.cell()));
            List<SiteName> sites = world.shape().sites();
            for (SiteName site : reading.at().map(List::of).orElse(sites)) {
                int at = sites.indexOf(site);
                code.add(at);
                for (Variable variable :
                        at < 0 ? Set.<Variable>of() : Looks.variables(reading.what())) {
                    found.addAll(world.fields(at, variable));
                }
            }
            code.add(-2);
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
        List<Integer> all = new ArrayList<>(code);
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
            holds = clause.rule().that().holds((name, what, at) -> level(name, what, at, state));
            known.put(bits, holds);
        }
        return !holds;
    }

    private Level level(String name, Quantity what, SiteName at, long[] state) {
        CellWorld world = worlds.get(clause.rule().names().indexOf(name));
        int site = world.shape().site(at);
        return site < 0 ? Level.NONE : what.of(world.holding(site, state));
    }
}
