package gotthard.overview;

import gotthard.graph.StepId;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A step on which others rely though nothing showed that it is as wanted.
///
/// @param how `skipped`, `waived`, or `waiver ended`
/// @param what the step would have done
/// @param found what the last look at it found, where there was one
/// @param until when the waiver ends, or ended
/// @param reliedOnBy what depends on it directly
public record Unproven(
        StepId step,
        String how,
        String what,
        String by,
        String why,
        Instant since,
        Optional<String> found,
        Optional<Instant> until,
        List<StepId> reliedOnBy) {
    public Unproven {
        reliedOnBy = List.copyOf(reliedOnBy);
    }
}
