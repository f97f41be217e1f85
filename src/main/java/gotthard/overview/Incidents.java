package gotthard.overview;

import gotthard.action.Failure;
import gotthard.action.Outcome;
import gotthard.action.Verdict;
import gotthard.graph.StepId;
import gotthard.journal.Deviation;
import gotthard.journal.Entry;
import gotthard.journal.Event;
import gotthard.journal.Hold;
import gotthard.journal.Operation;
import gotthard.journal.Resolution;
import gotthard.overview.Incident.Kind;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Picks from a run's entries what did not go straight on.
final class Incidents {
    private final Set<StepId> verified = new HashSet<>();

    /// In the order of time.
    static List<Incident> of(List<Entry> entries) {
        var picking = new Incidents();
        return entries.stream().flatMap(picking::of).toList();
    }

    /// What the next entry tells.
    Stream<Incident> of(Entry entry) {
        return switch (entry.event()) {
            case Event.OfStep event -> of(entry, event).stream();
            case Event.RunResumed(_, var by) -> run(entry, Kind.RESUMED, by + " went on with it");
            case Event.RunAmended(_, var by, var again, var voided) ->
                    run(
                            entry,
                            Kind.AMENDED,
                            by
                                    + " amended the plan: "
                                    + again.size()
                                    + " steps are looked at anew, "
                                    + voided.size()
                                    + " approvals are void");
            case Event.RunTurned(var direction, var why) ->
                    run(
                            entry,
                            direction == Event.Direction.BACK
                                    ? Kind.TURNED_BACK
                                    : Kind.TURNED_FORWARD,
                            why);
            case Event.RequestRefused(_, var request, var why) ->
                    run(entry, Kind.REFUSED, "what " + request.by() + " asked for: " + why);
            case Event.RunCollected(var by) ->
                    run(
                            entry,
                            Kind.COLLECTED,
                            by + " had removed what was kept at the sites for its way back");
            case Event.RunImported(var asOf) ->
                    run(entry, Kind.IMPORTED, "the journal was lost, and goes on as of " + asOf);
            case Event.RunWaived(var waived) -> run(entry, Kind.WAIVED, waived.sentence());
            case Event.RunCancelled _ ->
                    run(entry, Kind.CANCELLED, "it is over, and what it did was left");
            case Event.RequestAccepted(_, Operation operation) ->
                    OperatorWords.of(operation).stream()
                            .flatMap(what -> run(entry, Kind.ASKED, what));
            case Event.SitePaused(var site, var pause) ->
                    run(entry, Kind.SITE_PAUSED, site + ": " + pause);
            case Event.SiteResumed(var site) ->
                    run(entry, Kind.SITE_RESUMED, site + " is well again");
            case Event.RunOpened _,
                    Event.RunExpects _,
                    Event.RunEnded _,
                    Event.RequestAccepted _,
                    Event.Unknown _ ->
                    Stream.empty();
        };
    }

    private static Stream<Incident> run(Entry entry, Kind kind, String what) {
        return Stream.of(new Incident(entry.seq(), entry.at(), kind, Optional.empty(), what, ""));
    }

    private Optional<Incident> of(Entry entry, Event.OfStep event) {
        return switch (event) {
            case Event.StepFoundRight(var step, _) -> {
                verified.add(step);
                yield Optional.empty();
            }
            case Event.StepIntended(_, _, var attempt, _, _) ->
                    attempt > 1
                            ? step(entry, event, Kind.RETRIED, "attempt " + attempt, "")
                            : Optional.empty();
            case Event.StepRecovered(_, var marks) -> step(entry, event, Kind.RECOVERED, marks, "");
            case Event.StepEnded(_, var outcome) -> ended(entry, event, outcome, Kind.FAILED);
            case Event.StepVerified(_, var verdict) -> looked(entry, event, verdict);
            case Event.StepGivenUp _ ->
                    step(entry, event, Kind.GIVEN_UP, "no further attempt is made", "");
            case Event.StepHeld(_, var hold) -> held(entry, event, hold);
            case Event.StepUndone(_, var outcome) -> ended(entry, event, outcome, Kind.UNDO_FAILED);
            case Event.StepRestored(_, var verdict) -> restored(entry, event, verdict);
            case Event.StepSkipped(_, var by, var why) ->
                    step(entry, event, Kind.SKIPPED, "by " + by + ": " + why, "");
            case Event.StepResolved(var step, var claim, var how) -> {
                if (claim == Operation.Claim.APPLIED) {
                    verified.add(step);
                }
                yield resolved(entry, event, how);
            }
            case Event.StepClaimRefused(_, var by, var found) ->
                    step(
                            entry,
                            event,
                            Kind.CLAIM_REFUSED,
                            by + " said that it was put right: " + UnprovenSteps.sentence(found),
                            "put right what differs, then ask for gotthard resolve again");
            case Event.StepWaiverEnded _ ->
                    step(
                            entry,
                            event,
                            Kind.WAIVER_ENDED,
                            "nobody answers for it any more",
                            "have it verified with gotthard resolve, or waived anew");
            case Event.StepCheckpointed _,
                    Event.StepKept _,
                    Event.StepCollected _,
                    Event.StepReleased _,
                    Event.StepApproved _,
                    Event.StepUndoIntended _ ->
                    Optional.empty();
        };
    }

    private static Optional<Incident> ended(
            Entry entry, Event.OfStep event, Outcome outcome, Kind kind) {
        return switch (outcome) {
            case Outcome.Changed _, Outcome.AlreadyDone _ -> Optional.empty();
            case Outcome.Failed(var failure) -> failed(entry, event, kind, failure);
            case Outcome.Unclear(var failure) ->
                    failed(entry, event, kind == Kind.FAILED ? Kind.UNKNOWN : kind, failure);
        };
    }

    private Optional<Incident> looked(Entry entry, Event.OfStep event, Verdict verdict) {
        return switch (verdict) {
            case Verdict.Holds _ -> {
                verified.add(event.step());
                yield Optional.empty();
            }
            case Verdict.Differs(var differences) ->
                    step(
                            entry,
                            event,
                            verified.contains(event.step())
                                    ? Kind.FOUND_CHANGED
                                    : Kind.VERIFICATION_FAILED,
                            Differences.sentence(differences),
                            "");
            case Verdict.Underway _ -> Optional.empty();
            case Verdict.Unreadable(var failure) -> failed(entry, event, Kind.UNKNOWN, failure);
        };
    }

    /// Waiting for people, values, windows and the ends of freezes is the plan; the others are not.
    private static Optional<Incident> held(Entry entry, Event.OfStep event, Hold hold) {
        return switch (hold) {
            case Hold.AwaitsApproval _,
                    Hold.AwaitsQuorum _,
                    Hold.AwaitsValue _,
                    Hold.AwaitsWindow _,
                    Hold.AwaitsDay _,
                    Hold.Frozen _,
                    Hold.WaiverEnded _,
                    Hold.Paused _ ->
                    Optional.empty();
            case Hold.Foreign(var differences) ->
                    step(
                            entry,
                            event,
                            Kind.HELD,
                            "somebody else made what stands there: "
                                    + Differences.sentence(differences),
                            "remove it, or take it out of the plan");
            case Hold.ReliedUpon upon ->
                    step(
                            entry,
                            event,
                            Kind.HELD,
                            "it is not as wanted any more, and "
                                    + upon.names()
                                    + " began on what it was: "
                                    + Differences.sentence(upon.differences()),
                            "put it back and run `gotthard retry`, or undo what relies on it first with `gotthard rollback --step`");
            case Hold.Drifted drifted ->
                    step(
                            entry,
                            event,
                            Kind.HELD,
                            "it was verified again before something began on it, and is not as wanted any more: "
                                    + drifted.names(),
                            "find out who changed it; `gotthard retry` looks again, and brings what differs once more");
            case Hold.Deviates(var deviations) ->
                    step(
                            entry,
                            event,
                            Kind.HELD,
                            "it is not as the saved plan predicted: "
                                    + deviations.stream()
                                            .map(Deviation::toString)
                                            .collect(Collectors.joining("; ")),
                            "put it back, or roll back and plan again");
            case Hold.Breach(var invariant) ->
                    step(
                            entry,
                            event,
                            Kind.HELD,
                            "it could break " + invariant,
                            "mend that and go on, roll back, amend, or have somebody answer for it with `gotthard waive`");
            case Hold.Unreadable(var failure) -> failed(entry, event, Kind.HELD, failure);
        };
    }

    private Optional<Incident> restored(Entry entry, Event.OfStep event, Verdict verdict) {
        verified.remove(event.step());
        return switch (verdict) {
            case Verdict.Holds(var evidence) ->
                    step(entry, event, Kind.ROLLED_BACK, evidence.statement(), "");
            case Verdict.Differs(var differences) ->
                    step(
                            entry,
                            event,
                            Kind.UNDO_FAILED,
                            Differences.sentence(differences),
                            "restore it by hand, then run `gotthard rollback` again");
            case Verdict.Underway _ -> Optional.empty();
            case Verdict.Unreadable(var failure) -> failed(entry, event, Kind.UNDO_FAILED, failure);
        };
    }

    private static Optional<Incident> resolved(Entry entry, Event.OfStep event, Resolution how) {
        String by =
                "by "
                        + how.by()
                        + " ("
                        + how.why()
                        + how.evidence()
                                .map(it -> "; " + it.name() + ", SHA-256 " + it.sha256())
                                .orElse("")
                        + "): ";
        return switch (how.basis()) {
            case Resolution.Basis.Verified(var evidence) ->
                    step(entry, event, Kind.RESOLVED, by + evidence.statement(), "");
            case Resolution.Basis.Waived(var until, var found, _) ->
                    step(
                            entry,
                            event,
                            Kind.WAIVED,
                            by + UnprovenSteps.sentence(found),
                            "have it verified before " + until);
        };
    }

    private static Optional<Incident> failed(
            Entry entry, Event.OfStep event, Kind kind, Failure failure) {
        return step(entry, event, kind, failure.what(), failure.next());
    }

    private static Optional<Incident> step(
            Entry entry, Event.OfStep event, Kind kind, String what, String next) {
        return Optional.of(
                new Incident(entry.seq(), entry.at(), kind, Optional.of(event.step()), what, next));
    }
}
