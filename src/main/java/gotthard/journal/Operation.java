package gotthard.journal;

import gotthard.graph.StepId;
import gotthard.inventory.PersonName;

import java.time.Instant;
import java.util.Optional;

/// What an operator asks of a run, live or not. It lies in the inbox until the run's own loop accepts or refuses it.
public sealed interface Operation extends Request {
    /// Start nothing further, of the run or of one step; what runs goes on. It stands until somebody resumes it.
    record Pause(PersonName by, Optional<StepId> step, String why) implements Operation {}

    /// Lift a pause.
    record Resume(PersonName by, Optional<StepId> step) implements Operation {}

    /// Take a step up again that failed, is held or was skipped; under the same key.
    record Retry(PersonName by, StepId step) implements Operation {}

    /// Go on without a step. Nothing shows then that it is as wanted.
    record Skip(PersonName by, StepId step, String why) implements Operation {}

    /// End the run for good, and leave what it did.
    record Cancel(PersonName by, String why) implements Operation {}

    /// Undo a step with all that depends on it.
    record RollbackStep(PersonName by, StepId step, String why) implements Operation {}

    /// A step was put right by hand. What is claimed is verified, or else waived.
    ///
    /// @param evidence the file that shows it
    /// @param waiver what stands in for the verification, signed
    record Resolve(
            PersonName by,
            StepId step,
            Claim claim,
            String why,
            Optional<Exhibit> evidence,
            Optional<Waiver> waiver)
            implements Operation {}

    /// How a step is said to stand.
    enum Claim {
        /// As it wants it.
        APPLIED,
        /// As before its first change, so that it can be done afresh.
        ABSENT
    }

    /// A file that somebody keeps; the journal keeps its name and digest.
    ///
    /// @param sha256 in hexadecimal
    record Exhibit(String name, String sha256) {}

    /// Who answers for going on without a verification, and until when.
    ///
    /// @param envelope the signed statement
    record Waiver(Instant until, String envelope) {}
}
