package gotthard.inventory;

import gotthard.problem.Code;
import gotthard.problem.Problem;
import gotthard.problem.Problems;
import gotthard.problem.Quoted;
import gotthard.shape.Located;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/// Holds people's keys and delegations against each other.
final class PeopleResolution {
    private static final Code KEY_TWICE = new Code("key-twice");
    private static final Code SELF = new Code("delegated-to-oneself");
    private static final Code NOT_HELD = new Code("delegated-without-role");

    private final Map<String, PersonName> owners = new HashMap<>();
    private final Problems problems;

    PeopleResolution(Problems problems) {
        this.problems = problems;
    }

    Map<PersonName, Person> people(Map<PersonName, Written.Person> written) {
        var people = new LinkedHashMap<PersonName, Person>();
        written.forEach((name, person) -> people.put(name, person(name, person)));
        return people;
    }

    private Person person(PersonName name, Written.Person written) {
        written.keys().forEach(key -> claim(key, name));
        written.revoked().forEach(revoked -> claim(revoked.key(), name));
        written.delegates().forEach(delegation -> check(delegation, name, written));
        return new Person(
                name,
                new LinkedHashSet<>(written.roles()),
                written.keys().stream().map(Located::value).toList(),
                written.revoked().stream()
                        .map(one -> new Person.Revoked(one.key().value(), one.since()))
                        .toList(),
                delegations(written));
    }

    private static List<Person.Delegation> delegations(Written.Person written) {
        return written.delegates().stream()
                .map(
                        one ->
                                new Person.Delegation(
                                        one.to().value(), one.role().value(), one.until()))
                .toList();
    }

    /// A key tells who signed, so it is one person's, and either counts or is revoked.
    private void claim(Located<String> key, PersonName name) {
        PersonName other = owners.putIfAbsent(PublicKeyLine.key(key.value()), name);
        if (other == null) {
            return;
        }
        if (other.equals(name)) {
            problems.add(
                    Problem.error(
                                    KEY_TWICE,
                                    key.place(),
                                    "this key of "
                                            + Quoted.of(name.value())
                                            + " stands there twice")
                            .withAdvice(
                                    "name it once: under \"keys\", or once it counts no more under \"revoked\""));
            return;
        }
        problems.add(
                Problem.error(
                                KEY_TWICE,
                                key.place(),
                                Quoted.of(other.value())
                                        + " and "
                                        + Quoted.of(name.value())
                                        + " have the same key")
                        .withAdvice(
                                "a key tells who signed: have one of them make another, with gotthard key new"));
    }

    private void check(Written.Delegation delegation, PersonName name, Written.Person person) {
        if (delegation.to().value().equals(name)) {
            problems.add(
                    Problem.error(
                                    SELF,
                                    delegation.to().place(),
                                    Quoted.of(name.value())
                                            + " delegates to "
                                            + Quoted.of(name.value()))
                            .withAdvice("name the person who acts for them"));
        }
        if (!person.roles().contains(delegation.role().value())) {
            problems.add(
                    Problem.error(
                                    NOT_HELD,
                                    delegation.role().place(),
                                    Quoted.of(name.value())
                                            + " delegates the role "
                                            + Quoted.of(delegation.role().value().value())
                                            + " without having it")
                            .withAdvice("only who has a role can delegate it"));
        }
    }
}
