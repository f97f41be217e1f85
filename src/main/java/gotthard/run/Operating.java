package gotthard.run;

import gotthard.action.Before;
import gotthard.action.Failure;
import gotthard.action.Verdict;
import gotthard.graph.StepId;
import gotthard.journal.Event;
import gotthard.journal.Hold;
import gotthard.journal.Operation;
import gotthard.journal.Resolution;
import gotthard.journal.StepRecord;
import gotthard.journal.StepState;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/// Does what operators asked, and looks whether what they claim is so.
final class Operating {
    private final Draft draft;
    private final Backward backward;
    private final Readiness readiness;

    Operating(Draft draft, Backward backward) {
        this.draft = draft;
        this.backward = backward;
        readiness = new Readiness(draft);
    }

    /// Does what an accepted request asks for beyond what stands in the journal now.
    void take(Operation operation) {
        switch (operation) {
            case Operation.Pause _, Operation.Cancel _, Operation.Resolve _ -> {}
            case Operation.Resume(_, var step) -> step.ifPresent(this::takeUp);
            case Operation.Retry(_, var step) -> retry(step);
            case Operation.Skip(var by, var step, var why) -> {
                draft.record(new Event.StepSkipped(step, by, why));
                settled(step);
            }
            case Operation.RollbackStep(_, var step, _) -> backward.turnPart(step);
        }
    }

    private void retry(StepId id) {
        StepState state = draft.step(id).state();
        boolean wasSettled = draft.step(id).isSettled();
        if (!(state instanceof StepState.Unknown)) {
            draft.record(new Event.StepReleased(id));
        }
        if (wasSettled) {
            readiness.withdrawn(id);
        }
        forgive(id);
        thawUnlessFailed();
        takeUp(id);
    }

    /// Takes a step up as if this process had never seen it.
    private void forgive(StepId id) {
        draft.note(id, Trail.NONE.forgiving(draft.step(id).attempts()));
    }

    private void takeUp(StepId id) {
        StepRecord record = draft.step(id);
        if (draft.way() == Way.FORWARD
                && draft.course().has(id)
                && !record.isSettled()
                && (draft.awaits(id) == 0 || Attempts.isOpen(record))) {
            readiness.arrive(id);
        }
    }

    private void settled(StepId id) {
        thawUnlessFailed();
        readiness.verified(id);
    }

    /// What failed for good, or is not as predicted, keeps the others from starting, until none is left.
    private void thawUnlessFailed() {
        boolean isBarred =
                draft.isFrozen()
                        && draft.course().steps().stream()
                                .map(step -> draft.step(step.id()).state())
                                .anyMatch(Operating::bars);
        if (!isBarred) {
            draft.thaw();
        }
    }

    private static boolean bars(StepState state) {
        boolean hasFailed = state instanceof StepState.Failed(_, _, var forGood) && forGood;
        return hasFailed || state instanceof StepState.Held(Hold.Deviates _);
    }

    boolean isClaimed(StepId id) {
        return draft.way() == Way.FORWARD && draft.run().operations().claims().containsKey(id);
    }

    /// Looks at what is claimed, as soon as slots are free; also where nothing else is started.
    void checkClaims() {
        if (draft.way() != Way.FORWARD
                || (draft.stop().isPresent() && !draft.rest().isAttending())) {
            return;
        }
        for (Operation.Resolve claim : List.copyOf(draft.run().operations().claims().values())) {
            StepId id = claim.step();
            if (draft.flights().containsKey(id) || !draft.areFree(id)) {
                continue;
            }
            StepRecord record = draft.step(id);
            Instant deadline = draft.deadline(id);
            draft.launch(
                    switch (claim.claim()) {
                        case APPLIED ->
                                new Order.Check(
                                        id, record.generation(), deadline, record.checkpoint());
                        case ABSENT ->
                                new Order.CheckRestored(
                                        id,
                                        record.generation(),
                                        deadline,
                                        record.before().orElseGet(Before.Absent::new));
                    });
        }
    }

    /// What was claimed has been looked at.
    void checked(Signal.Report report) {
        Operation.Resolve claim = draft.run().operations().claims().get(report.step());
        if (claim != null) {
            judge(claim, verdict(report));
        }
    }

    private static Verdict verdict(Signal.Report report) {
        return switch (report) {
            case Signal.Checked(_, var verdict) -> verdict;
            case Signal.RestoredChecked(_, var verdict) -> verdict;
            case Signal.Looked _, Signal.Ended _, Signal.Undone _, Signal.Collected _ ->
                    new Verdict.Unreadable(
                            new Failure(
                                    Failure.Kind.BUG, report.step() + " was not looked at", ""));
        };
    }

    private void judge(Operation.Resolve claim, Verdict verdict) {
        StepId id = claim.step();
        if (verdict instanceof Verdict.Holds(var evidence)) {
            resolved(claim, new Resolution.Basis.Verified(evidence));
        } else if (claim.waiver().isPresent()
                && claim.waiver().get().until().isAfter(draft.now())) {
            Operation.Waiver waiver = claim.waiver().get();
            resolved(
                    claim, new Resolution.Basis.Waived(waiver.until(), verdict, waiver.envelope()));
        } else {
            draft.record(new Event.StepClaimRefused(id, claim.by(), verdict));
            takeUp(id);
        }
    }

    private void resolved(Operation.Resolve claim, Resolution.Basis basis) {
        StepId id = claim.step();
        boolean wasSettled = draft.step(id).isSettled();
        draft.record(
                new Event.StepResolved(
                        id,
                        claim.claim(),
                        new Resolution(claim.by(), claim.why(), claim.evidence(), basis)));
        forgive(id);
        switch (claim.claim()) {
            case APPLIED -> {
                thawUnlessFailed();
                if (!wasSettled) {
                    readiness.verified(id);
                }
            }
            case ABSENT -> {
                if (wasSettled) {
                    readiness.withdrawn(id);
                }
                thawUnlessFailed();
                takeUp(id);
            }
        }
    }

    /// A step for which nobody answers any more is held again, with what depends on it and has not begun.
    void endWaivers() {
        for (Map.Entry<StepId, Instant> waiver :
                Map.copyOf(draft.run().operations().waivers()).entrySet()) {
            StepId id = waiver.getKey();
            if (waiver.getValue().isAfter(draft.now())) {
                draft.wakeAt(waiver.getValue());
            } else if (!isClaimed(id)) {
                draft.record(new Event.StepWaiverEnded(id));
                if (draft.way() == Way.FORWARD) {
                    readiness.withdrawn(id);
                    takeUp(id);
                }
            }
        }
    }
}
