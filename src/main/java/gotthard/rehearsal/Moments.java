package gotthard.rehearsal;

import gotthard.graph.StepId;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/// How the ground was before each step was carried out, or undone, undisturbed.
///
/// @param grounds in the order in which the steps came
/// @param acts how many acts the sites were asked for by each step
record Moments(SequencedMap<StepId, Ground> grounds, Map<StepId, Integer> acts) {
    static final Moments NONE = new Moments(new LinkedHashMap<>(), Map.of());

    Moments {
        grounds = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(grounds));
        acts = Map.copyOf(new HashMap<>(acts));
    }
}
