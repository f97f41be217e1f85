package gotthard.signing;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;

/// A private Ed25519 key. It has no printable form but its file's.
public final class SigningKey {
    private static final int LENGTH = 32;

    private final PrivateKey secret;
    private final VerificationKey verification;

    private SigningKey(KeyPair pair) {
        secret = pair.getPrivate();
        verification = VerificationKey.ofRaw(point(pair));
    }

    /// A new key.
    public static SigningKey make(SecureRandom random) {
        try {
            var generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(NamedParameterSpec.ED25519, random);
            return new SigningKey(generator.generateKeyPair());
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every JDK has Ed25519", missing);
        }
    }

    /// @param encoding PKCS#8
    static SigningKey ofPkcs8(byte[] encoding) {
        try {
            var key =
                    KeyFactory.getInstance("Ed25519")
                            .generatePrivate(new PKCS8EncodedKeySpec(encoding));
            byte[] seed = ((EdECPrivateKey) key).getBytes().orElseThrow();
            return make(new Constant(seed));
        } catch (GeneralSecurityException _) {
            throw new Malformed("it is no Ed25519 key in PKCS#8");
        }
    }

    /// The public half.
    public VerificationKey verification() {
        return verification;
    }

    byte[] sign(byte[] message) {
        try {
            var signer = Signature.getInstance("Ed25519");
            signer.initSign(secret);
            signer.update(message);
            return signer.sign();
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("an Ed25519 key of this JDK signs", broken);
        }
    }

    /// PKCS#8.
    byte[] encoding() {
        return secret.getEncoded();
    }

    @Override
    public String toString() {
        return "the key " + verification.fingerprint();
    }

    /// The last 32 bytes of X.509's encoding (RFC 8410).
    private static byte[] point(KeyPair pair) {
        byte[] encoding = pair.getPublic().getEncoded();
        return Arrays.copyOfRange(encoding, encoding.length - LENGTH, encoding.length);
    }

    /// The JDK makes a public key only together with its private key, from 32 random bytes (RFC 8032, 5.1.5): these.
    private static final class Constant extends SecureRandom {
        @java.io.Serial private static final long serialVersionUID = 1L;

        private final byte[] seed;

        private Constant(byte[] seed) {
            this.seed = seed.clone();
        }

        @Override
        public void nextBytes(byte[] bytes) {
            if (bytes.length != seed.length) {
                throw new IllegalStateException("an Ed25519 key is made from 32 bytes");
            }
            System.arraycopy(seed, 0, bytes, 0, seed.length);
        }
    }
}
