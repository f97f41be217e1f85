package gotthard.proof;

import gotthard.world.Invariant;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What came out of the exploration of one slice.
///
/// @param broken for each cell, and at last for the plan, the invariants that can be broken, as bits
/// @param paths for each cell, and at last for the plan, and each invariant the moves that lead there
/// @param limit which limit was reached, if one was
/// @param isEndSeen whether all can be done
/// @param isObstructed whether something was refused until another step came
record Explored(
        List<Integer> broken,
        List<Map<Invariant, List<Integer>>> paths,
        Optional<String> limit,
        boolean isEndSeen,
        boolean isObstructed,
        long states,
        long transitions) {

    static Explored of(Search search, Optional<String> limit, int cells) {
        List<Integer> broken = new ArrayList<>();
        List<Map<Invariant, List<Integer>>> paths = new ArrayList<>();
        for (int place = 0; place <= cells; place++) {
            int cell = place < cells ? place : Findings.NONE;
            broken.add(search.findings().broken(cell));
            Map<Invariant, List<Integer>> found = new HashMap<>();
            for (Invariant invariant : Invariant.values()) {
                if (search.findings().has(cell, invariant)) {
                    found.put(invariant, search.findings().path(cell, invariant, search.states()));
                }
            }
            paths.add(found);
        }
        return new Explored(
                broken,
                paths,
                limit,
                search.isEndSeen(),
                search.isObstructed(),
                search.states().count(),
                search.transitions());
    }
}
