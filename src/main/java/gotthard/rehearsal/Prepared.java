package gotthard.rehearsal;

import gotthard.graph.Assembled;

import java.util.List;
import java.util.SortedMap;

/// A plan that was carried out undisturbed, and undone again, and what there was on the way.
///
/// @param before everything at the sites before the plan
/// @param end everything at the sites after it
/// @param ground after the plan
/// @param alike writes names of the plan's run alike
/// @param spots what can be seen of the cells
record Prepared(
        Assembled plan,
        Word word,
        Moments forward,
        Moments back,
        SortedMap<String, String> before,
        SortedMap<String, String> end,
        Ground ground,
        Names alike,
        Eyes eyes,
        List<Spot> spots) {
    Moments moments(Direction direction) {
        return switch (direction) {
            case FORWARD -> forward;
            case BACK -> back;
        };
    }
}
