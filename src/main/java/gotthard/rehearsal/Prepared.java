package gotthard.rehearsal;

import gotthard.graph.Assembled;
import gotthard.graph.StepId;

import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SortedMap;

/// A plan that was carried out undisturbed, and what there was on the way.
///
/// @param moments how the ground was before each step that changes something, in the order in which they came
/// @param acts how many acts the sites were asked for by each step
/// @param before everything at the sites before the plan
/// @param end everything at the sites after it
/// @param ground after the plan
/// @param alike writes names of the plan's run alike
/// @param spots what can be seen of the cells
record Prepared(
        Assembled plan,
        Word word,
        SequencedMap<StepId, Ground> moments,
        Map<StepId, Integer> acts,
        SortedMap<String, String> before,
        SortedMap<String, String> end,
        Ground ground,
        Names alike,
        Eyes eyes,
        List<Spot> spots) {}
