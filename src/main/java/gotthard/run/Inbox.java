package gotthard.run;

import gotthard.action.Declaration;
import gotthard.graph.StepId;
import gotthard.inventory.PersonName;
import gotthard.inventory.RoleName;
import gotthard.journal.Event;
import gotthard.journal.Hold;
import gotthard.journal.Operation;
import gotthard.journal.Request;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Accepts or refuses what people ask for, and opens gates.
final class Inbox {
    private final Draft draft;
    private final Backward backward;
    private final Operating operating;
    private final Vetting vetting;
    private final Set<PersonName> people;

    Inbox(Draft draft, Backward backward, Operating operating, Vetting vetting) {
        this.draft = draft;
        this.backward = backward;
        this.operating = operating;
        this.vetting = vetting;
        people = vetting.basis().inventory().people().keySet();
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
            case Operation operation -> operating.take(operation);
        }
    }

    private Optional<String> refusal(Request request, boolean fresh) {
        if (!people.contains(request.by())) {
            return Optional.of(Vetting.unknown(request.by()));
        }
        return switch (request) {
            case Operation operation ->
                    new OperationRules(draft, vetting.basis().inventory()).refusal(operation);
            case Request.Approve approve -> vetting.refusal(draft.run(), approve, draft.now());
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

    /// Opens the gates that have all their approvals; of the others it is recorded once what they wait for.
    void openGates() {
        for (StepId id : List.copyOf(draft.gates())) {
            draft.course()
                    .approval(id)
                    .filter(_ -> draft.gates().contains(id))
                    .ifPresent(wanted -> openGate(vetting.gate(draft.run(), id, wanted)));
        }
    }

    private void openGate(Gate gate) {
        StepId id = gate.step();
        List<Request.Approve> approvals = draft.run().approvals();
        String command = "gotthard approve " + draft.run().id() + " " + id + " --as PERSON";
        Set<RoleName> missing = gate.missing(approvals, draft.now());
        if (!missing.isEmpty()) {
            new Waiting(draft).hold(id, new Hold.AwaitsApproval(missing, command));
            return;
        }
        int more = gate.more(approvals, draft.now());
        if (more > 0) {
            var of = gate.wanted().quorum().orElseThrow().of();
            new Waiting(draft).hold(id, new Hold.AwaitsQuorum(more, of, command));
            return;
        }
        if (leadsBeyondReturn(id) && new Freshness(draft).holds(id)) {
            return;
        }
        draft.record(new Event.StepApproved(id, gate.opening(approvals, draft.now())));
        draft.closeGate(id);
        new Readiness(draft).verified(id);
    }

    private boolean leadsBeyondReturn(StepId gate) {
        return draft.course().withDependants(gate).stream()
                .anyMatch(
                        step -> draft.course().reversal(step) == Declaration.Reversal.IRREVERSIBLE);
    }
}
