package gotthard.kubernetes;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;

import gotthard.Golden;
import gotthard.action.Unreachable;
import gotthard.inventory.Endpoint;
import gotthard.inventory.EndpointName;
import gotthard.secret.Secrets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;

/// Why a cluster can't be opened.
final class ClusterConnectorTest {
    @TempDir private Path folder;

    @Test
    void saysThatTheKubeconfigIsMissing() {
        golden("no-kubeconfig", failureOf("zurich-1", folder.resolve("missing")));
    }

    @Test
    void suggestsTheContextThatWasMeant() throws Exception {
        golden("unknown-context", failureOf("zurich-l", kubeconfig("http://127.0.0.1:1", "t")));
    }

    @Test
    void saysThatAFileIsNoKubeconfig() throws Exception {
        Path file = folder.resolve("kubeconfig");
        Files.writeString(file, "[[[");

        golden("no-kubeconfig-at-all", failureOf("zurich-1", file));
    }

    @Test
    void saysThatNothingListens() throws Exception {
        golden("nothing-listens", failureOf("zurich-1", kubeconfig("http://127.0.0.1:1", "t")));
    }

    @Test
    void saysThatANameIsNotKnown() throws Exception {
        golden(
                "unknown-name",
                failureOf("zurich-1", kubeconfig("http://zurich.invalid:6443", "t")));
    }

    @Test
    void saysThatACertificateIsNotTrusted() throws Exception {
        HttpsServer server =
                HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(selfSigned()));
        server.start();
        try {
            String address = "https://127.0.0.1:" + server.getAddress().getPort();

            golden("certificate", failureOf("zurich-1", kubeconfig(address, "t")));
        } finally {
            server.stop(0);
        }
    }

    /// With a key and a certificate that the JDK's own `keytool` makes for this test.
    private SSLContext selfSigned() throws Exception {
        Path store = folder.resolve("store.p12");
        Process keytool =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString(),
                                "-genkeypair",
                                "-alias",
                                "a",
                                "-keyalg",
                                "EC",
                                "-dname",
                                "CN=somebody",
                                "-validity",
                                "1",
                                "-storetype",
                                "PKCS12",
                                "-keystore",
                                store.toString(),
                                "-storepass",
                                "for-this-test")
                        .redirectErrorStream(true)
                        .start();
        keytool.getInputStream().readAllBytes();
        keytool.waitFor();
        char[] password = "for-this-test".toCharArray();
        KeyStore keys = KeyStore.getInstance(store.toFile(), password);
        var factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(keys, password);
        var context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), new TrustManager[0], new SecureRandom());
        return context;
    }

    @Test
    void saysThatCredentialsAreRefused() throws Exception {
        try (Arena arena = Arena.inThisJvm()) {
            Path real = arena.endpoint().kubeconfig().orElseThrow();
            String server = Files.readString(real).replaceAll("(?s).*server: \"([^\"]+)\".*", "$1");

            golden("unauthorized", failureOf("zurich-1", kubeconfig(server, "token-of-last-year")));
        }
    }

    private Path kubeconfig(String server, String token) throws IOException {
        Path file = folder.resolve("kubeconfig");
        Files.writeString(
                file,
                """
                apiVersion: v1
                kind: Config
                clusters: [{name: c, cluster: {server: "%s"}}]
                users: [{name: u, user: {token: %s}}]
                contexts: [{name: zurich-1, context: {cluster: c, user: u}}]
                current-context: zurich-1
                """
                        .formatted(server, token));
        return file;
    }

    private static String failureOf(String context, Path kubeconfig) {
        var endpoint =
                new Endpoint.Cluster(
                        EndpointName.cluster(Arena.SITE), context, Optional.of(kubeconfig));
        return catchThrowableOfType(
                        Unreachable.class,
                        () -> {
                            try (var cluster =
                                    new ClusterConnector().open(endpoint, new Secrets(Map.of()))) {
                                cluster.get("/version");
                            }
                        })
                .failure()
                .toString();
    }

    private void golden(String name, String text) {
        Golden.assertMatches(
                "kubernetes/" + name + ".txt",
                text.replace(folder.toString(), "/home/anyone/.kube")
                        .replaceAll("127\\.0\\.0\\.1:[0-9]{4,}", "127.0.0.1:6443"));
    }
}
