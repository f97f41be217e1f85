package gotthard.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.fail;

import gotthard.action.Meter;
import gotthard.action.Readings;
import gotthard.action.Unreachable;
import gotthard.inventory.Endpoint;
import gotthard.inventory.EndpointName;
import gotthard.inventory.SiteName;
import gotthard.secret.Secrets;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// On a real Prometheus server, which `src/lab/lab install` brings.
@Tag("lab")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PrometheusLabTest {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private Optional<Process> server = Optional.empty();
    private Optional<Readings> readings = Optional.empty();

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        Optional<Path> program =
                Arrays.stream(
                                Objects.requireNonNullElse(System.getenv("PATH"), "")
                                        .split(File.pathSeparator, -1))
                        .map(place -> Path.of(place, "prometheus"))
                        .filter(Files::isExecutable)
                        .findFirst();
        assertThat(program).as("no prometheus is on the path: src/lab/lab install").isPresent();
        int port = freePort();
        Path config = Files.writeString(folder.resolve("prometheus.yml"), "global: {}\n");
        List<String> command =
                Stream.of(
                                program.get().toString(),
                                "--config.file=" + config,
                                "--storage.tsdb.path=" + folder.resolve("data"),
                                "--web.listen-address=127.0.0.1:" + port)
                        .toList();
        server =
                Optional.of(
                        new ProcessBuilder(command)
                                .redirectErrorStream(true)
                                .redirectOutput(folder.resolve("log").toFile())
                                .start());
        var endpoint =
                new Endpoint.Metrics(
                        EndpointName.metrics(new SiteName("moscow")),
                        URI.create("http://127.0.0.1:" + port + "/"),
                        Map.of());
        readings = Optional.of(Meter.installed().open(endpoint, new Secrets(Map.of())));
        awaitReady();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void awaitReady() throws InterruptedException {
        Instant until = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(until)) {
            try {
                readings.orElseThrow().ask("vector(1)");
                return;
            } catch (Unreachable _) {
                Thread.sleep(100);
            }
        }
        fail("prometheus did not start");
    }

    @AfterAll
    void stop() throws InterruptedException {
        readings.ifPresent(Readings::close);
        if (server.isPresent()) {
            server.get().destroy();
            server.get().waitFor();
        }
    }

    private List<Double> ask(String query) throws Unreachable, InterruptedException {
        return readings.orElseThrow().ask(query);
    }

    @Test
    void givesVectorsAndScalars() throws Exception {
        assertThat(ask("vector(3.5)")).containsExactly(3.5);
        assertThat(ask("scalar(vector(2)) * 2")).containsExactly(4.0);
        assertThat(ask("label_replace(vector(1), \"a\", \"b\", \"\", \"\") or vector(2)"))
                .containsExactlyInAnyOrder(1.0, 2.0);
    }

    @Test
    void givesWhatIsNoFiniteNumber() throws Exception {
        assertThat(ask("vector(1) / 0")).containsExactly(Double.POSITIVE_INFINITY);
        assertThat(ask("vector(0) / 0")).containsExactly(Double.NaN);
    }

    @Test
    void givesNothingWhereThereIsNoSeries() throws Exception {
        assertThat(ask("nobody_exports_this{job=\"a b\"} > 0")).isEmpty();
    }

    @Test
    void saysWhatIsWrongWithAQuery() {
        assertThatExceptionOfType(Unreachable.class)
                .isThrownBy(() -> ask("rate(x["))
                .satisfies(it -> assertThat(it.failure().what()).contains("status 400: invalid"));
    }
}
