package gotthard.signing;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/// A public Ed25519 key, as a line of OpenSSH has it; one of a token (`sk-ssh-ed25519@openssh.com`) counts too. Two are equal when
/// they are the same key, whatever their comments.
///
/// @param encoded the key's SSH encoding in Base64: the second word of its line
public record VerificationKey(String encoded) {
    static final String PLAIN = "ssh-ed25519";
    static final String TOKEN = "sk-ssh-ed25519@openssh.com";

    /// What precedes the 32 bytes of a key in X.509's encoding (RFC 8410).
    private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

    private static final int LENGTH = 32;

    public VerificationKey {
        Parts.of(encoded);
    }

    /// The key of a line such as `ssh-ed25519 AAAA… comment`; none when it is no line of an Ed25519 key.
    public static Optional<VerificationKey> ofLine(String line) {
        String[] words = line.strip().split("\\s+", 3);
        if (words.length < 2) {
            return Optional.empty();
        }
        try {
            var key = new VerificationKey(words[1]);
            return key.type().equals(words[0]) ? Optional.of(key) : Optional.empty();
        } catch (Malformed _) {
            return Optional.empty();
        }
    }

    static VerificationKey ofRaw(byte[] point) {
        return ofBlob(new SshWire.Output().string(PLAIN).string(point).bytes());
    }

    static VerificationKey ofBlob(byte[] blob) {
        return new VerificationKey(Base64.getEncoder().encodeToString(blob));
    }

    /// As in an OpenSSH public key file, and as the inventory lists it.
    public String line(String comment) {
        return (type() + " " + encoded + " " + comment).strip();
    }

    /// What people compare: `SHA256:` and the digest in Base64, as `ssh-keygen -l` prints it.
    public String fingerprint() {
        return "SHA256:"
                + Base64.getEncoder()
                        .withoutPadding()
                        .encodeToString(sha256(Base64.getDecoder().decode(encoded)));
    }

    String type() {
        return Parts.of(encoded).type;
    }

    /// What a token puts before what it signs; empty for a key that is no token's.
    Optional<String> application() {
        return Parts.of(encoded).application;
    }

    boolean verifies(byte[] message, byte[] signature) {
        try {
            var verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(publicKey());
            verifier.update(message);
            return verifier.verify(signature);
        } catch (GeneralSecurityException _) {
            return false;
        }
    }

    @Override
    public String toString() {
        return fingerprint();
    }

    private PublicKey publicKey() throws GeneralSecurityException {
        byte[] encoding = new SshWire.Output().raw(X509).raw(Parts.of(encoded).point).bytes();
        return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoding));
    }

    static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every JDK has SHA-256", missing);
        }
    }

    private static final class Parts {
        private final String type;
        private final byte[] point;
        private final Optional<String> application;

        private Parts(String type, byte[] point, Optional<String> application) {
            this.type = type;
            this.point = point;
            this.application = application;
        }

        static Parts of(String encoded) {
            var input = new SshWire.Input(decoded(encoded), "the key");
            String type = input.text();
            if (!type.equals(PLAIN) && !type.equals(TOKEN)) {
                throw new Malformed("it is no Ed25519 key");
            }
            byte[] point = input.string();
            if (point.length != LENGTH) {
                throw new Malformed("an Ed25519 key has 32 bytes");
            }
            Optional<String> application =
                    type.equals(TOKEN) ? Optional.of(input.text()) : Optional.empty();
            input.end();
            return new Parts(type, point, application);
        }

        private static byte[] decoded(String encoded) {
            try {
                return Base64.getDecoder().decode(encoded);
            } catch (IllegalArgumentException _) {
                throw new Malformed("the key is no Base64");
            }
        }
    }
}
