package gotthard.rehearsal;

import gotthard.graph.StepId;
import gotthard.plan.PlanName;
import gotthard.world.Level;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One fault at one step, and what came of it.
///
/// @param shown how much of each cell was at each site at the fault; empty where it did not happen
public record Tried(
        PlanName plan,
        Direction direction,
        StepId step,
        Fault fault,
        Way way,
        Map<Spot, Level> shown,
        Outcome outcome) {
    public Tried {
        shown = Collections.unmodifiableMap(new LinkedHashMap<>(shown));
    }

    /// What came of it.
    public sealed interface Outcome {
        /// All was as the model says.
        record Held() implements Outcome {}

        /// Something was not.
        ///
        /// @param kept the folder in which the sites were left
        record Differed(List<Difference> differences, String kept) implements Outcome {
            public Differed {
                differences = List.copyOf(differences);
            }
        }

        /// The fault can't happen there.
        record Impossible(String why) implements Outcome {}
    }
}
