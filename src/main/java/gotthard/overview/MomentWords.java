package gotthard.overview;

import gotthard.action.Difference;
import gotthard.action.Evidence;
import gotthard.action.Outcome;
import gotthard.action.Verdict;
import gotthard.journal.Ending;
import gotthard.journal.Entry;
import gotthard.journal.Event;
import gotthard.journal.Hold;
import gotthard.journal.Operation;
import gotthard.journal.Request;
import gotthard.journal.Resolution;

import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/// What an entry says. Where it did not go straight on, the words are those of its incident.
record MomentWords(OptionalInt attempt, String says, String next, List<String> details) {
    static MomentWords of(Entry entry) {
        MomentWords plain = plain(entry.event());
        return Incidents.of(List.of(entry)).stream()
                .findFirst()
                .map(
                        incident ->
                                new MomentWords(
                                        plain.attempt,
                                        incident.what(),
                                        incident.next(),
                                        plain.details))
                .orElse(plain);
    }

    private static MomentWords plain(Event event) {
        return switch (event) {
            case Event.OfStep ofStep -> ofStep(ofStep);
            case Event.RunOpened(var opening) -> says("begun by " + opening.startedBy());
            case Event.RunExpects _ -> says("by a saved plan");
            case Event.RunEnded(var ending) -> says(word(ending));
            case Event.RequestAccepted(_, var request) -> says(asked(request));
            case Event.RequestRefused(_, var request, _) -> says(asked(request));
            case Event.RunAmended _,
                    Event.RunResumed _,
                    Event.RunTurned _,
                    Event.RunCancelled _,
                    Event.RunCollected _,
                    Event.RunImported _,
                    Event.RunWaived _,
                    Event.SitePaused _,
                    Event.SiteResumed _,
                    Event.Unknown _ ->
                    says("");
        };
    }

    private static MomentWords ofStep(Event.OfStep event) {
        return switch (event) {
            case Event.StepFoundRight(_, var evidence) ->
                    evidence("it was right already", evidence);
            case Event.StepIntended(_, _, var attempt, _, _) ->
                    begins(attempt, "attempt " + attempt);
            case Event.StepCheckpointed _ -> says("it could go on from here");
            case Event.StepKept(_, var title, var content) ->
                    new MomentWords(
                            OptionalInt.empty(), title, "", content.text().lines().toList());
            case Event.StepEnded(_, var outcome) -> outcome(outcome);
            case Event.StepUndone(_, var outcome) -> outcome(outcome);
            case Event.StepVerified(_, var verdict) -> verdict(verdict);
            case Event.StepRestored(_, var verdict) -> verdict(verdict);
            case Event.StepClaimRefused(_, _, var verdict) -> verdict(verdict);
            case Event.StepHeld(_, var hold) -> held(hold);
            case Event.StepReleased _ -> says("it may go on");
            case Event.StepApproved(_, var approvals) ->
                    says(
                            "approved by "
                                    + approvals.stream()
                                            .map(MomentWords::who)
                                            .collect(Collectors.joining(", ")));
            case Event.StepUndoIntended(_, var attempt) ->
                    begins(attempt, "attempt " + attempt + " to undo it");
            case Event.StepCollected(_, var evidence) -> evidence(evidence.statement(), evidence);
            case Event.StepResolved(_, _, var how) -> resolved(how);
            case Event.StepRecovered _,
                    Event.StepGivenUp _,
                    Event.StepSkipped _,
                    Event.StepWaiverEnded _ ->
                    says("");
        };
    }

    private static MomentWords says(String words) {
        return new MomentWords(OptionalInt.empty(), words, "", List.of());
    }

    private static MomentWords begins(int attempt, String words) {
        return new MomentWords(OptionalInt.of(attempt), words, "", List.of());
    }

    private static MomentWords evidence(String words, Evidence evidence) {
        return new MomentWords(OptionalInt.empty(), words, "", evidence.details());
    }

    private static MomentWords differences(List<Difference> differences) {
        return new MomentWords(
                OptionalInt.empty(),
                Differences.sentence(differences),
                "",
                differences.stream().map(Difference::toString).toList());
    }

    private static MomentWords outcome(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Changed(var evidence) -> evidence(evidence.statement(), evidence);
            case Outcome.AlreadyDone _ -> says("nothing was left to do");
            case Outcome.Failed(var failure) -> says(failure.toString());
            case Outcome.Unclear(var failure) -> says(failure.toString());
        };
    }

    private static MomentWords verdict(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Holds(var evidence) -> evidence(evidence.statement(), evidence);
            case Verdict.Differs(var differences) -> differences(differences);
            case Verdict.Underway _, Verdict.Unreadable _ -> says(UnprovenSteps.sentence(verdict));
        };
    }

    private static MomentWords held(Hold hold) {
        String words = "for " + hold.releasedBy();
        return switch (hold) {
            case Hold.Foreign(var differences) -> differences(differences).saying(words);
            case Hold.ReliedUpon(_, var differences) -> differences(differences).saying(words);
            case Hold.Drifted(var differences) -> differences(differences).saying(words);
            case Hold.AwaitsApproval _,
                    Hold.AwaitsQuorum _,
                    Hold.AwaitsValue _,
                    Hold.AwaitsWindow _,
                    Hold.AwaitsDay _,
                    Hold.Frozen _,
                    Hold.Deviates _,
                    Hold.Breach _,
                    Hold.Unreadable _,
                    Hold.WaiverEnded _,
                    Hold.Paused _ ->
                    says(words);
        };
    }

    private MomentWords saying(String words) {
        return new MomentWords(attempt, words, next, details);
    }

    private static MomentWords resolved(Resolution how) {
        return switch (how.basis()) {
            case Resolution.Basis.Verified(var evidence) -> evidence("", evidence);
            case Resolution.Basis.Waived(_, var found, _) -> verdict(found);
        };
    }

    private static String asked(Request request) {
        return switch (request) {
            case Request.Approve approve ->
                    who(approve)
                            + " approved"
                            + (approve.comment().isEmpty() ? "" : ": " + approve.comment());
            case Request.Rollback(var by, var why) -> by + " asked to undo all: " + why;
            case Request.Stop(var by, var why) -> by + " asked to start nothing further: " + why;
            case Operation.Skip(var by, _, var why) -> by + " asked to go on without it: " + why;
            case Operation.Resolve resolve ->
                    resolve.by() + " said that it was put right: " + resolve.why();
            case Operation operation -> OperatorWords.of(operation).orElse("");
        };
    }

    private static String who(Request.Approve approve) {
        return approve.by().value();
    }

    private static String word(Ending ending) {
        return ending.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
