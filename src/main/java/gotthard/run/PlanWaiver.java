package gotthard.run;

import gotthard.inventory.Person;
import gotthard.inventory.PersonName;
import gotthard.journal.Waived;
import gotthard.plan.PlanName;
import gotthard.signing.Envelope;
import gotthard.signing.SigningKey;
import gotthard.signing.Statement;
import gotthard.signing.Verification;
import gotthard.world.Invariant;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// What a person signs who answers for what is not proven of a plan: of which plan, with exactly which documents, until when and why.
///
/// @param documents every text of the plan, by name
/// @param of what the invariant is of: a cell, or `the plan`
public record PlanWaiver(
        PlanName plan,
        SortedMap<String, String> documents,
        Invariant invariant,
        String of,
        PersonName by,
        Instant until,
        String why) {
    private static final String TYPE = "urn:gotthard:plan-waiver:1";

    public PlanWaiver {
        documents = Collections.unmodifiableSortedMap(new TreeMap<>(documents));
    }

    /// The same, signed.
    public Waived signed(SigningKey key) {
        return new Waived(invariant, of, by, until, why, Envelope.sign(statement(), key).text());
    }

    /// What came of looking at a waiver that somebody handed in.
    public sealed interface Judged {
        /// It counts.
        record Accepted(Waived waived) implements Judged {}

        /// It counts for nothing.
        ///
        /// @param why what is wrong; what to do
        record Refused(String why) implements Judged {}
    }

    /// Whether an envelope waives something of exactly this plan, signed by one of these people.
    ///
    /// @param documents every text of the plan, by name
    public static Judged judge(
            String envelope,
            PlanName plan,
            SortedMap<String, String> documents,
            Collection<Person> people,
            Instant now) {
        for (Person person : people) {
            if (Envelope.verify(envelope, Signature.known(person))
                    instanceof Verification.Verified(_, var said)) {
                return said(said, plan, documents)
                        .filter(waiver -> waiver.by().equals(person.name()))
                        .map(waiver -> waiver.judged(envelope, person, now))
                        .orElseGet(
                                () ->
                                        new Judged.Refused(
                                                "what "
                                                        + person.name()
                                                        + " signed is no waiver of their own for the plan "
                                                        + plan
                                                        + "; sign one with gotthard waive"));
            }
        }
        return new Judged.Refused(
                "the waiver does not have the signature of a key that the inventory lists; sign it with a listed key, or have"
                        + " yours listed");
    }

    private Judged judged(String envelope, Person person, Instant now) {
        String otherwise =
                "the plan, or a document that it names, has changed since "
                        + person.name()
                        + " signed the waiver; look at it and waive anew";
        return new WaiverRules(statement(), until, otherwise)
                .refusal(envelope, person, now)
                .<Judged>map(Judged.Refused::new)
                .orElseGet(
                        () ->
                                new Judged.Accepted(
                                        new Waived(invariant, of, by, until, why, envelope)));
    }

    /// The waiver that is stated, as of these documents.
    private static Optional<PlanWaiver> said(
            Statement said, PlanName plan, SortedMap<String, String> documents) {
        Optional<Invariant> invariant =
                Arrays.stream(Invariant.values())
                        .filter(one -> one.word().equals(said.field("invariant")))
                        .findFirst();
        if (!said.predicateType().equals(TYPE)
                || !said.subject().equals(plan.value())
                || invariant.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new PlanWaiver(
                            plan,
                            documents,
                            invariant.get(),
                            said.field("of"),
                            new PersonName(said.field("by")),
                            Instant.parse(said.field("until")),
                            said.field("why")));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private Statement statement() {
        var fields = new LinkedHashMap<String, String>();
        fields.put("invariant", invariant.word());
        fields.put("of", of);
        fields.put("by", by.value());
        fields.put("until", until.toString());
        fields.put("why", why);
        return new Statement(TYPE, plan.value(), digest(), fields);
    }

    /// Over each document in the order of the names: name, 0x00, length of the text in bytes, 0x00, text.
    private String digest() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            documents.forEach(
                    (name, text) -> {
                        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                        String head = name + "\0" + bytes.length + "\0";
                        digest.update(head.getBytes(StandardCharsets.UTF_8));
                        digest.update(bytes);
                    });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
