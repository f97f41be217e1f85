package gotthard.journal;

import gotthard.action.Before;
import gotthard.action.Checkpoint;
import gotthard.action.Difference;
import gotthard.action.Failure;
import gotthard.action.Outcome;
import gotthard.action.Verdict;
import gotthard.graph.StepId;

import java.time.Instant;
import java.util.Optional;

/// What the journal knows of one step.
///
/// @param generation from 1; rises with each verified rollback
/// @param attempts intents in this generation
/// @param undoAttempts undo intents in this generation
/// @param touched whether this generation has an intent that is not undone: undoing the run must undo this step
/// @param before what the generation's first intent captured
/// @param started the first intent of all
/// @param ended the last change of state
public record StepRecord(
        StepId id,
        StepState state,
        int generation,
        int attempts,
        int undoAttempts,
        boolean touched,
        Optional<Before> before,
        Optional<Checkpoint> checkpoint,
        Optional<Instant> started,
        Optional<Instant> ended) {
    static StepRecord fresh(StepId id) {
        return new StepRecord(
                id,
                new StepState.Pending(),
                1,
                0,
                0,
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /// Whether a verification showed that it is as wanted.
    public boolean isVerified() {
        return state instanceof StepState.Verified;
    }

    /// Whether what depends on this step may go on: it is verified, or a person answers for it.
    public boolean isSettled() {
        return state instanceof StepState.Verified
                || state instanceof StepState.Skipped
                || state instanceof StepState.Resolved;
    }

    private boolean isHeld() {
        return state instanceof StepState.Held;
    }

    StepRecord after(Entry entry, Event.OfStep event) {
        Instant at = entry.at();
        return switch (event) {
            case Event.StepFoundRight(_, var evidence) ->
                    in(new StepState.Verified(at, entry.seq(), evidence), at);
            case Event.StepIntended intended -> intended(intended, at);
            case Event.StepCheckpointed(_, var checkpoint) -> at(checkpoint);
            case Event.StepKept _, Event.StepCollected _, Event.StepRecovered _ -> this;
            case Event.StepEnded(_, var outcome) -> in(ended(outcome, at), at);
            case Event.StepVerified(_, var verdict) -> in(verified(verdict, entry), at);
            case Event.StepGivenUp _ -> in(givenUp(at), at);
            case Event.StepHeld(_, var hold) ->
                    in(new StepState.Held(hold), isHeld() ? ended.orElse(at) : at);
            case Event.StepReleased _ -> in(new StepState.Pending(), at);
            case Event.StepApproved(_, var approvals) -> in(approved(approvals.size(), entry), at);
            case Event.StepSkipped(_, var by, var why) ->
                    in(new StepState.Skipped(at, by, why), at);
            case Event.StepResolved(_, var claim, var how) -> resolved(claim, how, entry);
            case Event.StepClaimRefused _ -> this;
            case Event.StepWaiverEnded _ -> in(waiverEnded(at), at);
            case Event.StepUndoIntended(_, var attempt) -> undoing(attempt, at);
            case Event.StepUndone(_, var outcome) -> in(undone(outcome), at);
            case Event.StepRestored(_, var verdict) -> restored(verdict, at);
        };
    }

    /// As if nothing had been seen of it; what it changed is remembered.
    StepRecord unseen() {
        return new StepRecord(
                id,
                new StepState.Pending(),
                generation,
                attempts,
                undoAttempts,
                touched,
                before,
                checkpoint,
                started,
                ended);
    }

    private StepRecord in(StepState next, Instant at) {
        return new StepRecord(
                id,
                next,
                generation,
                attempts,
                undoAttempts,
                touched,
                before,
                checkpoint,
                started,
                Optional.of(at));
    }

    private StepRecord at(Checkpoint reached) {
        return new StepRecord(
                id,
                state,
                generation,
                attempts,
                undoAttempts,
                touched,
                before,
                Optional.of(reached),
                started,
                ended);
    }

    private StepRecord intended(Event.StepIntended event, Instant at) {
        return new StepRecord(
                id,
                new StepState.Running(at),
                event.generation(),
                event.attempt(),
                0,
                true,
                Optional.of(event.before()),
                checkpoint,
                Optional.of(started.orElse(at)),
                ended);
    }

    private static StepState ended(Outcome outcome, Instant at) {
        return switch (outcome) {
            case Outcome.Changed _, Outcome.AlreadyDone _ -> new StepState.Applied(at);
            case Outcome.Failed(var failure) -> new StepState.Failed(at, failure, false);
            case Outcome.Unclear(var failure) -> new StepState.Unknown(failure);
        };
    }

    private StepState verified(Verdict verdict, Entry entry) {
        return switch (verdict) {
            case Verdict.Holds(var evidence) ->
                    new StepState.Verified(entry.at(), entry.seq(), evidence);
            case Verdict.Differs _ when isWaived() -> state;
            case Verdict.Differs(var differences) ->
                    wasVerified()
                            ? new StepState.Stale(entry.at(), differences)
                            : new StepState.Failed(
                                    entry.at(),
                                    verificationFailed(differences.size(), differences.getFirst()),
                                    false);
            case Verdict.Underway _ -> new StepState.Running(entry.at());
            case Verdict.Unreadable(var failure) ->
                    wasVerified() || isWaived() ? state : new StepState.Unknown(failure);
        };
    }

    private boolean wasVerified() {
        return switch (state) {
            case StepState.Verified _, StepState.Stale _ -> true;
            case StepState.Resolved(_, _, var how) ->
                    how.basis() instanceof Resolution.Basis.Verified;
            case StepState.Pending _,
                    StepState.Running _,
                    StepState.Applied _,
                    StepState.Held _,
                    StepState.Skipped _,
                    StepState.Failed _,
                    StepState.Unknown _,
                    StepState.RollingBack _,
                    StepState.RolledBack _,
                    StepState.RollbackFailed _ ->
                    false;
        };
    }

    private boolean isWaived() {
        return state instanceof StepState.Resolved(_, _, var how)
                && how.basis() instanceof Resolution.Basis.Waived;
    }

    private StepRecord resolved(Operation.Claim claim, Resolution how, Entry entry) {
        return switch (claim) {
            case APPLIED -> in(new StepState.Resolved(entry.at(), entry.seq(), how), entry.at());
            case ABSENT -> undone(entry.at());
        };
    }

    private StepState waiverEnded(Instant at) {
        return state instanceof StepState.Resolved(_, _, var how)
                ? new StepState.Held(new Hold.WaiverEnded(how.by().value(), at))
                : state;
    }

    private static Failure verificationFailed(int count, Difference first) {
        return Failure.transientFailure(
                "the verification found "
                        + count
                        + (count == 1 ? " difference: " : " differences, first ")
                        + first,
                "look at the differences with `gotthard status`");
    }

    private StepState givenUp(Instant at) {
        return switch (state) {
            case StepState.Failed(_, var failure, _) -> new StepState.Failed(at, failure, true);
            case StepState.Unknown(var failure) -> new StepState.Failed(at, failure, true);
            case StepState.RollbackFailed _,
                    StepState.Pending _,
                    StepState.Running _,
                    StepState.Applied _,
                    StepState.Verified _,
                    StepState.Stale _,
                    StepState.Held _,
                    StepState.Skipped _,
                    StepState.Resolved _,
                    StepState.RollingBack _,
                    StepState.RolledBack _ ->
                    state;
        };
    }

    private static StepState approved(int approvals, Entry entry) {
        return new StepState.Verified(
                entry.at(),
                entry.seq(),
                gotthard.action.Evidence.of(
                        approvals, approvals == 1 ? "1 approval" : approvals + " approvals"));
    }

    private StepRecord undoing(int attempt, Instant at) {
        return new StepRecord(
                id,
                new StepState.RollingBack(at),
                generation,
                attempts,
                attempt,
                touched,
                before,
                attempt == 1 ? Optional.empty() : checkpoint,
                started,
                Optional.of(at));
    }

    private StepState undone(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Changed _, Outcome.AlreadyDone _ -> state;
            case Outcome.Failed(var failure) -> new StepState.RollbackFailed(failure);
            case Outcome.Unclear(var failure) -> new StepState.RollbackFailed(failure);
        };
    }

    private StepRecord undone(Instant at) {
        return new StepRecord(
                id,
                new StepState.RolledBack(at),
                generation + 1,
                0,
                0,
                false,
                Optional.empty(),
                Optional.empty(),
                started,
                Optional.of(at));
    }

    private StepRecord restored(Verdict verdict, Instant at) {
        return switch (verdict) {
            case Verdict.Holds _ -> undone(at);
            case Verdict.Differs(var differences) ->
                    in(
                            new StepState.RollbackFailed(
                                    verificationFailed(differences.size(), differences.getFirst())),
                            at);
            case Verdict.Underway _ -> this;
            case Verdict.Unreadable(var failure) -> in(new StepState.RollbackFailed(failure), at);
        };
    }
}
