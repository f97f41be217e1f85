package gotthard.proof;

import gotthard.world.Effect;

import java.util.Optional;

/// What a step does to one cell by one of its effects; of a step without effects, the step.
///
/// @param cell index of the cell in the model; -1 where it has none
/// @param irreversible whether nothing undoes it
record Part(int step, int cell, Optional<Effect> effect, boolean irreversible) {}
