package gotthard.journal;

import java.util.Set;

/// What each event is called in the journal, with the version of its meaning.
final class EventKinds {
    /// Every kind that this version reads and writes.
    static final Set<String> KINDS =
            Set.of(
                    "run.opened/1",
                    "run.expects/1",
                    "run.amended/1",
                    "run.resumed/1",
                    "run.turned/1",
                    "run.ended/1",
                    "run.imported/1",
                    "run.waived/1",
                    "step.found-right/1",
                    "step.recovered/1",
                    "step.intended/1",
                    "step.checkpointed/1",
                    "step.kept/1",
                    "step.ended/1",
                    "step.verified/1",
                    "step.given-up/1",
                    "step.held/1",
                    "step.deviated/1",
                    "step.early/1",
                    "step.frozen/1",
                    "step.relied-upon/1",
                    "step.drifted/1",
                    "site.paused/1",
                    "site.resumed/1",
                    "step.released/1",
                    "step.held/2",
                    "step.approved/2",
                    "step.undo-intended/1",
                    "step.undone/1",
                    "step.restored/1",
                    "request.accepted/1",
                    "request.refused/1",
                    "request.accepted/2",
                    "request.refused/2",
                    "run.cancelled/1",
                    "run.collected/1",
                    "step.collected/1",
                    "step.skipped/1",
                    "step.resolved/1",
                    "step.claim-refused/1",
                    "step.waiver-ended/1",
                    "operation.accepted/1",
                    "operation.refused/1");

    private EventKinds() {}

    static String kind(Event event) {
        return switch (event) {
            case Event.RunOpened _ -> "run.opened/1";
            case Event.RunExpects _ -> "run.expects/1";
            case Event.RunAmended _ -> "run.amended/1";
            case Event.RunResumed _ -> "run.resumed/1";
            case Event.RunTurned _ -> "run.turned/1";
            case Event.RunEnded _ -> "run.ended/1";
            case Event.RunImported _ -> "run.imported/1";
            case Event.RunWaived _ -> "run.waived/1";
            case Event.StepFoundRight _ -> "step.found-right/1";
            case Event.StepRecovered _ -> "step.recovered/1";
            case Event.StepIntended _ -> "step.intended/1";
            case Event.StepCheckpointed _ -> "step.checkpointed/1";
            case Event.StepKept _ -> "step.kept/1";
            case Event.StepEnded _ -> "step.ended/1";
            case Event.StepVerified _ -> "step.verified/1";
            case Event.StepGivenUp _ -> "step.given-up/1";
            case Event.StepHeld(_, Hold.Deviates _) -> "step.deviated/1";
            case Event.StepHeld(_, Hold.AwaitsDay _) -> "step.early/1";
            case Event.StepHeld(_, Hold.Frozen _) -> "step.frozen/1";
            case Event.StepHeld(_, Hold.ReliedUpon _) -> "step.relied-upon/1";
            case Event.StepHeld(_, Hold.Drifted _) -> "step.drifted/1";
            case Event.SitePaused _ -> "site.paused/1";
            case Event.SiteResumed _ -> "site.resumed/1";
            case Event.StepHeld(_, Hold.AwaitsQuorum _) -> "step.held/2";
            case Event.StepHeld _ -> "step.held/1";
            case Event.StepReleased _ -> "step.released/1";
            case Event.StepApproved _ -> "step.approved/2";
            case Event.StepUndoIntended _ -> "step.undo-intended/1";
            case Event.StepUndone _ -> "step.undone/1";
            case Event.StepRestored _ -> "step.restored/1";
            case Event.RequestAccepted(_, Request.Approve _) -> "request.accepted/2";
            case Event.RequestAccepted(_, Operation _) -> "operation.accepted/1";
            case Event.RequestRefused(_, Operation _, _) -> "operation.refused/1";
            case Event.RequestAccepted _ -> "request.accepted/1";
            case Event.RequestRefused(_, Request.Approve _, _) -> "request.refused/2";
            case Event.RequestRefused _ -> "request.refused/1";
            case Event.RunCancelled _ -> "run.cancelled/1";
            case Event.RunCollected _ -> "run.collected/1";
            case Event.StepCollected _ -> "step.collected/1";
            case Event.StepSkipped _ -> "step.skipped/1";
            case Event.StepResolved _ -> "step.resolved/1";
            case Event.StepClaimRefused _ -> "step.claim-refused/1";
            case Event.StepWaiverEnded _ -> "step.waiver-ended/1";
            case Event.Unknown(var kind) -> kind;
        };
    }
}
