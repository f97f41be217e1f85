package gotthard.journal;

import gotthard.action.Difference;
import gotthard.action.Evidence;
import gotthard.action.Failure;
import gotthard.inventory.PersonName;

import java.time.Instant;
import java.util.List;

/// Where a step stands, as replayed.
public sealed interface StepState {
    /// Nothing has happened yet, or all of it was undone in an earlier generation.
    record Pending() implements StepState {}

    /// An attempt has an intent and no end.
    record Running(Instant since) implements StepState {}

    /// The attempt ended well and is not verified yet.
    record Applied(Instant since) implements StepState {}

    /// It is as wanted.
    ///
    /// @param seq the sequence number of the verification
    record Verified(Instant at, long seq, Evidence evidence) implements StepState {}

    /// It was verified; a later look found it changed.
    record Stale(Instant at, List<Difference> differences) implements StepState {}

    record Held(Hold hold) implements StepState {}

    /// The run goes on without it, because somebody asked for that: nothing shows that it is as wanted.
    record Skipped(Instant at, PersonName by, String why) implements StepState {}

    /// It was put right by hand, and that was verified or waived.
    ///
    /// @param seq the sequence number of what it counts by
    record Resolved(Instant at, long seq, Resolution how) implements StepState {}

    /// An attempt, or its verification, failed.
    ///
    /// @param forGood no attempt is left
    record Failed(Instant at, Failure failure, boolean forGood) implements StepState {}

    /// It is not known how the attempt ended.
    record Unknown(Failure failure) implements StepState {}

    record RollingBack(Instant since) implements StepState {}

    /// Undone and verified to be.
    record RolledBack(Instant at) implements StepState {}

    record RollbackFailed(Failure failure) implements StepState {}
}
