package gotthard.journal;

import gotthard.action.Blob;
import gotthard.action.Checkpoint;
import gotthard.graph.StepId;
import gotthard.inventory.PersonName;
import gotthard.inventory.SiteName;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/// Events, taken apart and put together. The step of an event is added by [Entries], which knows
/// how a run names its steps.
final class EventParts {
    /// How many of the verifications that an intent relies on are facts; a body has a limited size.
    private static final int RELIED_FACTS = 1000;

    private EventParts() {}

    static Parts parts(Event event) {
        Splitting to = Splitting.empty();
        switch (event) {
            case Event.RunOpened(var opening) -> OpeningParts.opening(to, opening);
            case Event.RunExpects(var expected) -> ExpectedParts.expected(to, expected);
            case Event.RunAmended amended -> AmendedParts.amended(to, amended);
            case Event.RunResumed(var version, var by) ->
                    to.word("toolVersion", version).word("by", by);
            case Event.RunTurned(var direction, var why) ->
                    to.fact("direction", direction).word("why", why);
            case Event.RunEnded(var ending) -> to.fact("ending", ending);
            case Event.RunImported(var asOf) -> to.fact("asOf", asOf.toEpochMilli());
            case Event.RunWaived(var waived) -> WaivedParts.waived(to, waived);
            case Event.StepFoundRight(_, var evidence) ->
                    to.within("evidence", part -> ActionParts.evidence(part, evidence));
            case Event.RunCollected(var by) -> to.word("by", by);
            case Event.StepCollected(_, var evidence) ->
                    to.within("evidence", part -> ActionParts.evidence(part, evidence));
            case Event.StepIntended intended -> intended(to, intended);
            case Event.StepCheckpointed(_, var checkpoint) ->
                    to.word("checkpoint", checkpoint.text());
            case Event.StepKept kept ->
                    to.word("title", kept.title()).word("content", kept.content().bytes());
            case Event.StepEnded(_, var outcome) ->
                    to.within("outcome", part -> ActionParts.outcome(part, outcome));
            case Event.StepVerified(_, var verdict) ->
                    to.within("verdict", part -> ActionParts.verdict(part, verdict));
            case Event.StepRecovered(_, var marks) -> to.word("marks", marks);
            case Event.StepHeld(_, Hold.Deviates(var deviations)) ->
                    ExpectedParts.deviations(to, deviations);
            case Event.StepHeld(_, Hold.AwaitsDay(var day, var begins)) ->
                    to.fact("begins", begins).word("day", day.toString());
            case Event.StepHeld(_, Hold.Frozen(var freeze, var ends)) ->
                    to.fact("ends", ends).word("freeze", freeze);
            case Event.StepHeld(_, Hold.ReliedUpon hold) -> HoldParts.reliedUpon(to, hold);
            case Event.StepHeld(_, Hold.Drifted(var differences)) ->
                    ActionParts.differences(to, differences);
            case Event.SitePaused(var site, var pause) -> SiteParts.paused(to, site, pause);
            case Event.SiteResumed(var site) -> to.word("site", site.value());
            case Event.StepGivenUp _,
                    Event.StepReleased _,
                    Event.StepWaiverEnded _,
                    Event.RunCancelled _ -> {}
            case Event.StepSkipped(_, var by, var why) ->
                    to.word("by", by.value()).word("why", why);
            case Event.StepResolved(_, var claim, var resolution) ->
                    to.fact("claim", claim)
                            .within(
                                    "resolution",
                                    part -> OperationParts.resolution(part, resolution));
            case Event.StepClaimRefused(_, var by, var found) ->
                    to.within("found", part -> ActionParts.verdict(part, found))
                            .word("by", by.value());
            case Event.StepHeld(_, var hold) ->
                    to.within("hold", part -> HoldParts.hold(part, hold));
            case Event.StepApproved(_, var approvals) ->
                    to.fact("approvals", approvals.size())
                            .each("each", approvals, RequestParts::approve);
            case Event.StepUndoIntended(_, var attempt) -> to.fact("attempt", attempt);
            case Event.StepUndone(_, var outcome) ->
                    to.within("outcome", part -> ActionParts.outcome(part, outcome));
            case Event.StepRestored(_, var verdict) ->
                    to.within("verdict", part -> ActionParts.verdict(part, verdict));
            case Event.RequestAccepted(var item, var request) ->
                    to.fact("item", item)
                            .within("request", part -> RequestParts.request(part, request));
            case Event.RequestRefused(var item, var request, var why) ->
                    to.fact("item", item)
                            .within("request", part -> RequestParts.request(part, request))
                            .word("why", why);
            case Event.Unknown(var kind) ->
                    throw new IllegalArgumentException(
                            "only the version that knows \"" + kind + "\" can write it");
        }
        return to.parts();
    }

    /// @param step whose event it is; for an event of a run, anything
    static Event event(String kind, StepId step, Joining from) {
        return switch (kind) {
            case "run.opened/1" -> new Event.RunOpened(OpeningParts.opening(from));
            case "run.expects/1" -> new Event.RunExpects(ExpectedParts.expected(from));
            case "run.amended/1" -> AmendedParts.amended(from);
            case "run.resumed/1" -> new Event.RunResumed(from.word("toolVersion"), from.word("by"));
            case "run.turned/1" ->
                    new Event.RunTurned(
                            from.choice("direction", Event.Direction.class), from.word("why"));
            case "run.ended/1" -> new Event.RunEnded(from.choice("ending", Ending.class));
            case "run.imported/1" ->
                    new Event.RunImported(Instant.ofEpochMilli(from.number("asOf")));
            case "run.waived/1" -> new Event.RunWaived(WaivedParts.waived(from));
            case "step.found-right/1" ->
                    new Event.StepFoundRight(step, ActionParts.evidence(from.within("evidence")));
            case "step.intended/1" -> intended(step, from);
            case "step.checkpointed/1" ->
                    new Event.StepCheckpointed(step, new Checkpoint(from.word("checkpoint")));
            case "step.kept/1" ->
                    new Event.StepKept(step, from.word("title"), Blob.of(from.bytes("content")));
            case "step.ended/1" ->
                    new Event.StepEnded(step, ActionParts.outcome(from.within("outcome")));
            case "step.verified/1" ->
                    new Event.StepVerified(step, ActionParts.verdict(from.within("verdict")));
            case "step.recovered/1" -> new Event.StepRecovered(step, from.word("marks"));
            case "step.given-up/1" -> new Event.StepGivenUp(step);
            case "step.held/1", "step.held/2" ->
                    new Event.StepHeld(step, HoldParts.hold(from.within("hold")));
            case "step.deviated/1" ->
                    new Event.StepHeld(step, new Hold.Deviates(ExpectedParts.deviations(from)));
            case "step.early/1" -> new Event.StepHeld(step, HoldParts.early(from));
            case "step.frozen/1" ->
                    new Event.StepHeld(
                            step, new Hold.Frozen(from.word("freeze"), from.instant("ends")));
            case "step.relied-upon/1" -> new Event.StepHeld(step, HoldParts.reliedUpon(from));
            case "step.drifted/1" ->
                    new Event.StepHeld(step, new Hold.Drifted(ActionParts.differences(from)));
            case "site.paused/1" -> SiteParts.paused(from);
            case "site.resumed/1" -> new Event.SiteResumed(new SiteName(from.word("site")));
            case "run.cancelled/1" -> new Event.RunCancelled();
            case "run.collected/1" -> new Event.RunCollected(from.word("by"));
            case "step.collected/1" ->
                    new Event.StepCollected(step, ActionParts.evidence(from.within("evidence")));
            case "step.skipped/1" ->
                    new Event.StepSkipped(step, new PersonName(from.word("by")), from.word("why"));
            case "step.resolved/1" ->
                    new Event.StepResolved(
                            step,
                            from.choice("claim", Operation.Claim.class),
                            OperationParts.resolution(from.within("resolution")));
            case "step.claim-refused/1" ->
                    new Event.StepClaimRefused(
                            step,
                            new PersonName(from.word("by")),
                            ActionParts.verdict(from.within("found")));
            case "step.waiver-ended/1" -> new Event.StepWaiverEnded(step);
            case "step.released/1" -> new Event.StepReleased(step);
            case "step.approved/2" -> new Event.StepApproved(step, approvals(step, from));
            case "step.undo-intended/1" -> new Event.StepUndoIntended(step, from.small("attempt"));
            case "step.undone/1" ->
                    new Event.StepUndone(step, ActionParts.outcome(from.within("outcome")));
            case "step.restored/1" ->
                    new Event.StepRestored(step, ActionParts.verdict(from.within("verdict")));
            case "request.accepted/1", "request.accepted/2", "operation.accepted/1" ->
                    new Event.RequestAccepted(
                            from.number("item"), RequestParts.request(from.within("request")));
            case "request.refused/1", "request.refused/2", "operation.refused/1" ->
                    new Event.RequestRefused(
                            from.number("item"),
                            RequestParts.request(from.within("request")),
                            from.word("why"));
            default -> new Event.Unknown(kind);
        };
    }

    private static void intended(Splitting to, Event.StepIntended event) {
        int facts = Math.min(RELIED_FACTS, event.relied().size());
        to.fact("generation", event.generation())
                .fact("attempt", event.attempt())
                .within("before", part -> ActionParts.before(part, event.before()))
                .facts("relied", event.relied().subList(0, facts));
        if (facts < event.relied().size()) {
            to.each(
                    "further",
                    event.relied().subList(facts, event.relied().size()),
                    (item, seq) -> item.fact("seq", seq));
        }
    }

    private static Event.StepIntended intended(StepId step, Joining from) {
        List<Long> relied = new ArrayList<>(from.numbers("relied"));
        if (from.hasWord("further")) {
            relied.addAll(from.each("further", item -> item.number("seq")));
        }
        return new Event.StepIntended(
                step,
                from.small("generation"),
                from.small("attempt"),
                ActionParts.before(from.within("before")),
                relied);
    }

    /// Erased approvals still count.
    private static List<Request.Approve> approvals(StepId step, Joining from) {
        if (from.isErased()) {
            var erased =
                    new Request.Approve(
                            step,
                            new PersonName(Joining.ERASED),
                            Instant.EPOCH,
                            Joining.ERASED,
                            Optional.empty());
            return Collections.nCopies(from.small("approvals"), erased);
        }
        return from.each("each", RequestParts::approve);
    }
}
