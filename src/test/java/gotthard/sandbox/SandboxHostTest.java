package gotthard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import gotthard.inventory.EndpointName;
import gotthard.inventory.SiteName;
import gotthard.secret.Secrets;
import gotthard.ssh.HostConnection;
import gotthard.ssh.HostConnector;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// What becomes of processes when those who started them go.
final class SandboxHostTest {
    private static final EndpointName HOST = new EndpointName(new SiteName("zurich-1"), "file-1");

    /// The number of the process that was started last, for those who may set it (`pid_namespaces(7)`).
    private static final Path LAST = Path.of("/proc/sys/kernel/ns_last_pid");

    /// Becomes a process of the number `$1` with a child, which repeats what it is told.
    private static final String STRANGER =
            """
            exec 3<&0
            for try in $(seq 200); do
                echo $(($1 - 1)) >/proc/sys/kernel/ns_last_pid
                sh -c '[ $$ = "$1" ] || exit 9; (echo ready; exec cat); echo "ended $?"' sh "$1" <&3
                [ $? = 9 ] || exit
                sleep 0.02
            done
            """;

    @TempDir Path folder;

    /// A shell has ended while a child of its own holds its output open, and its number is a stranger's when the connection ends.
    @Test
    @Timeout(60)
    void killsNobodyWhoHasTheNumberOfAProcessThatHasEnded() throws Exception {
        assumeTrue(mayChooseNumbers(), "numbers of processes can't be chosen here");
        String last = Files.readString(LAST).strip();
        Process stranger;
        BufferedReader told;
        try (var host = SandboxHost.start(folder);
                var connection = open(host);
                var running =
                        connection.start(
                                List.of("sh", "-c", "exec 3<&0; cat <&3 & echo $$ $PPID"))) {
            var printed =
                    new BufferedReader(
                            new InputStreamReader(running.output(), StandardCharsets.UTF_8));
            stranger = strangerAs(shell(printed.readLine().split(" ")));
            told = stranger.inputReader(StandardCharsets.UTF_8);
            assertThat(told.readLine()).isEqualTo("ready");
        } finally {
            Files.writeString(LAST, last);
        }

        try (var input = stranger.outputWriter(StandardCharsets.UTF_8)) {
            input.write("still there\n");
        } catch (IOException _) {
            // It is there no more, and what it said tells so.
        }
        assertThat(told.lines()).containsExactly("still there", "ended 0");
    }

    private static boolean mayChooseNumbers() {
        try {
            Files.writeString(LAST, Files.readString(LAST).strip());
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    private static HostConnection open(SandboxHost host) throws Exception {
        return new HostConnector().open(host.endpoint(HOST), new Secrets(Map.of()));
    }

    /// The process that the sandbox has started: some shells run the last command in their own stead.
    private static String shell(String[] itselfAndParent) {
        String here = Long.toString(ProcessHandle.current().pid());
        return itselfAndParent[1].equals(here) ? itselfAndParent[0] : itselfAndParent[1];
    }

    /// It is not this JVM's own, which can't tell two processes of one number apart for a moment.
    private static Process strangerAs(String number) throws IOException {
        return new ProcessBuilder("sh", "-c", STRANGER, "sh", number).start();
    }
}
