package gotthard.signing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;

/// A signature of `ssh-keygen -Y sign -n gotthard` (OpenSSH, PROTOCOL.sshsig; of tokens, PROTOCOL.u2f).
final class SshSignature {
    static final String NAMESPACE = "gotthard";

    private static final String BEGIN = "-----BEGIN SSH SIGNATURE-----";
    private static final String END = "-----END SSH SIGNATURE-----";
    private static final byte[] MAGIC = "SSHSIG".getBytes(StandardCharsets.US_ASCII);
    private static final Map<String, String> ALGORITHMS =
            Map.of("sha256", "SHA-256", "sha512", "SHA-512");
    private static final int PRESENT = 1;

    private final VerificationKey key;
    private final String algorithm;
    private final byte[] signed;

    /// @param algorithm what the message is digested with, as OpenSSH calls it
    /// @param signed the inner signature's bytes, with what a token adds
    private SshSignature(VerificationKey key, String algorithm, byte[] signed) {
        this.key = key;
        this.algorithm = algorithm;
        this.signed = signed;
    }

    static SshSignature read(String armored) {
        var input = new SshWire.Input(content(armored.strip()), "the signature");
        if (!Arrays.equals(input.raw(MAGIC.length), MAGIC) || input.number() != 1) {
            throw new Malformed("it is no SSH signature of version 1");
        }
        byte[] blob = input.string();
        String namespace = input.text();
        if (!namespace.equals(NAMESPACE)) {
            throw new Malformed(
                    "it was signed for \"" + namespace + "\", not with -n " + NAMESPACE);
        }
        if (input.string().length > 0) {
            throw new Malformed("its reserved field is not empty");
        }
        String algorithm = input.text();
        if (!ALGORITHMS.containsKey(algorithm)) {
            throw new Malformed("it uses the digest \"" + algorithm + "\"");
        }
        byte[] signed = input.string();
        input.end();
        return new SshSignature(VerificationKey.ofBlob(blob), algorithm, signed);
    }

    VerificationKey key() {
        return key;
    }

    /// Whether the key that it names signed these bytes.
    boolean fits(byte[] message) {
        byte[] wrapped =
                new SshWire.Output()
                        .raw(MAGIC)
                        .string(NAMESPACE)
                        .string("")
                        .string(algorithm)
                        .string(digest(message))
                        .bytes();
        var input = new SshWire.Input(signed, "the signature");
        if (!input.text().equals(key.type())) {
            throw new Malformed("it is of another kind than its key");
        }
        byte[] signature = input.string();
        byte[] covered =
                key.application().map(name -> ofToken(name, wrapped, input)).orElse(wrapped);
        input.end();
        return key.verifies(covered, signature);
    }

    /// A token signs digests, its flags and its counter; somebody must have touched it.
    private static byte[] ofToken(String application, byte[] wrapped, SshWire.Input input) {
        byte[] flags = input.raw(1);
        byte[] counter = input.raw(4);
        if ((flags[0] & PRESENT) == 0) {
            throw new Malformed("nobody touched the token that signed it");
        }
        return new SshWire.Output()
                .raw(VerificationKey.sha256(application.getBytes(StandardCharsets.UTF_8)))
                .raw(flags)
                .raw(counter)
                .raw(VerificationKey.sha256(wrapped))
                .bytes();
    }

    private byte[] digest(byte[] message) {
        try {
            return MessageDigest.getInstance(ALGORITHMS.getOrDefault(algorithm, ""))
                    .digest(message);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every JDK has SHA-2", missing);
        }
    }

    private static byte[] content(String text) {
        if (!text.startsWith(BEGIN) || !text.endsWith(END)) {
            throw new Malformed("it is no SSH signature");
        }
        String body = text.substring(BEGIN.length(), text.length() - END.length());
        try {
            return Base64.getDecoder().decode(body.replaceAll("\\s", ""));
        } catch (IllegalArgumentException _) {
            throw new Malformed("the SSH signature is no Base64");
        }
    }
}
