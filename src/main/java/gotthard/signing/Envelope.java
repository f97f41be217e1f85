package gotthard.signing;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Set;

/// A signed statement as it travels: JSON with the statement's bytes and one signature. Signed with a key's file it is a DSSE envelope
/// (secure-systems-lab/dsse, v1.0.2); signed with `ssh-keygen -Y sign`, the member `sshsig` takes the place of `signatures`.
///
/// @param payload the statement's bytes in Base64
public record Envelope(String payload, Signature signature) {
    private static final String TYPE = "application/vnd.in-toto+json";

    /// How it is signed. What it says of the key is never trusted.
    public sealed interface Signature {
        /// An Ed25519 signature over DSSE's encoding of the payload.
        ///
        /// @param keyId a hint for people
        /// @param signature in Base64
        record Dsse(String keyId, String signature) implements Signature {}

        /// A signature of OpenSSH over the payload.
        ///
        /// @param armored as `ssh-keygen` wrote it
        record Ssh(String armored) implements Signature {}
    }

    /// Signs a statement with a key.
    public static Envelope sign(Statement statement, SigningKey key) {
        byte[] bytes = statement.bytes();
        return new Envelope(
                base64(bytes),
                new Signature.Dsse(
                        key.verification().fingerprint(), base64(key.sign(covered(bytes)))));
    }

    /// A statement that was signed by `ssh-keygen -Y sign -n gotthard`; nothing is verified yet.
    public static Envelope ofSsh(byte[] statement, String armored) {
        return new Envelope(base64(statement), new Signature.Ssh(armored));
    }

    /// Who of the allowed keys signed it and what it states, or why it counts for nothing.
    ///
    /// @param envelope its text
    public static Verification verify(String envelope, Set<VerificationKey> allowed) {
        try {
            return read(envelope).verify(allowed);
        } catch (Malformed e) {
            return new Verification.Rejected(e.why());
        }
    }

    /// One line of JSON.
    public String text() {
        Json.Members members =
                Json.Members.empty().with("payloadType", TYPE).with("payload", payload);
        return switch (signature) {
            case Signature.Dsse(var keyId, var bytes) ->
                    members.with(
                                    "signatures",
                                    new Json.Items(
                                            List.of(
                                                    Json.Members.empty()
                                                            .with("keyid", keyId)
                                                            .with("sig", bytes))))
                            .write();
            case Signature.Ssh(var armored) -> members.with("sshsig", armored).write();
        };
    }

    private static Envelope read(String text) {
        Json.Members root = Json.read(text);
        if (!root.text("payloadType").equals(TYPE)) {
            throw new Malformed("it is no envelope around an in-toto statement");
        }
        String payload = root.text("payload");
        if (root.members().containsKey("sshsig")) {
            return new Envelope(payload, new Signature.Ssh(root.text("sshsig")));
        }
        Json.Members signature = root.only("signatures");
        String keyId = signature.members().containsKey("keyid") ? signature.text("keyid") : "";
        return new Envelope(payload, new Signature.Dsse(keyId, signature.text("sig")));
    }

    private Verification verify(Set<VerificationKey> allowed) {
        byte[] bytes = decoded(payload);
        return switch (signature) {
            case Signature.Dsse(var keyId, var text) -> {
                byte[] signed = decoded(text);
                for (VerificationKey key : allowed) {
                    if (key.application().isEmpty() && key.verifies(covered(bytes), signed)) {
                        yield new Verification.Verified(key, Statement.read(bytes));
                    }
                }
                yield new Verification.Rejected(
                        "none of these keys signed it"
                                + (keyId.isEmpty() ? "" : " (it names " + keyId + ")"));
            }
            case Signature.Ssh(var armored) -> {
                SshSignature signed = SshSignature.read(armored);
                if (!allowed.contains(signed.key())) {
                    yield new Verification.Rejected(
                            "none of these keys signed it (it names " + signed.key() + ")");
                }
                yield signed.fits(bytes)
                        ? new Verification.Verified(signed.key(), Statement.read(bytes))
                        : new Verification.Rejected("its signature is of something else");
            }
        };
    }

    /// What a signature covers: DSSE's pre-authentication encoding.
    private static byte[] covered(byte[] body) {
        byte[] start =
                ("DSSEv1 " + TYPE.length() + " " + TYPE + " " + body.length + " ")
                        .getBytes(StandardCharsets.UTF_8);
        return new SshWire.Output().raw(start).raw(body).bytes();
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException _) {
            throw new Malformed("its content is no Base64");
        }
    }
}
