package gotthard.mover;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.transfer.Amount;
import gotthard.transfer.Late;
import gotthard.transfer.report.Ending;
import gotthard.transfer.report.Report;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/// Comparisons by both ends in this process, over TLS.
final class JudgingTest {
    private static final Instant WRITTEN = Instant.parse("2019-11-04T08:00:00Z");

    @TempDir Path folder;

    private Path source;
    private Path target;
    private Ends ends;

    @BeforeEach
    void lay() throws Exception {
        source = Files.createDirectories(folder.resolve("source"));
        target = folder.resolve("target");
        ends = Ends.in(folder);
        for (int i = 0; i < 20; i++) {
            write(source, "file-" + i, "content " + i);
        }
    }

    @Test
    void provesWhatWasCopiedAndLeavesNothingBehind() throws Exception {
        for (int i = 0; i < 20; i++) {
            write(target, "file-" + i, "content " + i);
        }

        Report report = compared("full");

        assertThat(report.ended()).isEqualTo(Ending.COMPLETE);
        assertThat(report.compared().things()).isEqualTo(20);
        assertThat(report.compared().bytes()).isEqualTo(10 * 9 + 10 * 10);
        assertThat(report.compared().unproven()).isZero();
        assertThat(report.root()).isPresent();
        assertThat(names(target)).allMatch(name -> name.startsWith("file-"));
    }

    @Test
    void namesWhatWasFlippedRemovedAndAdded() throws Exception {
        copy();
        write(target, "file-3", "cOntent 3");
        Files.delete(target.resolve("file-4"));
        write(target, "file-x", "more");

        Report report = compared("full");

        assertThat(report.ended()).isEqualTo(Ending.INCOMPLETE);
        assertThat(report.failed()).isEqualTo(2);
        assertThat(report.extra()).isEqualTo(1);
        assertThat(report.troubles())
                .extracting(trouble -> trouble.path() + ": " + trouble.what())
                .containsExactlyInAnyOrder(
                        "file-3: it differs in: content",
                        "file-4: only the source has it",
                        "file-x: only the target has it");
    }

    @Test
    void provesByWhatWasRecordedOnlyWhatNobodyHasTouchedSince() throws Exception {
        copy();

        Report report = compared("recorded");
        write(target, "file-3", "longer than before");
        Report touched = compared("recorded");

        assertThat(report.ended()).isEqualTo(Ending.COMPLETE);
        assertThat(report.compared().unproven()).isZero();
        assertThat(touched.failed()).isEqualTo(1);
    }

    @Test
    void saysOfNamesAndSizesThatTheyProveNoContent() throws Exception {
        for (int i = 0; i < 20; i++) {
            write(target, "file-" + i, "cOntent " + i);
        }

        Report report = compared("count");

        assertThat(report.ended()).isEqualTo(Ending.COMPLETE);
        assertThat(report.compared().things()).isEqualTo(20);
        assertThat(report.compared().unproven()).isEqualTo(20);
    }

    @Test
    void findsAllMissingInAFolderThatIsNotThereAndMakesNone() throws Exception {
        Report report = compared("full");

        assertThat(report.ended()).isEqualTo(Ending.INCOMPLETE);
        assertThat(report.failed()).isEqualTo(20);
        assertThat(target).doesNotExist();
    }

    @Test
    void tellsWhatCameSinceAMomentFromWhatDiffers() throws Exception {
        copy();
        write(source, "late", "written since");
        Files.setLastModifiedTime(source.resolve("late"), FileTime.from(WRITTEN.plusSeconds(60)));
        write(source, "moved-here", "with an old time");

        Report report =
                compared(
                        "full", "--as-of", Long.toString(WRITTEN.plusSeconds(60).getEpochSecond()));

        assertThat(report.ended()).isEqualTo(Ending.INCOMPLETE);
        assertThat(report.failed()).isEqualTo(1);
        assertThat(report.troubles()).singleElement().asString().contains("moved-here");
        assertThat(report.late())
                .isEqualTo(
                        new Late(
                                1,
                                new Amount(1, 13),
                                OptionalLong.of(WRITTEN.plusSeconds(60).getEpochSecond())));
        assertThat(report.compared().files()).isEqualTo(20);
    }

    private void copy() throws Exception {
        Running receives = Running.mover(ends.own(), target, "receive", "--listen", "0");
        Running sends = send("send", receives.port());
        assertThat(List.of(receives.code(), sends.code())).containsOnly(0);
    }

    private Report compared(String level, String... more) throws Exception {
        var words = new ArrayList<>(List.of("compare-receive", "--listen", "0", "--level", level));
        words.addAll(List.of(more));
        Running judges = Running.mover(ends.own(), target, words.toArray(String[]::new));
        Running tells = send("compare-send", judges.port(), "--level", level);
        Report report = judges.report();
        assertThat(tells.report().ended()).isEqualTo(report.ended());
        return report;
    }

    private Running send(String role, int port, String... more) throws Exception {
        var all = new java.util.ArrayList<>(List.of(role, "--connect", "127.0.0.1:" + port));
        all.addAll(List.of(more));
        return Running.mover(ends.other(), source, all.toArray(String[]::new));
    }

    /// Always with the same time, so that only what lies in it tells a file from another.
    private static void write(Path folder, String name, String content) throws IOException {
        Path file = Files.createDirectories(folder).resolve(name);
        Files.writeString(file, content);
        Files.setLastModifiedTime(file, FileTime.from(WRITTEN));
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(path -> path.getFileName().toString()).toList();
        }
    }
}
