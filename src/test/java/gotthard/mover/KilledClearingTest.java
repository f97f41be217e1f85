package gotthard.mover;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.transfer.report.Ending;
import gotthard.transfer.report.Report;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A mover that deletes, as a process of its own, is killed (`kill -9`) as soon as the first file is gone.
final class KilledClearingTest {
    private static final int FILES = 4_000;
    private static final Duration LONGEST = Duration.ofMinutes(2);

    @TempDir private Path folder;

    private Path here;
    private Path there;
    private Ends ends;

    @Test
    void leavesWhatAnotherOneDeletesAfterAFreshLookAndNothingElseGoes() throws Exception {
        lay();
        assertThat(decided("r1").ended()).isEqualTo(Ending.COMPLETE);
        Process clears =
                MoverProcess.start(
                        folder.resolve("log"),
                        here,
                        ends.own(),
                        folder.resolve("report.json"),
                        List.of("clear", "--round", "r1"));
        try {
            untilGone(here.resolve("d00/f00000"), clears);
        } finally {
            MoverProcess.kill(clears);
        }
        List<String> left = files(here);
        assertThat(files(there)).hasSize(FILES);
        for (String name : left) {
            assertThat(here.resolve(name)).hasSameBinaryContentAs(there.resolve(name));
        }
        Files.writeString(here.resolve("d00/came"), "since");

        Report refused = decided("r2");
        assertThat(refused.ended()).isEqualTo(Ending.INCOMPLETE);
        assertThat(refused.wanted().files()).isEqualTo(FILES + 1);
        assertThat(refused.troubles()).extracting(Report.Trouble::path).containsExactly("d00/came");
        Files.writeString(there.resolve("d00/came"), "since");
        assertThat(decided("r3").ended()).isEqualTo(Ending.COMPLETE);
        Report cleared = Running.mover(ends.own(), here, "clear", "--round", "r3").report();

        assertThat(cleared.ended()).isEqualTo(Ending.COMPLETE);
        assertThat(cleared.wanted().files()).isEqualTo(FILES + 1);
        assertThat(cleared.placed().files()).isEqualTo(left.size() + 1);
        assertThat(files(here)).isEmpty();
        assertThat(files(there)).hasSize(FILES + 1);
    }

    private void lay() throws Exception {
        here = Files.createDirectories(folder.resolve("here"));
        there = Files.createDirectories(folder.resolve("there"));
        ends = Ends.in(folder);
        for (int i = 0; i < FILES; i++) {
            String name = "d%02d/f%05d".formatted(i % 40, i);
            for (Path root : List.of(here, there)) {
                Files.createDirectories(root.resolve(name).getParent());
                Files.writeString(root.resolve(name), "content " + i);
            }
        }
    }

    private Report decided(String round) throws Exception {
        Running decides =
                Running.mover(ends.own(), here, "decide", "--listen", "0", "--round", round);
        Running covers =
                Running.mover(
                        ends.other(), there, "cover", "--connect", "127.0.0.1:" + decides.port());
        Report report = decides.report();
        assertThat(covers.code()).as(covers.said()).isIn(0, 3);
        return report;
    }

    private void untilGone(Path file, Process by) throws Exception {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (Files.exists(file)) {
            assertThat(System.nanoTime())
                    .as(Files.readString(folder.resolve("log")))
                    .isLessThan(end);
            boolean _ = by.waitFor(1, TimeUnit.MILLISECONDS);
        }
    }

    private static List<String> files(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(Files::isRegularFile)
                    .map(path -> root.relativize(path).toString())
                    .filter(path -> !path.startsWith(".gotthard-"))
                    .toList();
        }
    }
}
