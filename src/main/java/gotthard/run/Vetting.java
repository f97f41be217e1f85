package gotthard.run;

import gotthard.action.Work;
import gotthard.graph.Graph;
import gotthard.graph.Step;
import gotthard.graph.StepId;
import gotthard.inventory.Inventory;
import gotthard.inventory.Person;
import gotthard.inventory.PersonName;
import gotthard.inventory.RoleName;
import gotthard.journal.Request;
import gotthard.journal.RunState;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Judges approvals: only the signature of a person who may decide, over this step of this run as it is, in time, counts; and once.
public record Vetting(Graph graph, Basis basis) {
    /// How far ahead another machine's clock may be.
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

    /// Why an approval does not count, as a sentence with what to do; nothing when it does.
    public Optional<String> refusal(RunState run, Request.Approve approve, Instant now) {
        Person person = inventory().people().get(approve.by());
        if (person == null) {
            return Optional.of(unknown(approve.by()));
        }
        StepId id = approve.step();
        Optional<Step> step = graph.step(id);
        if (step.isEmpty()) {
            return Optional.of(
                    "the run has no step "
                            + id
                            + "; `gotthard status` lists those that wait for an approval");
        }
        if (!(step.get().work() instanceof Work.Approval wanted)) {
            return Optional.of("the step " + id + " needs no approval");
        }
        if (!run.opening().selection().has(id)) {
            return Optional.of("the step " + id + " is not part of what this run was asked to do");
        }
        if (run.step(id).isVerified()) {
            return Optional.of("the step " + id + " is approved already");
        }
        return new Signature(run, basis)
                .refusal(approve, person, now)
                .or(() -> refusal(run, approve, gate(run, id, wanted), now));
    }

    static String unknown(PersonName name) {
        return "the inventory knows no person "
                + name
                + "; add the person under spec.people with a role";
    }

    Gate gate(RunState run, StepId id, Work.Approval wanted) {
        return new Gate(
                id,
                wanted,
                inventory(),
                basis.authors(run.opening()),
                basis.digest(run.opening(), id));
    }

    private static Optional<String> refusal(
            RunState run, Request.Approve approve, Gate gate, Instant now) {
        if (gate.isByAuthor(approve.by())) {
            return Optional.of(
                    approve.by()
                            + " wrote the plan or started this run, and "
                            + gate.step()
                            + " must be approved by somebody else");
        }
        if (!gate.asksFor(approve.by(), now)) {
            return Optional.of(withoutRole(approve.by(), gate, now));
        }
        if (approve.at().isAfter(now.plus(CLOCK_SKEW))) {
            return Optional.of(
                    "the approval was given at "
                            + approve.at()
                            + ", which is still to come; set the clock and approve again");
        }
        if (!gate.isInTime(approve, now)) {
            return Optional.of(
                    "the approval was given at "
                            + approve.at()
                            + " and is no longer valid; approve again");
        }
        boolean hasApproved =
                gate.counting(run.approvals(), now).stream()
                        .anyMatch(earlier -> earlier.by().equals(approve.by()));
        return hasApproved
                ? Optional.of(
                        approve.by()
                                + " has approved "
                                + gate.step()
                                + " already, and nobody counts for two; have another person approve")
                : Optional.empty();
    }

    private static String withoutRole(PersonName name, Gate gate, Instant now) {
        String roles =
                String.join(", ", gate.wanted().roles().stream().map(RoleName::value).toList());
        return gate.ended(name, now)
                .map(
                        ended ->
                                "%s acted as %s for another until %s, which is over; have the delegation renewed in the inventory"
                                        .formatted(name, ended.role(), ended.until()))
                .orElse(
                        name
                                + " has none of the roles that "
                                + gate.step()
                                + " asks for: "
                                + roles);
    }

    private Inventory inventory() {
        return basis.inventory();
    }
}
