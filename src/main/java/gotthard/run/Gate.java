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
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// An approval step: one person for each role and so many people in all, nobody for two.
///
/// @param authors by name
/// @param digest of what is decided about
record Gate(
        StepId step,
        Work.Approval wanted,
        Inventory inventory,
        Set<String> authors,
        String digest) {
    /// Roles that no valid approval covers yet.
    Set<RoleName> missing(List<Request.Approve> approvals, Instant now) {
        var missing = new HashSet<>(wanted.oneOfEach());
        missing.removeAll(assigned(approvals, now).keySet());
        return missing;
    }

    /// How many people are missing for the quorum.
    int more(List<Request.Approve> approvals, Instant now) {
        return wanted.quorum()
                .map(quorum -> Math.max(0, quorum.people() - voting(quorum, approvals, now).size()))
                .orElse(0);
    }

    /// The approvals that open the gate, by person.
    List<Request.Approve> opening(List<Request.Approve> approvals, Instant now) {
        Map<PersonName, Request.Approve> counted = new TreeMap<>();
        assigned(approvals, now).values().forEach(one -> counted.put(one.by(), one));
        wanted.quorum()
                .ifPresent(
                        quorum ->
                                voting(quorum, approvals, now)
                                        .forEach(one -> counted.put(one.by(), one)));
        return List.copyOf(counted.values());
    }

    /// The approvals that count now, the latest of each person.
    Collection<Request.Approve> counting(List<Request.Approve> approvals, Instant now) {
        Map<PersonName, Request.Approve> valid = new TreeMap<>();
        for (Request.Approve approval : approvals) {
            if (approval.step().equals(step) && counts(approval, now)) {
                valid.put(approval.by(), approval);
            }
        }
        return valid.values();
    }

    private List<Request.Approve> voting(
            Work.Quorum quorum, List<Request.Approve> approvals, Instant now) {
        return counting(approvals, now).stream()
                .filter(one -> roles(one.by(), now).stream().anyMatch(quorum.of()::contains))
                .toList();
    }

    /// One approval for each role, as far as there are any.
    private Map<RoleName, Request.Approve> assigned(List<Request.Approve> approvals, Instant now) {
        Map<PersonName, Request.Approve> valid = new TreeMap<>();
        counting(approvals, now).forEach(one -> valid.put(one.by(), one));
        Map<PersonName, Set<RoleName>> acting = new HashMap<>();
        valid.keySet().forEach(name -> acting.put(name, roles(name, now)));
        Map<RoleName, Request.Approve> assigned = new TreeMap<>();
        for (RoleName role : wanted.oneOfEach().stream().sorted().toList()) {
            assign(role, new Candidates(valid, acting), assigned, new HashSet<>());
        }
        return assigned;
    }

    private record Candidates(
            Map<PersonName, Request.Approve> valid, Map<PersonName, Set<RoleName>> acting) {
        boolean mayAct(PersonName name, RoleName role) {
            return acting.getOrDefault(name, Set.of()).contains(role);
        }
    }

    /// Gives a role to a person who has it, moving others to their other roles where that helps.
    private boolean assign(
            RoleName role,
            Candidates candidates,
            Map<RoleName, Request.Approve> assigned,
            Set<PersonName> tried) {
        for (Map.Entry<PersonName, Request.Approve> one : candidates.valid().entrySet()) {
            PersonName name = one.getKey();
            if (candidates.mayAct(name, role) && tried.add(name)) {
                var held = new ArrayList<RoleName>();
                assigned.forEach(
                        (other, approval) -> {
                            if (approval.by().equals(name)) {
                                held.add(other);
                            }
                        });
                if (held.isEmpty() || assign(held.getFirst(), candidates, assigned, tried)) {
                    assigned.put(role, one.getValue());
                    return true;
                }
            }
        }
        return false;
    }

    /// Whether an accepted approval still counts: what it was given for, its time and its key may have come to their end.
    private boolean counts(Request.Approve approval, Instant now) {
        Person person = inventory.people().get(approval.by());
        return person != null
                && isInTime(approval, now)
                && !isByAuthor(approval.by())
                && approval.signed()
                        .filter(signed -> signed.digest().equals(digest))
                        .filter(signed -> !Signature.isRevoked(person, signed, now))
                        .isPresent();
    }

    boolean isInTime(Request.Approve approval, Instant now) {
        return approval.at().plus(wanted.validFor()).isAfter(now)
                && approval.signed().filter(signed -> signed.expires().isAfter(now)).isPresent();
    }

    boolean isByAuthor(PersonName name) {
        return wanted.notAuthor() && authors.contains(name.value());
    }

    /// Whether the person acts in one of the roles that are asked for.
    boolean asksFor(PersonName name, Instant now) {
        return roles(name, now).stream().anyMatch(wanted.roles()::contains);
    }

    /// A delegation to the person, for one of the roles that are asked for, that is over.
    Optional<Person.Delegation> ended(PersonName name, Instant now) {
        return inventory.people().values().stream()
                .flatMap(person -> person.delegations().stream())
                .filter(one -> one.to().equals(name) && !one.holds(now))
                .filter(one -> wanted.roles().contains(one.role()))
                .findFirst();
    }

    /// An author can't have somebody else act for them, either.
    private Set<RoleName> roles(PersonName name, Instant now) {
        Set<PersonName> without =
                wanted.notAuthor()
                        ? authors.stream().map(PersonName::new).collect(Collectors.toSet())
                        : Set.of();
        return inventory.rolesOf(name, now, without);
    }
}
