package gotthard.overview;

import gotthard.graph.StepId;
import gotthard.journal.RunId;

import java.util.OptionalLong;

/// Where a number comes from.
///
/// @param entry the number of the journal's entry that the step's present stage rests on; empty before anything happened to it
public record Origin(RunId run, StepId step, OptionalLong entry) {}
