package gotthard.migration;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.journal.SharedServer;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/// The shipped Deployment of a coordinator, by the image of this build, in a real cluster. What is typed elsewhere goes through a
/// PostgreSQL server that all share.
@Tag("lab")
final class CoordinatorLabTest {
    private static final String HOME = "zurich-2";
    private static final String NAMESPACE = "gotthard";
    private static final String PLAN = "src/test/resources/cli/coordinated.yaml";
    private static final Path IMAGE = Path.of("target/gotthard-image.tar");
    private static final Path CREDENTIALS = Path.of("/var/lib/lab");
    private static final String OPERATOR = "10.77.0.254";
    private static final String NETWORK = "10.0.0.0/8";

    @TempDir Path folder;

    private LabGround ground;
    private SharedServer server;

    @BeforeEach
    void start() throws IOException, SQLException, InterruptedException {
        ground = new LabGround(folder);
        server = SharedServer.start(NETWORK);
        removeMarks();
        assertThat(IMAGE)
                .as("there is no image; make it with: ./mvnw -Pimage package")
                .isRegularFile();
        ground.lab().run("import", IMAGE.toString());
        remove();
        deploy();
    }

    @AfterEach
    void stop() throws IOException, InterruptedException {
        remove();
        removeMarks();
        server.close();
        ground.close();
    }

    @Test
    void carriesOutWhatALaptopHandsOverAlsoAfterItsPodIsGone()
            throws IOException, InterruptedException {
        Tool laptop = laptop();
        laptop.run("apply", PLAN, "-i", ground.inventory(), "--detach").ended(0);
        untilItRuns(laptop);
        String first = pod();

        cluster().pods().inNamespace(NAMESPACE).withName(first).withGracePeriod(0).delete();

        Ran attached = laptop.run("attach", "--wait").ended(0);
        assertThat(attached.out()).contains("done, all verified");
        assertThat(pod()).isNotEqualTo(first);
        for (String host : List.of("files-1", "files-2")) {
            assertThat(ground.home("zurich-1", host).resolve("coordinated"))
                    .as("done once, by the first coordinator or by the next")
                    .hasContent("once");
        }
        assertThat(laptop.run("rollback").ended(0).out()).contains("rolled back");
    }

    private KubernetesClient cluster() {
        return ground.cluster(HOME);
    }

    private Tool laptop() {
        return new Tool(
                server.address("127.0.0.1"), folder, Map.of("PGPASSWORD", server.password()));
    }

    private void untilItRuns(Tool laptop) throws IOException, InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
        while (!laptop.run("status").out().contains("running")) {
            assertThat(System.nanoTime()).as("%s", told(laptop)).isLessThan(until);
        }
    }

    private String told(Tool laptop) throws IOException, InterruptedException {
        return laptop.run("status") + cluster().pods().inNamespace(NAMESPACE).list().toString();
    }

    /// The name of the one pod that is not ending.
    private String pod() {
        return cluster().pods().inNamespace(NAMESPACE).list().getItems().stream()
                .filter(pod -> pod.getMetadata().getDeletionTimestamp() == null)
                .map(Pod::getMetadata)
                .map(metadata -> metadata.getName())
                .findFirst()
                .orElse("");
    }

    private void deploy() throws IOException {
        cluster()
                .resource(
                        new NamespaceBuilder()
                                .withNewMetadata()
                                .withName(NAMESPACE)
                                .endMetadata()
                                .build())
                .create();
        secret(
                "state",
                Map.of("password", base64(server.password().getBytes(StandardCharsets.UTF_8))));
        var files = new TreeMap<String, String>();
        for (String name : List.of("kubeconfig", "id_ed25519", "known_hosts")) {
            files.put(name, base64(Files.readAllBytes(CREDENTIALS.resolve(name))));
        }
        secret("credentials", files);
        var shipped = new ArrayList<HasMetadata>();
        try (var manifest = Files.newInputStream(Path.of("deploy/coordinator.yaml"))) {
            shipped.addAll(cluster().load(manifest).items());
        }
        for (HasMetadata item : shipped) {
            if (item instanceof ConfigMap settings) {
                settings.getData().put("state", server.address(OPERATOR));
            }
            cluster().resource(item).inNamespace(NAMESPACE).create();
        }
    }

    private void secret(String name, Map<String, String> data) {
        cluster()
                .resource(
                        new SecretBuilder()
                                .withNewMetadata()
                                .withName(name)
                                .withNamespace(NAMESPACE)
                                .endMetadata()
                                .withData(data)
                                .build())
                .create();
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private void remove() {
        var namespace = cluster().namespaces().withName(NAMESPACE);
        namespace.delete();
        namespace.waitUntilCondition(gone -> gone == null, 120, TimeUnit.SECONDS);
    }

    private void removeMarks() throws IOException {
        for (String site : List.of("zurich-1", "zurich-2")) {
            for (String host : List.of("files-1", "files-2")) {
                Files.deleteIfExists(ground.home(site, host).resolve("coordinated"));
            }
        }
    }
}
