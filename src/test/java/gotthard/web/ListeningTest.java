package gotthard.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gotthard.journal.RunId;
import gotthard.overview.Stories;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.TrustManagerFactory;

/// Where it listens, and as whom.
final class ListeningTest {
    private static final char[] PASSWORD = "not-a-real-one".toCharArray();

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"::1", "127.0.0.1"})
    void answersAtEitherLoopback(String host) throws Exception {
        try (var scene = Scene.in(folder, settings(host, Optional.empty()))) {
            RunId run = scene.write(Stories.done());
            URI base = URI.create("http://" + Gate.written(host) + ":" + scene.port());

            HttpResponse<String> answer =
                    scene.send(
                            HttpRequest.newBuilder(base.resolve("/api/v1/runs/" + run))
                                    .header("Authorization", "Bearer " + Scene.VIEWER));

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains(run.value());
            assertThat(scene.send(HttpRequest.newBuilder(base)).statusCode()).isEqualTo(401);
        }
    }

    @Test
    void showsACertificateThatClientsVerify() throws Exception {
        KeyStore own = keys("own");
        try (var scene = Scene.in(folder, settings("127.0.0.1", Optional.of(pem(own))))) {
            scene.write(Stories.done());
            URI page = URI.create("https://localhost:" + scene.port() + "/api/v1/runs");
            HttpRequest request =
                    HttpRequest.newBuilder(page)
                            .header("Authorization", "Bearer " + Scene.VIEWER)
                            .build();

            try (HttpClient trusting = trusting(own);
                    HttpClient another = trusting(keys("another"))) {
                HttpResponse<String> answer =
                        trusting.send(request, HttpResponse.BodyHandlers.ofString());

                assertThat(answer.statusCode()).isEqualTo(200);
                assertThat(answer.sslSession().orElseThrow().getProtocol()).isEqualTo("TLSv1.3");
                assertThatThrownBy(
                                () -> another.send(request, HttpResponse.BodyHandlers.discarding()))
                        .isInstanceOf(SSLHandshakeException.class);
                HttpRequest misnamed =
                        HttpRequest.newBuilder(
                                        URI.create(
                                                "https://127.0.0.2:" + scene.port() + "/healthz"))
                                .build();
                assertThatThrownBy(
                                () ->
                                        trusting.send(
                                                misnamed, HttpResponse.BodyHandlers.discarding()))
                        .isInstanceOf(IOException.class);
            }
        }
    }

    private static Settings settings(String host, Optional<Settings.Certificate> certificate) {
        Settings usual = Scene.settings();
        return new Settings(
                host, 0, Set.of(), usual.tokens(), certificate, certificate.isPresent());
    }

    /// A key and a certificate that it signed itself, by the JDK's own program.
    private KeyStore keys(String name) throws Exception {
        Path file = folder.resolve(name + ".p12");
        Process made =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString(),
                                "-genkeypair",
                                "-keystore",
                                file.toString(),
                                "-storepass",
                                String.valueOf(PASSWORD),
                                "-alias",
                                "server",
                                "-keyalg",
                                "EC",
                                "-dname",
                                "CN=" + name,
                                "-ext",
                                "san=dns:localhost,ip:127.0.0.1")
                        .redirectErrorStream(true)
                        .start();
        String said = new String(made.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(made.waitFor()).as(said).isZero();
        return KeyStore.getInstance(file.toFile(), PASSWORD);
    }

    private Settings.Certificate pem(KeyStore keys) throws IOException, GeneralSecurityException {
        Path chain = folder.resolve("chain.pem");
        Path key = folder.resolve("key.pem");
        Files.writeString(chain, pem("CERTIFICATE", keys.getCertificate("server").getEncoded()));
        Files.writeString(key, pem("PRIVATE KEY", keys.getKey("server", PASSWORD).getEncoded()));
        return new Settings.Certificate(chain, key);
    }

    private static String pem(String what, byte[] bytes) {
        return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n"
                .formatted(what, Base64.getMimeEncoder().encodeToString(bytes));
    }

    private static HttpClient trusting(KeyStore keys) throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("server", keys.getCertificate("server"));
        var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, factory.getTrustManagers(), new SecureRandom());
        return HttpClient.newBuilder().sslContext(context).build();
    }
}
