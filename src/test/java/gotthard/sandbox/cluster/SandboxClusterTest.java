package gotthard.sandbox.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;

/// The sandbox as an ordinary client sees it.
final class SandboxClusterTest {
    private static final SandboxCluster.Settings SETTINGS =
            new SandboxCluster.Settings("moscow", Clock.systemUTC(), Duration.ofMillis(5));

    @TempDir private Path folder;

    @Test
    void remembersItsObjectsAfterAnother() throws Exception {
        try (var cluster = SandboxCluster.start(folder, SETTINGS);
                var client = client(cluster)) {
            make(client, "kept");
        }

        try (var cluster = SandboxCluster.start(folder, SETTINGS);
                var client = client(cluster)) {
            assertThat(client.configMaps().inNamespace("intake").withName("kept").get().getData())
                    .containsEntry("a", "1");
        }
    }

    @Test
    void isOneProcessesOwn() throws Exception {
        try (var _ = SandboxCluster.start(folder, SETTINGS)) {
            assertThatIOException()
                    .isThrownBy(() -> SandboxCluster.start(folder, SETTINGS))
                    .withMessageContaining("is used by another process; wait until it has ended");
        }
    }

    @Test
    void keepsItsTokenToItsOwner() throws Exception {
        try (var cluster = SandboxCluster.start(folder, SETTINGS)) {
            assertThat(Files.getPosixFilePermissions(cluster.kubeconfig()))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        }
    }

    @Test
    void answersAgainAfterACrash() throws Exception {
        try (var cluster = SandboxCluster.start(folder, SETTINGS);
                var client = client(cluster)) {
            make(client, "kept");

            cluster.crash();
            cluster.revive();

            assertThat(client.configMaps().inNamespace("intake").withName("kept").get())
                    .isNotNull();
        }
    }

    @Test
    void tellsWatchersWhatHappens() throws Exception {
        try (var cluster = SandboxCluster.start(folder, SETTINGS);
                var client = client(cluster);
                var http = HttpClient.newHttpClient()) {
            make(client, "first");
            String known =
                    client.configMaps()
                            .inNamespace("intake")
                            .list()
                            .getMetadata()
                            .getResourceVersion();
            client.configMaps().inNamespace("intake").withName("first").delete();
            var watch =
                    HttpRequest.newBuilder(
                                    URI.create(
                                            client.getMasterUrl()
                                                    + "api/v1/namespaces/intake/configmaps?watch=true&timeoutSeconds=30&resourceVersion="
                                                    + known))
                            .header(
                                    "Authorization",
                                    "Bearer " + Files.readString(folder.resolve("token")).strip())
                            .build();

            try (var events = http.send(watch, HttpResponse.BodyHandlers.ofLines()).body()) {
                assertThat(events.filter(line -> line.contains("\"name\":\"first\"")).findFirst())
                        .hasValueSatisfying(
                                line -> assertThat(line).startsWith("{\"type\":\"DELETED\""));
            }
        }
    }

    private static void make(KubernetesClient client, String name) {
        client.resource(
                        new NamespaceBuilder()
                                .withNewMetadata()
                                .withName("intake")
                                .endMetadata()
                                .build())
                .serverSideApply();
        client.resource(
                        new ConfigMapBuilder()
                                .withNewMetadata()
                                .withName(name)
                                .withNamespace("intake")
                                .endMetadata()
                                .addToData("a", "1")
                                .build())
                .create();
    }

    private static KubernetesClient client(SandboxCluster cluster) {
        return new KubernetesClientBuilder()
                .withConfig(Config.fromKubeconfig("moscow", cluster.kubeconfig().toFile()))
                .build();
    }
}
