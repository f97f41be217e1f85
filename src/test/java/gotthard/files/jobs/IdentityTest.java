package gotthard.files.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.US_ASCII;

import gotthard.secret.KnownSecrets;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.security.KeyFactory;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

final class IdentityTest {
    private static final Instant NOW = Instant.parse("2018-11-13T08:00:00Z");

    private final Identity made = Identity.fresh(NOW, new SecureRandom());

    IdentityTest() {}

    @Test
    void isACertificateThatItsOwnKeyHasSigned() throws Exception {
        X509Certificate certificate = certificate(made);

        certificate.verify(certificate.getPublicKey());

        assertThat(certificate.getVersion()).isEqualTo(3);
        assertThat(certificate.getSubjectX500Principal())
                .isEqualTo(certificate.getIssuerX500Principal());
        assertThat(certificate.getSerialNumber()).isPositive();
    }

    @Test
    void holdsFromALittleBeforeForAsLongAsACopyMayLast() throws Exception {
        X509Certificate certificate = certificate(made);

        assertThat(certificate.getNotBefore().toInstant())
                .isEqualTo(NOW.minus(Duration.ofHours(1)));
        assertThat(certificate.getNotAfter().toInstant()).isEqualTo(NOW.plus(Duration.ofDays(30)));
    }

    @Test
    void hasTheKeyOfItsCertificate() throws Exception {
        byte[] encoded =
                Base64.getMimeDecoder().decode(made.key().replaceAll("-----[A-Z ]+-----", ""));
        var key = KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(encoded));
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(key);
        signature.update("said".getBytes(US_ASCII));
        byte[] signed = signature.sign();

        signature.initVerify(certificate(made));
        signature.update("said".getBytes(US_ASCII));

        assertThat(signature.verify(signed)).isTrue();
    }

    @Test
    void isAnotherOneEachTimeAndItsKeyIsNeverShown() {
        assertThat(Identity.fresh(NOW, new SecureRandom()).key()).isNotEqualTo(made.key());
        assertThat(made.toString()).doesNotContain("PRIVATE");
        assertThat(KnownSecrets.masked("it is " + made.key())).doesNotContain("PRIVATE");
    }

    private static X509Certificate certificate(Identity identity) throws Exception {
        return (X509Certificate)
                CertificateFactory.getInstance("X.509")
                        .generateCertificate(
                                new ByteArrayInputStream(
                                        identity.certificate().getBytes(US_ASCII)));
    }
}
