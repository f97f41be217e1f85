package gotthard.overview;

import gotthard.graph.StepId;

import java.time.Instant;
import java.util.Optional;

/// A step that does not go on before somebody does something or a gate opens.
///
/// @param owner whose it is to release it: the roles or the person that it waits for, otherwise who answers for the plan; empty where neither is known
/// @param what what it waits for: `an approval by platform-lead`
/// @param releasedBy what to do, or what must come true
public record Waiting(
        Origin origin,
        Optional<Instant> since,
        Optional<String> owner,
        String what,
        String releasedBy) {
    public StepId step() {
        return origin.step();
    }
}
