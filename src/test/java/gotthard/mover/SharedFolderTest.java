package gotthard.mover;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.transfer.report.Ending;
import gotthard.transfer.report.Report;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Two cells that share a folder at both ends, told apart by lists, each brought by movers of its own.
final class SharedFolderTest {
    private static final Instant WRITTEN = Instant.parse("2019-11-04T08:00:00Z");
    private static final int FILES = 60;

    @TempDir Path folder;

    private Path source;
    private Path target;
    private Ends ends;

    @BeforeEach
    void lay() throws Exception {
        source = Files.createDirectories(folder.resolve("source"));
        target = Files.createDirectories(folder.resolve("target"));
        ends = Ends.in(folder);
        var asia = new ArrayList<String>();
        var europe = new ArrayList<String>();
        for (int i = 0; i < FILES; i++) {
            String name = "d%d/%s/file-%d".formatted(i % 3, i % 2 == 0 ? "x" : "y", i);
            write(source, name, "content " + i);
            (i % 4 < 2 ? europe : asia).add(name);
        }
        Files.write(folder.resolve("europe.txt"), europe);
        Files.write(folder.resolve("asia.txt"), asia);
    }

    @Test
    void areBroughtAtTheSameTimeAndVerifiedEachByItself() throws Exception {
        write(target, "d0/x/theirs", "somebody else's");
        var movers = new ArrayList<Running>();
        for (String cell : List.of("europe", "asia")) {
            Running receives = receive(cell);
            movers.add(receives);
            movers.add(send("send", cell, receives));
        }
        for (Running mover : movers) {
            assertThat(mover.code()).as(mover.said()).isZero();
            assertThat(mover.report().placed().files()).isEqualTo(FILES / 2);
            assertThat(mover.report().extra()).isZero();
        }

        for (String cell : List.of("europe", "asia")) {
            Report alike = compared(cell, "full");
            assertThat(alike.ended()).isEqualTo(Ending.COMPLETE);
            assertThat(alike.compared().files()).isEqualTo(FILES / 2);
            assertThat(alike.compared().unproven()).isZero();
            assertThat(alike.extra()).isZero();
        }
    }

    @Test
    void areUndoneEachByItself() throws Exception {
        copy("europe");
        copy("asia");
        write(target, "d0/x/theirs", "somebody else's");

        Running europe = withdraw("europe");

        assertThat(europe.code()).isZero();
        assertThat(europe.report().placed().files()).isEqualTo(FILES / 2);
        assertThat(files(target))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(named("asia").stream(), Stream.of("d0/x/theirs")).toList());
        assertThat(compared("asia", "full").ended()).isEqualTo(Ending.COMPLETE);
        assertThat(withdraw("asia").code()).isZero();
        assertThat(files(target)).containsExactly("d0/x/theirs");
    }

    @ParameterizedTest
    @ValueSource(strings = {"full", "recorded", "count"})
    void areComparedByWhatTheListNamesAlone(String level) throws Exception {
        copy("europe");
        String ours = named("europe").getFirst();
        write(source, named("asia").getFirst(), "changed, and not ours");
        assertThat(compared("europe", level).ended()).isEqualTo(Ending.COMPLETE);

        write(target, ours, "longer than it was");

        Report differs = compared("europe", level);
        assertThat(differs.failed()).isOne();
        assertThat(differs.extra()).isZero();
        assertThat(differs.troubles()).extracting(Report.Trouble::path).containsExactly(ours);
    }

    @Test
    void areLateWithTheFoldersThatAreNewAndWhateverTimesOfFoldersAre() throws Exception {
        copy("europe");
        write(target, "d0/x/theirs", "which gives the folder another time");
        write(source, "new/file", "since");
        Files.setLastModifiedTime(source.resolve("new/file"), FileTime.from(Instant.now()));
        Files.writeString(list("europe"), "new/file\n", java.nio.file.StandardOpenOption.APPEND);

        Report report =
                compared("europe", "full", "--as-of", Long.toString(WRITTEN.getEpochSecond() + 1));

        assertThat(report.ended()).isEqualTo(Ending.COMPLETE);
        assertThat(report.late().files().files()).isOne();
        assertThat(report.compared().files()).isEqualTo(FILES / 2);
    }

    @Test
    void areBroughtByShardsOfWhichEachKnowsTheWholeList() throws Exception {
        long placed = 0;
        for (int shard = 0; shard < 3; shard++) {
            String[] which = {"--shard", shard + "/3"};
            Running receives = receive("europe", which);
            Running sends = send("send", "europe", receives, which);
            assertThat(List.of(receives.code(), sends.code())).containsOnly(0);
            placed += receives.report().placed().files();
        }

        assertThat(placed).isEqualTo(FILES / 2);
        assertThat(files(target)).containsExactlyInAnyOrderElementsOf(named("europe"));
    }

    @Test
    void bringNothingUnlessAllOfAListIsThere() throws Exception {
        Files.delete(source.resolve(named("europe").getLast()));
        Running receives = receive("europe");

        Running sends = send("send", "europe", receives);

        assertThat(sends.code()).isEqualTo(65);
        assertThat(sends.report().what())
                .isEqualTo(
                        "the list %s names 1 file that is not there, first %s"
                                .formatted(list("europe"), named("europe").getLast()));
        receives.end();
        assertThat(files(target)).isEmpty();
    }

    private void copy(String cell) throws Exception {
        Running receives = receive(cell);
        Running sends = send("send", cell, receives);
        assertThat(List.of(receives.code(), sends.code())).containsOnly(0);
    }

    private Report compared(String cell, String level, String... more) throws Exception {
        Running judges =
                Running.mover(
                        ends.own(),
                        target,
                        words(
                                        cell,
                                        "compare-receive",
                                        "--listen",
                                        "0",
                                        "--folder",
                                        "shared",
                                        "--level",
                                        level)
                                .with(more));
        Running tells = send("compare-send", cell, judges, "--level", level);
        Report report = judges.report();
        assertThat(tells.report().ended()).isEqualTo(report.ended());
        return report;
    }

    private Running receive(String cell, String... more) throws Exception {
        return Running.mover(
                ends.own(),
                target,
                words(cell, "receive", "--listen", "0", "--folder", "shared").with(more));
    }

    private Running send(String role, String cell, Running receives, String... more)
            throws Exception {
        String address = "127.0.0.1:" + receives.port();
        String addresses =
                List.of(more).contains("--shard")
                        ? String.join(",", address, address, address)
                        : address;
        return Running.mover(
                ends.other(),
                source,
                words(cell, role, "--connect", addresses, "--list", list(cell).toString())
                        .with(more));
    }

    private Running withdraw(String cell) throws Exception {
        return Running.mover(
                ends.own(), target, words(cell, "withdraw", "--folder", "shared").with());
    }

    /// The key of a cell is a word of the command line like the others.
    private record Words(List<String> words) {
        String[] with(String... more) {
            return Stream.concat(words.stream(), Stream.of(more)).toArray(String[]::new);
        }
    }

    private static Words words(String cell, String... words) {
        return new Words(Stream.concat(Stream.of(words), Stream.of("--key", "K-" + cell)).toList());
    }

    private Path list(String cell) {
        return folder.resolve(cell + ".txt");
    }

    private List<String> named(String cell) throws IOException {
        return Files.readAllLines(list(cell));
    }

    private static void write(Path folder, String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
        Files.setLastModifiedTime(file, FileTime.from(WRITTEN));
    }

    private static List<String> files(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString())
                    .filter(name -> !name.startsWith(".gotthard-"))
                    .toList();
        }
    }
}
