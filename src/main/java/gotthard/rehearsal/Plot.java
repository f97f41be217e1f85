package gotthard.rehearsal;

import gotthard.graph.StepId;

import java.time.Duration;
import java.util.Set;

/// What happens to a coordinator.
sealed interface Plot {
    /// Nothing.
    record Spared() implements Plot {}

    /// It dies when it comes to a step of which it has not been told, before it changes anything for it.
    record Until(Direction direction, Set<StepId> told) implements Plot {
        public Until {
            told = Set.copyOf(told);
        }
    }

    /// A step meets a fault.
    ///
    /// @param half how many of the step's acts are done where it stops halfway
    /// @param deadline of the step
    /// @param dies whether the coordinator dies, where it is told that the deadline has passed
    record At(
            Direction direction,
            StepId step,
            Fault fault,
            int half,
            Duration deadline,
            boolean dies)
            implements Plot {}
}
