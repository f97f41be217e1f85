package gotthard.proof;

import gotthard.inventory.SiteName;
import gotthard.world.Act;
import gotthard.world.CellId;
import gotthard.world.CellWorld;
import gotthard.world.Layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// One cell by itself, with all that a plan's steps do to it; and where a packed state of it says how far each part is.
///
/// @param acts what each part does
/// @param ofStep the parts of each step, in their order
/// @param words how many longs a state takes
record CellParts(
        CellWorld world,
        Control control,
        List<Part> parts,
        List<Act> acts,
        Map<Integer, List<Integer>> ofStep,
        int words) {
    static final int NONE = -1;

    static CellParts of(Parts all, int cell) {
        var layout = new Layout(0);
        var shape = all.shape(cell);
        Scope scope = isVerificationRead(all, cell) ? Scope.TOLD : Scope.ALL;
        var world = new CellWorld(shape, scope.variables(shape), layout);
        List<Part> parts = all.ofCell(cell).stream().map(all::part).toList();
        var control = new Control(parts.size(), layout.words());
        Map<Integer, List<Integer>> ofStep = new HashMap<>();
        for (int part = 0; part < parts.size(); part++) {
            ofStep.computeIfAbsent(parts.get(part).step(), _ -> new ArrayList<>()).add(part);
        }
        return new CellParts(
                world,
                control,
                parts,
                parts.stream()
                        .map(part -> world.act(part.effect().orElseThrow(), part.turn()))
                        .toList(),
                ofStep,
                layout.words() + control.words());
    }

    private static boolean isVerificationRead(Parts all, int cell) {
        CellId id = all.model().cells().get(cell).id();
        return all.model().clauses().stream()
                .filter(clause -> clause.cells().contains(id))
                .anyMatch(clause -> new Looks(clause).readsVerifications());
    }

    List<SiteName> sites() {
        return world.shape().sites();
    }

    List<Integer> of(int step) {
        return ofStep.getOrDefault(step, List.of());
    }

    /// Whether what the same step does before a part is done.
    boolean mayBegin(int part, long[] state) {
        int before = neighbour(part, -1);
        return before == NONE || control.of(state, before) == Control.DONE;
    }

    /// Whether what the same step does after a part is undone.
    boolean mayGoBack(int part, long[] state) {
        int after = neighbour(part, 1);
        return after == NONE || control.of(state, after) == Control.PENDING;
    }

    private int neighbour(int part, int by) {
        int other = part + by;
        boolean isSame =
                other >= 0
                        && other < parts.size()
                        && parts.get(other).step() == parts.get(part).step();
        return isSame ? other : NONE;
    }
}
