package gotthard.journal;

import gotthard.action.Before;
import gotthard.action.Blob;
import gotthard.action.Checkpoint;
import gotthard.action.Evidence;
import gotthard.action.Outcome;
import gotthard.action.Verdict;
import gotthard.graph.StepId;
import gotthard.inventory.PersonName;
import gotthard.inventory.SiteName;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/// One thing that happened to a run. Words in it (names, paths, differences, failures) are stored as an erasable blob; the journal's
/// body keeps numbers and salted digests.
public sealed interface Event {
    /// Of one step.
    sealed interface OfStep extends Event {
        StepId step();
    }

    record RunOpened(Opening opening) implements Event {}

    /// What the run is predicted to do; it was opened by a saved plan.
    record RunExpects(Expected expected) implements Event {}

    /// From now on the run is of another plan. Steps of the same work stay as they are.
    ///
    /// @param opening with the documents and steps that count from now on
    /// @param again the steps that are to be looked at anew
    /// @param voided the approvals that do not count any more
    record RunAmended(Opening opening, String by, Set<StepId> again, Set<StepId> voided)
            implements Event {
        public RunAmended {
            again = Set.copyOf(again);
            voided = Set.copyOf(voided);
        }
    }

    /// Another process goes on with the run.
    record RunResumed(String toolVersion, String by) implements Event {}

    /// From now on the run goes this way.
    record RunTurned(Direction direction, String why) implements Event {}

    record RunEnded(Ending ending) implements Event {}

    /// The run is over for good, and what it did was left as it is.
    record RunCancelled() implements Event {}

    /// From now on there is no way back: what the run keeps at its sites for that is removed.
    record RunCollected(String by) implements Event {}

    /// Nothing that was kept for a step's way back is at its sites any more.
    record StepCollected(StepId step, Evidence evidence) implements OfStep {}

    /// The run comes from a backup: what was done after it was written is known at the sites only.
    ///
    /// @param asOf when the backup was written; [Instant#EPOCH] when there was none
    record RunImported(Instant asOf) implements Event {}

    /// The run was begun though it is not proven; somebody answers for that.
    record RunWaived(Waived waived) implements Event {}

    /// Looking first, the step was found to be right already: no intent, and rollback leaves it alone.
    record StepFoundRight(StepId step, Evidence evidence) implements OfStep {}

    /// The step's own key was found before its first attempt: the end of the journal was lost with what it knew of it.
    ///
    /// @param marks what carries the key
    record StepRecovered(StepId step, String marks) implements OfStep {}

    /// Durable before the attempt starts.
    ///
    /// @param generation rises only with a verified rollback; from 1
    /// @param attempt from 1 in each generation
    /// @param before what the first attempt of this generation captured; the same for all of them
    /// @param relied the verifications that this attempt relies on, by their sequence numbers
    record StepIntended(StepId step, int generation, int attempt, Before before, List<Long> relied)
            implements OfStep {
        public StepIntended {
            relied = List.copyOf(relied);
        }
    }

    record StepCheckpointed(StepId step, Checkpoint checkpoint) implements OfStep {}

    /// Words that an action keeps: the log of a job.
    record StepKept(StepId step, String title, Blob content) implements OfStep {}

    record StepEnded(StepId step, Outcome outcome) implements OfStep {}

    /// A verification after an attempt, after a crash, or on demand.
    record StepVerified(StepId step, Verdict verdict) implements OfStep {}

    /// All attempts are used up, or another would not help.
    record StepGivenUp(StepId step) implements OfStep {}

    record StepHeld(StepId step, Hold hold) implements OfStep {}

    record StepReleased(StepId step) implements OfStep {}

    /// An approval step has all approvals that it wants.
    record StepApproved(StepId step, List<Request.Approve> approvals) implements OfStep {
        public StepApproved {
            approvals = List.copyOf(approvals);
        }
    }

    /// The run goes on without the step.
    record StepSkipped(StepId step, PersonName by, String why) implements OfStep {}

    /// A step that was put right by hand was taken for what is claimed.
    record StepResolved(StepId step, Operation.Claim claim, Resolution resolution)
            implements OfStep {}

    /// What was claimed of a step was not found.
    record StepClaimRefused(StepId step, PersonName by, Verdict found) implements OfStep {}

    /// A waiver has come to its end.
    record StepWaiverEnded(StepId step) implements OfStep {}

    /// Durable before the undoing starts.
    record StepUndoIntended(StepId step, int attempt) implements OfStep {}

    record StepUndone(StepId step, Outcome outcome) implements OfStep {}

    record StepRestored(StepId step, Verdict verdict) implements OfStep {}

    /// A site's protection asks for rest: no step starts there, and what moves data there waits.
    record SitePaused(SiteName site, SitePause pause) implements Event {}

    /// What a site measures is well again.
    record SiteResumed(SiteName site) implements Event {}

    /// The run's loop took a request.
    ///
    /// @param item the row of the inbox
    record RequestAccepted(long item, Request request) implements Event {}

    record RequestRefused(long item, Request request, String why) implements Event {}

    /// What a newer version of this tool wrote. It changes no state that this version knows; a run
    /// that has such an entry can be shown, but not continued.
    ///
    /// @param kind with its version, such as `step.paused/1`
    record Unknown(String kind) implements Event {}

    /// Which way a run goes.
    enum Direction {
        FORWARD,
        BACK
    }
}
