package gotthard.kubernetes;

import gotthard.action.Inspector.Finding;
import gotthard.action.Inspector.Measure;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.internal.SSLUtils;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

import javax.net.ssl.SSLSocket;

/// Until when the certificates of an API server and of the kubeconfig's user are valid. What has none, such as a server without TLS or
/// a user with a token, gives no finding.
final class Certificates {
    private static final int HTTPS = 443;

    private Certificates() {}

    static List<Finding> of(ClusterConnection cluster) {
        var findings = new ArrayList<Finding>();
        server(cluster).ifPresent(end -> findings.add(finding("certificate", end)));
        user(cluster.configuration()).ifPresent(end -> findings.add(finding("identity", end)));
        return findings;
    }

    private static Finding finding(String subject, Instant end) {
        return new Finding.Measured(subject, new Measure.ValidUntil(end));
    }

    /// Shakes hands once more, since the client of the library does not show the certificate. A handshake that fails has nothing to
    /// tell that the requests before have not told.
    private static Optional<Instant> server(ClusterConnection cluster) {
        URI address = URI.create(cluster.server());
        if (!"https".equals(address.getScheme())) {
            return Optional.empty();
        }
        int port = address.getPort() < 0 ? HTTPS : address.getPort();
        int patience = cluster.configuration().getConnectionTimeout();
        try (var plain = new Socket()) {
            plain.connect(new InetSocketAddress(address.getHost(), port), patience);
            plain.setSoTimeout(patience);
            var factory = SSLUtils.sslContext(cluster.configuration()).getSocketFactory();
            try (var socket =
                    (SSLSocket) factory.createSocket(plain, address.getHost(), port, true)) {
                socket.startHandshake();
                return end(socket.getSession().getPeerCertificates()[0]);
            }
        } catch (IOException | GeneralSecurityException _) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> user(Config configuration) {
        try (InputStream encoded = certificate(configuration)) {
            List<Certificate> chain =
                    CertificateFactory.getInstance("X.509").generateCertificates(encoded).stream()
                            .<Certificate>map(one -> one)
                            .toList();
            return chain.isEmpty() ? Optional.empty() : end(chain.getFirst());
        } catch (IOException | GeneralSecurityException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static InputStream certificate(Config configuration) throws IOException {
        String data = configuration.getClientCertData();
        if (data != null) {
            return new ByteArrayInputStream(Base64.getMimeDecoder().decode(data));
        }
        String file = configuration.getClientCertFile();
        return file == null ? InputStream.nullInputStream() : Files.newInputStream(Path.of(file));
    }

    private static Optional<Instant> end(Certificate certificate) {
        return certificate instanceof X509Certificate x509
                ? Optional.of(x509.getNotAfter().toInstant())
                : Optional.empty();
    }
}
