package gotthard.journal;

import gotthard.graph.StepId;
import gotthard.inventory.PersonName;

import java.time.Instant;

/// What somebody asks of a running run. It lies in the inbox until the run's own loop accepts or refuses it.
public sealed interface Request {
    PersonName by();

    record Approve(StepId step, PersonName by, Instant at, String comment) implements Request {}

    /// Undo all, or a step with what depends on it.
    record Rollback(PersonName by, String why) implements Request {}

    /// Start nothing further.
    record Stop(PersonName by, String why) implements Request {}
}
