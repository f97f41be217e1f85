package gotthard.run;

import gotthard.action.Work;
import gotthard.graph.StepId;
import gotthard.inventory.Inventory;
import gotthard.inventory.RoleName;
import gotthard.journal.Event;
import gotthard.journal.Hold;
import gotthard.journal.Request;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Accepts or refuses what people ask for, and opens gates.
final class Inbox {
    /// How far ahead another machine's clock may be.
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

    private final Draft draft;
    private final Backward backward;
    private final Inventory inventory;

    Inbox(Draft draft, Backward backward, Inventory inventory) {
        this.draft = draft;
        this.backward = backward;
        this.inventory = inventory;
    }

    /// @param fresh whether it was asked while this process had the run
    void asked(long row, Request request, boolean fresh) {
        if (row <= draft.run().handled()) {
            return;
        }
        Optional<String> refusal = refusal(request, fresh);
        if (refusal.isPresent()) {
            draft.record(new Event.RequestRefused(row, request, refusal.get()));
            return;
        }
        draft.record(new Event.RequestAccepted(row, request));
        switch (request) {
            case Request.Approve _ -> {}
            case Request.Rollback(var by, var why) -> backward.turn(by + " asked for it: " + why);
            case Request.Stop _ -> draft.stop(StopLevel.START_NOTHING);
        }
    }

    private Optional<String> refusal(Request request, boolean fresh) {
        if (!inventory.people().containsKey(request.by())) {
            return Optional.of(
                    "the inventory knows no person "
                            + request.by()
                            + "; add the person under spec.people with a role");
        }
        return switch (request) {
            case Request.Approve approve -> refusalOf(approve);
            case Request.Rollback _ ->
                    draft.way() == Way.BACK
                            ? Optional.of("the run is being rolled back already")
                            : Optional.empty();
            case Request.Stop _ ->
                    fresh
                            ? Optional.empty()
                            : Optional.of(
                                    "the run was not running when it was asked to stop; ask again");
        };
    }

    private Optional<String> refusalOf(Request.Approve approve) {
        StepId id = approve.step();
        if (!draft.course().has(id)) {
            return Optional.of(
                    "the run has no step "
                            + id
                            + "; `gotthard status` lists those that wait for an approval");
        }
        Optional<Work.Approval> wanted = draft.course().approval(id);
        if (wanted.isEmpty()) {
            return Optional.of("the step " + id + " needs no approval");
        }
        if (!draft.isSelected(draft.course().step(id))) {
            return Optional.of("the step " + id + " is not part of what this run was asked to do");
        }
        if (draft.step(id).isVerified()) {
            return Optional.of("the step " + id + " is approved already");
        }
        return refusalOf(approve, new Gate(id, wanted.get(), inventory));
    }

    private Optional<String> refusalOf(Request.Approve approve, Gate gate) {
        if (gate.wanted().notAuthor()
                && approve.by().value().equals(draft.run().opening().startedBy())) {
            return Optional.of(
                    approve.by()
                            + " started this run, and "
                            + gate.step()
                            + " must be approved by somebody else");
        }
        if (!gate.asksFor(approve.by())) {
            return Optional.of(
                    approve.by()
                            + " has none of the roles that "
                            + gate.step()
                            + " asks for: "
                            + String.join(
                                    ", ",
                                    gate.wanted().oneOfEach().stream()
                                            .map(RoleName::value)
                                            .sorted()
                                            .toList()));
        }
        if (!gate.counts(approve, draft.now())) {
            return Optional.of(
                    "the approval was given at "
                            + approve.at()
                            + " and is no longer valid; approve again");
        }
        if (approve.at().isAfter(draft.now().plus(CLOCK_SKEW))) {
            return Optional.of(
                    "the approval was given at "
                            + approve.at()
                            + ", which is still to come; set the clock and approve again");
        }
        return Optional.empty();
    }

    /// Opens the gates that have all their approvals; of the others it is recorded once what they wait for.
    void openGates(Forward forward) {
        for (StepId id : List.copyOf(draft.gates())) {
            draft.course()
                    .approval(id)
                    .ifPresent(wanted -> openGate(new Gate(id, wanted, inventory), forward));
        }
    }

    private void openGate(Gate gate, Forward forward) {
        StepId id = gate.step();
        List<Request.Approve> approvals = draft.run().approvals();
        Set<RoleName> missing = gate.missing(approvals, draft.now());
        if (missing.isEmpty()) {
            var counted =
                    gate.assigned(approvals, draft.now()).entrySet().stream()
                            .sorted(Map.Entry.comparingByKey())
                            .map(Map.Entry::getValue)
                            .toList();
            draft.record(new Event.StepApproved(id, counted));
            draft.closeGate(id);
            forward.verified(id);
            return;
        }
        forward.hold(
                id,
                new Hold.AwaitsApproval(
                        missing,
                        "gotthard approve " + draft.run().id() + " " + id + " --as PERSON"));
    }
}
