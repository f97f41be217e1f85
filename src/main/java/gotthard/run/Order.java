package gotthard.run;

import gotthard.action.Before;
import gotthard.action.Checkpoint;
import gotthard.graph.StepId;

import java.time.Instant;
import java.util.Optional;

/// What the deciding thread tells the workers.
public sealed interface Order {
    /// One call of an action; its worker sends exactly one report.
    sealed interface Job extends Order {
        StepId step();

        /// With run and step it gives the key.
        int generation();

        /// When the job will be cancelled.
        Instant deadline();
    }

    /// Verifies before the first intent and, when it differs and nothing foreign is in the way, captures.
    record Look(StepId step, int generation, Instant deadline) implements Job {}

    record Apply(
            StepId step,
            int generation,
            Instant deadline,
            Before before,
            Optional<Checkpoint> resumedFrom)
            implements Job {}

    /// Verifies after an attempt, or looks how one ended.
    record Check(StepId step, int generation, Instant deadline, Optional<Checkpoint> resumedFrom)
            implements Job {}

    record Undo(
            StepId step,
            int generation,
            Instant deadline,
            Before before,
            Optional<Checkpoint> resumedFrom)
            implements Job {}

    record CheckRestored(StepId step, int generation, Instant deadline, Before before)
            implements Job {}

    /// Removes what is kept for the way back.
    record Collect(StepId step, int generation, Instant deadline) implements Job {}

    /// Interrupts the step's job, which still reports.
    record Cancel(StepId step) implements Order {}

    /// What carried this ticket is durable.
    record Confirm(long ticket) implements Order {}
}
