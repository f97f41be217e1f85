package gotthard.files.jobs;

import gotthard.secret.KnownSecrets;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/// What one end of a copy shows the other: a key, and a certificate that it has signed itself (X.509, RFC 5280) and that the other end
/// knows byte for byte. It lasts as long as a copy may, and is used for nothing else.
///
/// @param key PKCS#8, PEM
/// @param certificate PEM
record Identity(String key, String certificate) {
    /// Longer than any step may take; a resumed step gets new ones.
    private static final Duration LASTS = Duration.ofDays(30);

    /// Clocks of sites may differ.
    private static final Duration BEFORE = Duration.ofHours(1);

    private static final int SERIAL_BYTES = 16;
    private static final int VERSION_TAG = 0xa0;
    private static final int VERSION_3 = 2;

    /// `1.2.840.10045.4.3.2`, ecdsa-with-SHA256 (RFC 5758).
    private static final byte[] ALGORITHM =
            Der.of(
                    Der.SEQUENCE,
                    Der.bytes(0x06, 8, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02));

    /// `2.5.4.3`, commonName.
    private static final byte[] COMMON_NAME = Der.bytes(0x06, 3, 0x55, 0x04, 0x03);

    static Identity fresh(Instant now, SecureRandom random) {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"), random);
            KeyPair pair = generator.generateKeyPair();
            var made =
                    new Identity(
                            pem("PRIVATE KEY", pair.getPrivate().getEncoded()),
                            pem("CERTIFICATE", certificate(pair, now, random)));
            KnownSecrets.add(made.key());
            KnownSecrets.add(Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded()));
            return made;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has P-256 and SHA-256", e);
        }
    }

    private static byte[] certificate(KeyPair pair, Instant now, SecureRandom random)
            throws GeneralSecurityException {
        byte[] serial = new byte[SERIAL_BYTES];
        random.nextBytes(serial);
        serial[0] = (byte) ((serial[0] & 0x3f) | 0x40);
        byte[] name =
                Der.of(
                        Der.SEQUENCE,
                        Der.of(
                                Der.SET,
                                Der.of(Der.SEQUENCE, COMMON_NAME, Der.text("gotthard mover"))));
        byte[] content =
                Der.of(
                        Der.SEQUENCE,
                        Der.of(VERSION_TAG, Der.of(Der.INTEGER, Der.bytes(VERSION_3))),
                        Der.of(Der.INTEGER, serial),
                        ALGORITHM,
                        name,
                        Der.of(
                                Der.SEQUENCE,
                                Der.time(now.minus(BEFORE)),
                                Der.time(now.plus(LASTS))),
                        name,
                        pair.getPublic().getEncoded());
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(pair.getPrivate(), random);
        signature.update(content);
        return Der.of(Der.SEQUENCE, content, ALGORITHM, Der.bits(signature.sign()));
    }

    private static String pem(String what, byte[] content) {
        return "-----BEGIN %s-----\n".formatted(what)
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content)
                + "\n-----END %s-----\n".formatted(what);
    }

    /// Without the key.
    @Override
    public String toString() {
        return certificate;
    }
}
