package gotthard.proof.reference;

import gotthard.proof.Happening;

import java.util.List;
import java.util.Map;

/// All that can be broken.
///
/// @param stories for each violation a shortest one
/// @param reachesEnd whether everything can be done
record Exploration(Map<Violation, List<Happening>> stories, int states, boolean reachesEnd) {
    boolean isSafe() {
        return stories.isEmpty() && reachesEnd;
    }
}
