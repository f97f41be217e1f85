package gotthard.migration;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.inventory.EndpointName;
import gotthard.inventory.SiteName;
import gotthard.journal.Event;
import gotthard.journal.Journal;
import gotthard.journal.ScratchDatabase;
import gotthard.sandbox.SandboxHost;
import gotthard.sandbox.cluster.SandboxCluster;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/// Two coordinators, each a process of its own, on one PostgreSQL, one host and one cluster. The one that has the run stands still at any moment,
/// the other takes over, and the first one wakes up in the middle of what it did. `-Dtakeovers=100` does it a hundred times.
final class TakeoverTest {
    private static final int TAKEOVERS = Integer.getInteger("takeovers", 2);
    private static final int STEPS = 20 * TAKEOVERS + 60;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir private Path folder;
    private SandboxHost host;
    private SandboxCluster cluster;
    private WatchedTurns turns;
    private ScratchDatabase database;
    private final List<Process> processes = new ArrayList<>();
    private final long began = System.nanoTime();

    TakeoverTest() {}

    @BeforeEach
    void start() throws IOException {
        host = SandboxHost.start(folder.resolve("host"));
        cluster =
                SandboxCluster.start(
                        folder.resolve("cluster"),
                        SandboxCluster.Settings.of("zurich-1", Clock.systemUTC()));
        turns = WatchedTurns.at(cluster, folder.resolve("cluster/token"));
        database = ScratchDatabase.fresh();
        Files.writeString(folder.resolve("inventory.yaml"), inventory());
        Files.writeString(folder.resolve("plan.yaml"), plan());
        for (int step = 1; step <= STEPS; step++) {
            Files.writeString(folder.resolve("turn-%d.yaml".formatted(step)), turn(step));
        }
    }

    @AfterEach
    void end() throws Exception {
        for (Process process : processes) {
            process.destroyForcibly().waitFor();
        }
        host.close();
        turns.close();
        cluster.close();
    }

    /// Each step writes its fence down before and after it does something, so that the site tells who did what when. Between any two of
    /// them one changes an object that all of these change.
    private static String plan() {
        var plan = new StringBuilder();
        plan.append("apiVersion: gotthard/v1\nkind: Plan\n");
        plan.append("metadata: {name: chain, owner: platform, title: A long chain}\n");
        plan.append("spec:\n  inventory: inventory.yaml\n  steps:\n");
        for (int step = 1; step <= STEPS; step++) {
            plan.append("    - id: t%d\n".formatted(step));
            if (step > 1) {
                plan.append("      needs: [s%d]\n".formatted(step - 1));
            }
            plan.append(
                    "      action: kubernetes.apply\n      with: {to: zurich-1, manifests: [turn-%d.yaml]}\n"
                            .formatted(step));
            plan.append("    - id: s%1$d\n      needs: [t%1$d]\n".formatted(step));
            plan.append(
                    "      action: ssh.run\n      with:\n        at: zurich-1\n        hosts: files\n");
            plan.append("        check: [test, -e, done-%d]\n".formatted(step));
            plan.append(
                    "        run: [sh, -c, 'echo \"$GOTTHARD_FENCE %1$d begins\" >>changes; sleep 0.02; touch done-%1$d; echo \"$GOTTHARD_FENCE %1$d ends\" >>changes']\n"
                            .formatted(step));
            plan.append("        undo: [rm, -f, done-%d]\n".formatted(step));
        }
        return plan.toString();
    }

    private static String turn(int step) {
        return """
        apiVersion: v1
        kind: Namespace
        metadata: {name: chain}
        ---
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: turn, namespace: chain}
        data: {step: "%d"}
        """
                .formatted(step);
    }

    private String inventory() {
        var name = new EndpointName(new SiteName("zurich-1"), "files-1");
        return """
        apiVersion: gotthard/v1
        kind: Inventory
        metadata: {name: chain}
        spec:
          sites:
            zurich-1:
              country: CH
              cluster: {context: zurich-1, kubeconfig: %s}
              hosts:
                files:
                  - name: %s
                    address: %s
                    port: %d
                    user: %s
                    hostKeys: {pinned: ["%s"]}
                    identity: {file: %s}
          regions: {europe: {countries: [DE]}}
        """
                .formatted(
                        cluster.kubeconfig(),
                        name.local(),
                        host.address(),
                        host.port(),
                        host.user(),
                        host.hostKey(),
                        host.identity());
    }

    private Process coordinator() throws IOException {
        int number = processes.size() + 1;
        var builder =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "gotthard.cli.Main",
                        "apply",
                        folder.resolve("plan.yaml").toString(),
                        "--wait",
                        "--state",
                        database.address("patience=5s"));
        builder.environment().putAll(database.environment());
        builder.redirectErrorStream(true);
        builder.redirectOutput(folder.resolve("coordinator-" + number + ".log").toFile());
        Process process = builder.start();
        processes.add(process);
        return process;
    }

    @Test
    void leavesNoStaleChangeAndNoStaleAppend() throws Exception {
        var random = new Random(17);
        Process holder = coordinator();
        awaitMore(holder, 0);
        Process other = coordinator();
        int overtaken = 0;
        for (int takeover = 1; takeover <= TAKEOVERS; takeover++) {
            // Any moment of a step, its appends and what it does at the site.
            TimeUnit.MILLISECONDS.sleep(random.nextInt(200));
            long fence = fence();
            signal("STOP", holder);
            awaitFence(other, fence);
            awaitMore(other, changes().size());

            signal("CONT", holder);

            assertThat(holder.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
            assertThat(holder.exitValue()).as(log(holder)).isEqualTo(6);
            assertThat(log(holder)).contains("another process has taken over");
            overtaken++;
            Process next = coordinator();
            holder = other;
            other = next;
        }

        assertThat(overtaken).isEqualTo(TAKEOVERS);
        noChangeOfALowerFenceFollowsAHigherOne();
        assertThat(turns.seen()).hasSizeGreaterThan(TAKEOVERS);
        assertThat(turns.seen())
                .isSortedAccordingTo(Comparator.comparingLong(WatchedTurns.Turn::fence));
        assertThat(turns.seen())
                .isSortedAccordingTo(Comparator.comparingLong(WatchedTurns.Turn::step));
        assertThat(resumed()).isGreaterThanOrEqualTo(TAKEOVERS);
    }

    /// The journal of all of it holds, and every takeover stands in it.
    private long resumed() {
        try (Journal journal = database.open()) {
            return journal.entries(journal.runs().getFirst(), 0).stream()
                    .filter(entry -> entry.event() instanceof Event.RunResumed)
                    .count();
        }
    }

    private void noChangeOfALowerFenceFollowsAHigherOne() throws IOException {
        long highest = 0;
        Map<String, Integer> times = new HashMap<>();
        List<String> changes = changes();
        for (String change : changes) {
            long fence = Long.parseLong(change.split(" ", 2)[0]);
            assertThat(fence).as(change).isGreaterThanOrEqualTo(highest);
            highest = fence;
            times.merge(change.split(" ", 2)[1], 1, Integer::sum);
        }
        long again = times.values().stream().filter(count -> count > 1).count();
        System.getLogger("takeovers")
                .log(
                        System.Logger.Level.INFO,
                        "{0} takeovers in {1} s, {2} changes at the site, {3} done again by the next holder, 0 stale",
                        TAKEOVERS,
                        (System.nanoTime() - began) / 1_000_000_000,
                        changes.size(),
                        again);
        assertThat(highest).isGreaterThan(1);
    }

    private List<String> changes() throws IOException {
        Path changes = folder.resolve("host/home/changes");
        return Files.exists(changes) ? Files.readAllLines(changes) : List.of();
    }

    private long fence() throws IOException {
        List<String> changes = changes();
        return changes.isEmpty() ? 0 : Long.parseLong(changes.getLast().split(" ", 2)[0]);
    }

    private void awaitFence(Process other, long above) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (fence() <= above) {
            assertThat(System.nanoTime()).as(log(other)).isLessThan(end);
            assertThat(other.isAlive()).as(log(other)).isTrue();
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    /// Until the site has more changes than this.
    private void awaitMore(Process one, long than) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (changes().size() <= than) {
            assertThat(System.nanoTime()).as(log(one)).isLessThan(end);
            assertThat(one.isAlive()).as(log(one)).isTrue();
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private String log(Process process) throws IOException {
        Path log = folder.resolve("coordinator-" + (processes.indexOf(process) + 1) + ".log");
        return Files.readString(log);
    }

    private static void signal(String name, Process process) throws Exception {
        assertThat(
                        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                                .start()
                                .waitFor())
                .isZero();
    }
}
