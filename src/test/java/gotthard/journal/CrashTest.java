package gotthard.journal;

import static gotthard.journal.Examples.AT;
import static gotthard.journal.Examples.RUN;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Random;

/// `kill -9` of a process that writes.
final class CrashTest {
    private static final int KILLS = 8;

    @TempDir private Path folder;

    CrashTest() {}

    @Test
    void losesNothingThatWasAcknowledgedAndFreesTheLease() throws Exception {
        openRun();
        var random = new Random(9);
        long before = 1;
        for (int kill = 1; kill <= KILLS; kill++) {
            long acknowledged = killedAfter(1 + random.nextInt(40));

            try (var journal = open()) {
                List<Entry> entries = journal.entries(RUN, 0);
                assertThat(entries.size()).isGreaterThanOrEqualTo((int) acknowledged);
                assertThat(entries.size() % 2).as("all of an append or none").isEqualTo(1);
                assertThat(acknowledged).isGreaterThan(before);
                JournalContract.granted(journal.acquire(RUN, "after the crash"));
                before = entries.size();
            }
        }
    }

    @Test
    void keepsOthersOutWhileTheProcessLivesAndLoadsNoFlyway() throws Exception {
        openRun();
        Path classes = folder.resolve("classes.log");
        Process writer = start("-Xlog:class+load:file=" + classes);
        try (BufferedReader said = writer.inputReader(StandardCharsets.UTF_8);
                var journal = open()) {
            assertThat(said.readLine()).isNotNull();

            var acquired = journal.acquire(RUN, "second");

            assertThat(acquired).isEqualTo(new Journal.Acquired.Taken("the writer"));
        } finally {
            writer.destroyForcibly().waitFor();
        }
        List<String> loaded = Files.readAllLines(classes);
        assertThat(loaded).anyMatch(line -> line.contains("org.sqlite."));
        assertThat(loaded.stream().filter(line -> line.contains("flywaydb"))).isEmpty();
    }

    @Test
    void aRefusalInThisProcessDoesNotOpenTheLockForOthers() throws Exception {
        openRun();
        try (var journal = open();
                var second = open()) {
            JournalContract.granted(journal.acquire(RUN, "first"));
            assertThat(second.acquire(RUN, "second"))
                    .isEqualTo(new Journal.Acquired.Taken("first"));

            Process writer = start("-Xshare:auto");

            assertThat(writer.waitFor()).as("the other process got the lease").isEqualTo(1);
            assertThat(writer.inputReader(StandardCharsets.UTF_8).readLine()).isNull();
        }
    }

    private StoredJournal open() {
        return SqliteJournal.open(folder, "0.1.0", new SecureRandom());
    }

    private void openRun() {
        try (var journal = open()) {
            Lease lease = JournalContract.granted(journal.acquire(RUN, "first"));
            assertThat(journal.append(lease, 1, AT, List.of(Examples.opened()))).isTrue();
        }
    }

    /// The last number that the writer said before it was killed.
    private long killedAfter(int lines) throws IOException, InterruptedException {
        Process writer = start("-Xshare:auto");
        long acknowledged = 0;
        try (BufferedReader said = writer.inputReader(StandardCharsets.UTF_8)) {
            for (int line = 0; line < lines; line++) {
                acknowledged = Long.parseLong(said.readLine());
            }
            writer.toHandle().destroyForcibly();
            String further = said.readLine();
            while (further != null) {
                acknowledged = further.isEmpty() ? acknowledged : whole(further, acknowledged);
                further = said.readLine();
            }
        }
        return acknowledged;
    }

    /// The last line may be torn: then it is shorter, and its number smaller.
    private static long whole(String line, long known) {
        return Math.max(known, Long.parseLong(line));
    }

    private Process start(String option) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        option,
                        "-cp",
                        System.getProperty("java.class.path"),
                        RestlessWriter.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
