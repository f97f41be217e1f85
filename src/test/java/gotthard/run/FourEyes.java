package gotthard.run;

import gotthard.action.Work;
import gotthard.inventory.Inventory;
import gotthard.inventory.Person;
import gotthard.inventory.PersonName;
import gotthard.inventory.RoleName;
import gotthard.journal.Entry;
import gotthard.journal.Event;
import gotthard.journal.Opening;
import gotthard.journal.Request;
import gotthard.journal.RunId;
import gotthard.journal.RunState;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A run that waits at its gates, and people of every sort who would approve.
///
/// `go` asks for a lead and a supervisor, `all` for three people of either role. `lead-1` started the run. `lead-2` has two keys,
/// `lead-3` has a revoked one beside a good one; `deputy` acts as lead for `lead-2` until the end of the year, `former` did until
/// October; `friend` acts for the author; `keyless` has no key.
final class FourEyes {
    static final RunId RUN = new RunId("moves-k3x9q");
    static final Instant NOW = Instant.parse("2019-11-13T08:00:00Z");

    private final Routes routes =
            new Routes()
                    .idle("a")
                    .approval("go", Set.of(Routes.LEAD, Routes.SUPERVISOR), "a")
                    .approval(
                            "all",
                            Set.of(),
                            Optional.of(new Work.Quorum(3, Set.of(Routes.LEAD, Routes.SUPERVISOR))),
                            "a")
                    .idle("b", "go", "all");
    private final Opening opening = routes.opening();
    private final Inventory inventory;
    private final Vetting vetting;
    private RunState state = RunState.opened(RUN, new Entry(1, NOW, new Event.RunOpened(opening)));

    FourEyes() {
        this(people());
    }

    private FourEyes(Map<PersonName, Person> people) {
        inventory = Routes.inventory().with(people);
        vetting = new Vetting(routes.graph(), new Basis(inventory));
    }

    /// The same where a person has another key.
    FourEyes listing(String name, String line) {
        Map<PersonName, Person> people = people();
        people.computeIfPresent(
                new PersonName(name),
                (_, one) -> new Person(one.name(), one.roles(), List.of(line)));
        return new FourEyes(people);
    }

    private static Map<PersonName, Person> people() {
        Map<PersonName, Person> people = new LinkedHashMap<>();
        put(people, person("lead-1", List.of("lead-1"), Routes.LEAD).delegating("friend"));
        put(
                people,
                person("lead-2", List.of("lead-2", "lead-2/second"), Routes.LEAD, Routes.SUPERVISOR)
                        .delegating("deputy")
                        .delegatedUntil("former", LocalDate.parse("2019-10-31")));
        put(people, person("lead-3", List.of("lead-3"), Routes.LEAD).revoking("lead-3/lost"));
        put(people, person("supervisor-1", List.of("supervisor-1"), Routes.SUPERVISOR));
        put(people, person("keyless", List.of(), Routes.SUPERVISOR));
        for (String name : List.of("deputy", "former", "friend", "reader")) {
            put(people, person(name, List.of(name)));
        }
        return people;
    }

    private static void put(Map<PersonName, Person> people, Described described) {
        people.put(described.person().name(), described.person());
    }

    private static Described person(String name, List<String> keys, RoleName... roles) {
        return new Described(
                new Person(
                        new PersonName(name),
                        Set.of(roles),
                        keys.stream().map(Approvals::line).toList()));
    }

    /// A person with one thing more.
    private record Described(Person person) {
        Described delegating(String to) {
            return delegatedUntil(to, LocalDate.parse("2019-12-31"));
        }

        Described delegatedUntil(String to, LocalDate until) {
            var more = new java.util.ArrayList<>(person.delegations());
            more.add(new Person.Delegation(new PersonName(to), Routes.LEAD, until));
            return with(person.revoked(), more);
        }

        Described revoking(String key) {
            var revoked = new Person.Revoked(Approvals.line(key), LocalDate.parse("2019-11-01"));
            return with(List.of(revoked), person.delegations());
        }

        private Described with(List<Person.Revoked> revoked, List<Person.Delegation> delegations) {
            return new Described(
                    new Person(person.name(), person.roles(), person.keys(), revoked, delegations));
        }
    }

    ApprovalClaim claim(String step, String by) {
        return claim(step, by, NOW);
    }

    ApprovalClaim claim(String step, String by, Instant at) {
        return Approvals.claim(
                RUN, opening, inventory, new Approvals.Given(Routes.id(step), by, at));
    }

    Request.Approve signed(String step, String by) {
        return claim(step, by).signed(Approvals.key(by));
    }

    /// What the run's loop says; what it accepts counts from then on.
    String asked(Request.Approve approve) {
        return asked(approve, NOW);
    }

    String asked(Request.Approve approve, Instant now) {
        Optional<String> refusal = vetting.refusal(state, approve, now);
        if (refusal.isEmpty()) {
            state =
                    state.after(
                            new Entry(
                                    state.last() + 1,
                                    now,
                                    new Event.RequestAccepted(state.handled() + 1, approve)));
        }
        return refusal.orElse("accepted");
    }

    /// What the gate still waits for.
    String waitsFor(String step, Instant now) {
        Gate gate = gate(step);
        var missing = gate.missing(state.approvals(), now).stream().sorted().toList();
        return missing + " and " + gate.more(state.approvals(), now) + " more";
    }

    private Gate gate(String step) {
        var wanted = (Work.Approval) routes.graph().step(Routes.id(step)).orElseThrow().work();
        return vetting.gate(state, Routes.id(step), wanted);
    }
}
