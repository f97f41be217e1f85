package gotthard.run;

import gotthard.graph.StepId;
import gotthard.inventory.PersonName;
import gotthard.journal.Request;
import gotthard.journal.RunId;
import gotthard.signing.Envelope;
import gotthard.signing.SigningKey;
import gotthard.signing.Statement;
import gotthard.signing.VerificationKey;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Optional;

/// What somebody states who approves; signed, it is an approval.
///
/// @param digest of what is decided about; see [gotthard.graph.Covered]
/// @param nonce makes the approval count once
public record ApprovalClaim(
        RunId run,
        StepId step,
        String digest,
        PersonName by,
        Instant at,
        Instant expires,
        String nonce,
        String comment) {
    private static final String TYPE = "urn:gotthard:approval:1";
    private static final String RUN = "run";
    private static final String BY = "by";
    private static final String AT = "at";
    private static final String EXPIRES = "expires";
    private static final String NONCE = "nonce";
    private static final String COMMENT = "comment";

    /// The statement to sign.
    public Statement statement() {
        var fields = new LinkedHashMap<String, String>();
        fields.put(RUN, run.value());
        fields.put(BY, by.value());
        fields.put(AT, at.toString());
        fields.put(EXPIRES, expires.toString());
        fields.put(NONCE, nonce);
        fields.put(COMMENT, comment);
        return new Statement(TYPE, step.value(), digest, fields);
    }

    /// What a statement claims, if it is one of an approval.
    public static Optional<ApprovalClaim> of(Statement statement) {
        if (!statement.predicateType().equals(TYPE) || statement.field(NONCE).isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new ApprovalClaim(
                            new RunId(statement.field(RUN)),
                            new StepId(statement.subject()),
                            statement.sha256(),
                            new PersonName(statement.field(BY)),
                            Instant.parse(statement.field(AT)),
                            Instant.parse(statement.field(EXPIRES)),
                            statement.field(NONCE),
                            statement.field(COMMENT)));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /// The approval, signed with a key's file.
    public Request.Approve signed(SigningKey key) {
        return request(Envelope.sign(statement(), key).text(), key.verification());
    }

    /// The approval, signed in whatever way.
    ///
    /// @param envelope its text
    public Request.Approve request(String envelope, VerificationKey key) {
        return new Request.Approve(
                step,
                by,
                at,
                comment,
                Optional.of(new Request.Signed(digest, expires, nonce, key.encoded(), envelope)));
    }
}
