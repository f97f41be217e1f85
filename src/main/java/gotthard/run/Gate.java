package gotthard.run;

import gotthard.action.Work;
import gotthard.graph.StepId;
import gotthard.inventory.Inventory;
import gotthard.inventory.Person;
import gotthard.inventory.PersonName;
import gotthard.inventory.RoleName;
import gotthard.journal.Request;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// An approval step: one person for each role, nobody for two.
record Gate(StepId step, Work.Approval wanted, Inventory inventory) {
    /// Roles that no valid approval covers yet; none when the gate is open.
    Set<RoleName> missing(List<Request.Approve> approvals, Instant now) {
        var missing = new HashSet<>(wanted.oneOfEach());
        missing.removeAll(assigned(approvals, now).keySet());
        return missing;
    }

    /// One approval for each role, as far as there are any.
    Map<RoleName, Request.Approve> assigned(List<Request.Approve> approvals, Instant now) {
        Map<PersonName, Request.Approve> valid = new HashMap<>();
        for (Request.Approve approval : approvals) {
            if (approval.step().equals(step) && counts(approval, now)) {
                valid.put(approval.by(), approval);
            }
        }
        Map<RoleName, Request.Approve> assigned = new HashMap<>();
        for (RoleName role : wanted.oneOfEach().stream().sorted().toList()) {
            assign(role, valid, assigned, new HashSet<>());
        }
        return assigned;
    }

    /// Gives a role to a person who has it, moving others to their other roles where that helps.
    private boolean assign(
            RoleName role,
            Map<PersonName, Request.Approve> valid,
            Map<RoleName, Request.Approve> assigned,
            Set<PersonName> tried) {
        for (PersonName name : valid.keySet().stream().sorted().toList()) {
            if (roles(name).contains(role) && tried.add(name)) {
                var held = new ArrayList<RoleName>();
                assigned.forEach(
                        (other, approval) -> {
                            if (approval.by().equals(name)) {
                                held.add(other);
                            }
                        });
                Request.Approve approval = valid.get(name);
                if (approval != null
                        && (held.isEmpty() || assign(held.getFirst(), valid, assigned, tried))) {
                    assigned.put(role, approval);
                    return true;
                }
            }
        }
        return false;
    }

    boolean counts(Request.Approve approval, Instant now) {
        return approval.at().plus(wanted.validFor()).isAfter(now);
    }

    /// Whether the person has one of the roles that are asked for.
    boolean asksFor(PersonName name) {
        return roles(name).stream().anyMatch(wanted.oneOfEach()::contains);
    }

    private Set<RoleName> roles(PersonName name) {
        Person person = inventory.people().get(name);
        return person == null ? Set.of() : person.roles();
    }
}
