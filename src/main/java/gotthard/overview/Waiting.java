package gotthard.overview;

import gotthard.graph.StepId;

import java.time.Instant;
import java.util.Optional;

/// A step that does not go on before somebody does something or a gate opens.
///
/// @param what what it waits for: `an approval by platform-lead`
/// @param releasedBy what to do, or what must come true
public record Waiting(StepId step, Optional<Instant> since, String what, String releasedBy) {}
