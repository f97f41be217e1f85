package gotthard.proof;

import gotthard.world.Effect;

import java.util.Optional;

/// What a step does to one cell by one of its effects; of a step without effects, the step.
///
/// @param cell index of the cell in the model; -1 where it has none
/// @param turn which one it is of those parts of the model that have the same effect
/// @param irreversible whether nothing undoes it
record Part(int step, int cell, Optional<Effect> effect, int turn, boolean irreversible) {}
