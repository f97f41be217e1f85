package gotthard.run;

import gotthard.inventory.Person;
import gotthard.inventory.PersonName;
import gotthard.journal.Waived;
import gotthard.plan.PlanName;
import gotthard.signing.Envelope;
import gotthard.signing.SigningKey;
import gotthard.signing.Statement;
import gotthard.world.Invariant;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
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

    /// Why the envelope does not say this in the person's name, if it does not.
    public Optional<String> refusal(String envelope, Person person, Instant now) {
        return WaiverRules.refusal(statement(), until, envelope, person, now);
    }

    private Statement statement() {
        var fields = new LinkedHashMap<String, String>();
        fields.put("invariant", Waived.word(invariant));
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
