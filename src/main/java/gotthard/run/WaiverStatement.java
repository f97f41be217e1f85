package gotthard.run;

import gotthard.graph.StepId;
import gotthard.inventory.Person;
import gotthard.inventory.PersonName;
import gotthard.journal.Operation;
import gotthard.journal.RunId;
import gotthard.signing.Envelope;
import gotthard.signing.SigningKey;
import gotthard.signing.Statement;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Optional;

/// What a person signs who answers for a step that can't be verified: for which step of which run, with which inputs, until when and why.
public record WaiverStatement(
        RunId run, StepId step, String inputs, PersonName by, Instant until, String why) {
    private static final String TYPE = "urn:gotthard:waiver:1";

    /// The signed envelope, as the request carries it.
    public Operation.Waiver signed(SigningKey key) {
        return new Operation.Waiver(until, Envelope.sign(statement(), key).text());
    }

    private Statement statement() {
        var fields = new LinkedHashMap<String, String>();
        fields.put("run", run.value());
        fields.put("by", by.value());
        fields.put("until", until.toString());
        fields.put("why", why);
        return new Statement(TYPE, step.value(), digest(), fields);
    }

    private String digest() {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(
                                            (step.value() + "\0" + inputs)
                                                    .getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /// Why an envelope does not say this in the person's name, if it does not.
    Optional<String> refusal(String envelope, Person person, Instant now) {
        return new WaiverRules(
                        statement(),
                        until,
                        "the waiver says something else than what is signed; sign it anew")
                .refusal(envelope, person, now);
    }
}
