package gotthard.rehearsal;

import gotthard.graph.StepId;

import java.time.Duration;
import java.util.Set;

/// What happens to a coordinator.
sealed interface Plot {
    /// Nothing.
    record Spared() implements Plot {}

    /// It dies when it comes to a step of which it has not been told, before it touches it.
    record Until(Set<StepId> told) implements Plot {
        public Until {
            told = Set.copyOf(told);
        }
    }

    /// A step meets a fault.
    ///
    /// @param half how many of the step's acts are done where it stops halfway
    /// @param deadline of the step
    record At(StepId step, Fault fault, Way way, int half, Duration deadline) implements Plot {}
}
