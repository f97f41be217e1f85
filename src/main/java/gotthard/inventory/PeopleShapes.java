package gotthard.inventory;

import gotthard.shape.Shape;

import java.util.List;

/// How people are written.
final class PeopleShapes {
    private static final Shape<String> KEY =
            Shape.text().parse("a public key", PublicKeyLine::parse);

    private static final Shape<Written.Revoked> REVOKED =
            Shape.object(
                    fields -> {
                        var key =
                                fields.required(
                                        "key",
                                        KEY.located(),
                                        "the key, as it stood under \"keys\"");
                        var since =
                                fields.required(
                                        "since",
                                        Shape.date(),
                                        "the day from which it counts no more, in UTC");
                        return values -> new Written.Revoked(values.of(key), values.of(since));
                    });

    private static final Shape<Written.Delegation> DELEGATION =
            Shape.object(
                    fields -> {
                        var to =
                                fields.required(
                                        "to",
                                        Shape.reference(Inventory.PERSON, PersonName::new)
                                                .located(),
                                        "who acts in the role");
                        var role =
                                fields.required(
                                        "role",
                                        Shape.reference(Inventory.ROLE, RoleName::new).located(),
                                        "a role that the person has");
                        var until =
                                fields.required(
                                        "until", Shape.date(), "the last day of it, in UTC");
                        return values ->
                                new Written.Delegation(
                                        values.of(to), values.of(role), values.of(until));
                    });

    static final Shape<Written.Person> PERSON =
            Shape.object(
                    fields -> {
                        var roles =
                                fields.optional(
                                        "roles",
                                        Shape.reference(Inventory.ROLE, RoleName::new).list(),
                                        List.of(),
                                        "what the person may decide");
                        var keys =
                                fields.optional(
                                        "keys",
                                        KEY.located().list(),
                                        List.of(),
                                        "Ed25519 public keys, each the line of an OpenSSH public key file, to sign approvals with");
                        var revoked =
                                fields.optional(
                                        "revoked",
                                        REVOKED.list(),
                                        List.of(),
                                        "keys that count no more");
                        var delegates =
                                fields.optional(
                                        "delegates",
                                        DELEGATION.list(),
                                        List.of(),
                                        "roles that somebody else may act in for a while");
                        return values ->
                                new Written.Person(
                                        values.of(roles),
                                        values.of(keys),
                                        values.of(revoked),
                                        values.of(delegates));
                    });

    private PeopleShapes() {}
}
