package gotthard.web;

import org.eclipse.jetty.util.ssl.SslContextFactory;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// What the server shows of itself, read from PEM. TLS 1.2 and 1.3.
final class Identity {
    private static final List<String> KINDS = List.of("EC", "RSA", "Ed25519");
    private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
    private static final String END = "-----END PRIVATE KEY-----";

    private Identity() {}

    /// @throws Refused where the files can't be used
    static SslContextFactory.Server of(Settings.Certificate files) throws Refused {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("server", key(files.key()), new char[0], chain(files.chain()));
            var secure = new SslContextFactory.Server();
            secure.setKeyStore(store);
            secure.setKeyStorePassword("");
            secure.setSniRequired(false);
            return secure;
        } catch (IOException broken) {
            throw new Refused(
                    "the certificate or its key can't be read: " + broken,
                    "name files with --tls-cert and --tls-key that are there");
        } catch (GeneralSecurityException | IllegalArgumentException broken) {
            throw new Refused(
                    "the certificate and its key can't be used: " + broken.getMessage(),
                    "--tls-cert takes the chain in PEM, --tls-key its key as PKCS#8 in PEM without a password");
        }
    }

    private static Certificate[] chain(Path file) throws IOException, GeneralSecurityException {
        try (InputStream pem = Files.newInputStream(file)) {
            return CertificateFactory.getInstance("X.509")
                    .generateCertificates(pem)
                    .toArray(Certificate[]::new);
        }
    }

    private static PrivateKey key(Path file) throws IOException, GeneralSecurityException {
        String pem = Files.readString(file);
        int begin = pem.indexOf(BEGIN);
        int end = pem.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new GeneralSecurityException(file + " has no PRIVATE KEY");
        }
        var spec =
                new PKCS8EncodedKeySpec(
                        Base64.getMimeDecoder().decode(pem.substring(begin + BEGIN.length(), end)));
        for (String kind : KINDS) {
            Optional<PrivateKey> key = key(kind, spec);
            if (key.isPresent()) {
                return key.get();
            }
        }
        throw new GeneralSecurityException(file + " has no key of a kind that is known");
    }

    private static Optional<PrivateKey> key(String kind, PKCS8EncodedKeySpec spec)
            throws NoSuchAlgorithmException {
        try {
            return Optional.of(KeyFactory.getInstance(kind).generatePrivate(spec));
        } catch (InvalidKeySpecException another) {
            return Optional.empty();
        }
    }
}
