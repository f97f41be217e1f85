package gotthard.graph;

import gotthard.action.Work;
import gotthard.plan.OnFailure;
import gotthard.problem.Place;

import java.time.Duration;
import java.util.Set;

/// One compiled step.
///
/// @param kind the name of its kind, such as `files.copy`
/// @param version of its kind
/// @param deadline how long one attempt may take
/// @param attempts how often it is tried before it counts as failed, at least 1
/// @param inputs SHA-256, in hexadecimal, over kind, version and parameters after `${}`: equal inputs, equal step
public record Step(
        StepId id,
        String kind,
        int version,
        Set<StepId> needs,
        Work.Single work,
        OnFailure onFailure,
        Duration deadline,
        int attempts,
        Place place,
        String inputs) {
    public Step {
        needs = Set.copyOf(needs);
    }
}
