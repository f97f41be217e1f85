package gotthard.policy;

import gotthard.problem.Place;
import gotthard.world.Effect;

/// An effect that is to be judged.
///
/// @param place where the plan asks for it
/// @param phrase who asks, as the subject of a sentence: `step "files[zurich-1]"`
public record Asked(Effect effect, Place place, String phrase) {}
