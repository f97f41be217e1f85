package gotthard.mover;

import gotthard.transfer.Refused;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.util.Base64;

import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;

/// Who this end is, and whom it trusts: what a mounted Secret holds. Nothing of it is ever shown.
final class Credentials {
    private static final char[] NO_PASSWORD = {};
    private static final int LONGEST = 65_536;

    private final KeyManager[] own;
    private final TrustManager[] peer;
    private final byte[] token;

    private Credentials(KeyManager[] own, TrustManager[] peer, byte[] token) {
        this.own = own;
        this.peer = peer;
        this.token = token;
    }

    /// Reads `own.key`, `own.crt`, `peer.crt` and `token` of a folder.
    ///
    /// @throws Refused when one is missing or not understood, or when this end's certificate does not hold now or is not of its key
    static Credentials read(Path folder, Clock clock) throws Refused {
        X509Certificate own = certificate(folder.resolve("own.crt"));
        checkValid(own, clock);
        X509Certificate peer = certificate(folder.resolve("peer.crt"));
        PrivateKey key = key(folder.resolve("own.key"), own);
        if (!fits(key, own)) {
            throw new Refused(
                    folder.resolve("own.key") + " is not the key of own.crt beside it",
                    "put the private key there that the certificate was made for, or begin the step anew, which makes both");
        }
        try {
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, NO_PASSWORD);
            store.setKeyEntry("own", key, NO_PASSWORD, new Certificate[] {own});
            var factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(store, NO_PASSWORD);
            return new Credentials(
                    factory.getKeyManagers(),
                    new TrustManager[] {new ExactPeer(peer, clock)},
                    text(folder.resolve("token")).strip().getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException | IOException impossible) {
            throw new IllegalStateException("every Java has PKCS12 in memory", impossible);
        }
    }

    /// For lines: each end shows its certificate, and trusts exactly the other's.
    SSLContext mutual() {
        return context(peer);
    }

    /// For the HTTP face: whoever asks sees this end's certificate.
    SSLContext open() {
        return context(new TrustManager[] {});
    }

    /// Whether somebody knows the token. There is none when it is empty.
    boolean isToken(String claimed) {
        return token.length > 0
                && MessageDigest.isEqual(token, claimed.getBytes(StandardCharsets.UTF_8));
    }

    private SSLContext context(TrustManager[] trusted) {
        try {
            var context = SSLContext.getInstance("TLSv1.3");
            context.init(own, trusted, null);
            return context;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has TLS 1.3", impossible);
        }
    }

    private static X509Certificate certificate(Path file) throws Refused {
        try {
            Certificate read =
                    CertificateFactory.getInstance("X.509")
                            .generateCertificate(
                                    new ByteArrayInputStream(
                                            text(file).getBytes(StandardCharsets.US_ASCII)));
            if (read instanceof X509Certificate certificate) {
                return certificate;
            }
        } catch (CertificateException _) {
            // told below, without what is in the file
        }
        throw new Refused(file + " holds no certificate", "put an X.509 certificate in PEM there");
    }

    private static PrivateKey key(Path file, X509Certificate own) throws Refused {
        String base64 = text(file).replaceAll("-----[A-Z ]+-----|\\s", "");
        try {
            return KeyFactory.getInstance(own.getPublicKey().getAlgorithm())
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
        } catch (GeneralSecurityException | IllegalArgumentException _) {
            throw new Refused(
                    file + " holds no key that goes with own.crt",
                    "put the private key there, as PKCS#8 in PEM without a password");
        }
    }

    /// Whether what the key signs is what the certificate confirms. Of algorithms that this end does not know, the other end judges.
    private static boolean fits(PrivateKey key, X509Certificate own) {
        String algorithm =
                switch (own.getPublicKey().getAlgorithm()) {
                    case "EC" -> "SHA256withECDSA";
                    case "RSA" -> "SHA256withRSA";
                    case "EdDSA", "Ed25519" -> "Ed25519";
                    default -> "";
                };
        if (algorithm.isEmpty()) {
            return true;
        }
        byte[] words = "does it fit?".getBytes(StandardCharsets.US_ASCII);
        try {
            var signing = Signature.getInstance(algorithm);
            signing.initSign(key);
            signing.update(words);
            byte[] signed = signing.sign();
            signing.initVerify(own.getPublicKey());
            signing.update(words);
            return signing.verify(signed);
        } catch (GeneralSecurityException _) {
            return false;
        }
    }

    private static void checkValid(X509Certificate own, Clock clock) throws Refused {
        String reason = ExactPeer.invalid(own, clock);
        if (!reason.isEmpty()) {
            throw new Refused(
                    "this end's certificate " + reason,
                    "check the clock of the node, or begin the step anew with other certificates");
        }
    }

    private static String text(Path file) throws Refused {
        try {
            if (Files.size(file) <= LONGEST) {
                return Files.readString(file, StandardCharsets.ISO_8859_1);
            }
            throw new Refused(file + " is too long", "put one PEM block there");
        } catch (IOException _) {
            throw new Refused(
                    file + " can't be read",
                    "mount the Secret with own.key, own.crt, peer.crt and token there, or say where it is with --tls");
        }
    }
}
