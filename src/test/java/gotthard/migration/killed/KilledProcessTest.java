package gotthard.migration.killed;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.cli.Main;
import gotthard.journal.Ending;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// Real processes of the tool and real signals.
final class KilledProcessTest {
    private static final int KILLS = 2;
    private static final int WAITS = 5;
    private static final long PATIENCE_SECONDS = 120;

    @TempDir private Path folder;

    KilledProcessTest() {}

    @Test
    void goesOnAfterEachKillAndEndsAsIfNobodyHadKilledIt() throws Exception {
        Ground ground = Ground.fresh(folder.resolve("killed"), 12);
        assertThat(ended(start(ground, "plans/00-foundation.yaml"))).isZero();

        // Each process is killed a few lines further than the one before.
        for (int kill = 1; kill <= KILLS; kill++) {
            Process process = start(ground, "plans/10-europe-files.yaml");
            readLines(process, 4 * kill);
            process.destroyForcibly().waitFor();
        }

        assertThat(ended(start(ground, "plans/10-europe-files.yaml"))).isEqualTo(WAITS);
        Tool.approve(ground);
        assertThat(ended(start(ground, "plans/10-europe-files.yaml"))).isZero();
        assertThat(Tool.state(ground).orElseThrow().ending()).isEqualTo(Optional.of(Ending.DONE));
        Ground other = Ground.fresh(folder.resolve("undisturbed"), 12);
        assertThat(ended(start(other, "plans/00-foundation.yaml"))).isZero();
        assertThat(ended(start(other, "plans/10-europe-files.yaml"))).isEqualTo(WAITS);
        Tool.approve(other);
        assertThat(ended(start(other, "plans/10-europe-files.yaml"))).isZero();
        assertThat(
                        World.of(ground, Tool.state(ground))
                                .differences(World.of(other, Tool.state(other))))
                .filteredOn(difference -> !difference.matches("(?s).*/platform[./].*"))
                .isEmpty();
    }

    @Test
    void stopsAtAnInterruptAndGoesOnLater() throws Exception {
        Ground ground = Ground.fresh(folder.resolve("stopped"), 13);
        assertThat(ended(start(ground, "plans/00-foundation.yaml"))).isZero();
        Path host = ground.sandbox().resolve("zurich-1/hosts/files-1");
        Held.copies(host);
        Process process = start(ground, "plans/10-europe-files.yaml");
        BufferedReader said = process.inputReader(StandardCharsets.UTF_8);
        Held.await(host, process);

        new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
        assertThat(said.lines().anyMatch(line -> line.contains("stopping: nothing new is started")))
                .isTrue();
        Held.letGo(host);

        assertThat(ended(process)).isEqualTo(WAITS);
        assertThat(Tool.state(ground).orElseThrow().ending())
                .isEqualTo(Optional.of(Ending.STOPPED));
        assertThat(ended(start(ground, "plans/10-europe-files.yaml"))).isEqualTo(WAITS);
        assertThat(Tool.state(ground).orElseThrow().ending())
                .isEqualTo(Optional.of(Ending.WAITING));
    }

    private static void readLines(Process process, int count) throws IOException {
        BufferedReader said = process.inputReader(StandardCharsets.UTF_8);
        for (int line = 0; line < count && said.readLine() != null; line++) {}
    }

    /// The exit code of a process that ends by itself.
    private static int ended(Process process) throws IOException, InterruptedException {
        BufferedReader said = process.inputReader(StandardCharsets.UTF_8);
        var lines = new ArrayList<String>();
        said.lines().forEach(lines::add);
        assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS))
                .as(String.join("\n", lines))
                .isTrue();
        return process.exitValue();
    }

    /// An interrupt reaches it even where this process was started so that it ignores them, as `nohup … &` does: on Linux, by GNU's env.
    private static Process start(Ground ground, String plan) throws IOException {
        var command = new ArrayList<String>();
        if (System.getProperty("os.name").equals("Linux")) {
            command.addAll(List.of("env", "--default-signal=INT"));
        }
        command.addAll(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "apply",
                        plan,
                        "--state",
                        ground.folder().toString()));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }
}
