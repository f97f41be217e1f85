package gotthard.mover;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.stream.Stream;

/// Deletions by movers in this process, over TLS: one decides while another one covers, and then one clears.
final class ClearingTest {
    private static final Instant WRITTEN = Instant.parse("2019-11-04T08:00:00Z");
    private static final int FILES = 20;

    @TempDir Path folder;

    private Path here;
    private Path there;
    private Ends ends;

    @BeforeEach
    void lay() throws Exception {
        here = Files.createDirectories(folder.resolve("here"));
        there = Files.createDirectories(folder.resolve("there"));
        ends = Ends.in(folder);
        for (int i = 0; i < FILES; i++) {
            write(here, name(i), "content " + i);
            write(there, name(i), "content " + i);
        }
        write(there, "more", "of another");
        Files.createSymbolicLink(here.resolve("d0/link"), Path.of("file-3"));
        Files.createSymbolicLink(there.resolve("d0/link"), Path.of("file-3"));
    }

    @Test
    void goesWithItsFoldersOnceAllOfItWasFoundElsewhere() throws Exception {
        Report decided = decided("r1");
        assertThat(decided.ended()).isEqualTo(Ending.COMPLETE);
        assertThat(decided.wanted().files()).isEqualTo(FILES + 1);
        assertThat(decided.compared().files()).isEqualTo(FILES + 1);
        assertThat(files(here)).hasSize(FILES + 1);

        Report cleared = cleared("r1");

        assertThat(cleared.ended()).isEqualTo(Ending.COMPLETE);
        assertThat(cleared.placed().files()).isEqualTo(FILES + 1);
        assertThat(cleared.wanted().files()).isEqualTo(FILES + 1);
        try (Stream<Path> left = Files.list(here)) {
            assertThat(left.map(path -> path.getFileName().toString()).toList())
                    .containsExactly(".gotthard-K-0");
        }
        assertThat(files(there)).hasSize(FILES + 2);
        Report looked = looked();
        assertThat(looked.ended()).isEqualTo(Ending.COMPLETE);
        assertThat(looked.compared().files()).isEqualTo(FILES + 1);
        assertThat(looked.listed().files()).isEqualTo(FILES + 1);
    }

    @Test
    void staysAltogetherWhereSomethingIsMissingOrOtherElsewhere() throws Exception {
        Files.delete(there.resolve(name(4)));
        write(there, name(5), "cOntent 5");
        write(there, name(6), "longer than here");

        Report decided = decided("r1");

        assertThat(decided.ended()).isEqualTo(Ending.INCOMPLETE);
        assertThat(decided.failed()).isEqualTo(3);
        assertThat(decided.troubles())
                .extracting(trouble -> trouble.path() + ": " + trouble.what())
                .containsExactlyInAnyOrder(
                        name(4) + ": missing",
                        name(5) + ": other content",
                        name(6) + ": other content");
        Report cleared = cleared("r1");
        assertThat(cleared.ended()).isEqualTo(Ending.STOPPED);
        assertThat(cleared.what()).contains("was not looked at in this round");
        assertThat(files(here)).hasSize(FILES + 1);
    }

    @Test
    void staysWhereItChangedOrCameAfterItWasRead() throws Exception {
        decided("r1");
        write(here, name(7), "CONTENT 7");
        write(here, "new/one", "came");

        Report cleared = cleared("r1");

        assertThat(cleared.ended()).isEqualTo(Ending.INCOMPLETE);
        assertThat(cleared.troubles())
                .extracting(Report.Trouble::path)
                .containsExactlyInAnyOrder(name(7), "new/one");
        assertThat(files(here)).containsExactlyInAnyOrder(name(7), "new/one");
        write(there, name(7), "CONTENT 7");
        write(there, "new/one", "came");
        assertThat(decided("r2").ended()).isEqualTo(Ending.COMPLETE);
        assertThat(cleared("r2").ended()).isEqualTo(Ending.COMPLETE);
        assertThat(files(here)).isEmpty();
    }

    @Test
    void isLookedForElsewhereAlsoWhereItIsDeletedAlready() throws Exception {
        decided("r1");
        cleared("r1");
        write(here, "later", "came since");
        write(there, "later", "came since");
        write(there, name(2), "CONTENT 2");

        Report decided = decided("r2");

        assertThat(decided.failed()).isOne();
        assertThat(decided.troubles())
                .extracting(trouble -> trouble.path() + ": " + trouble.what())
                .containsExactly(name(2) + ": other content");
        assertThat(files(here)).containsExactly("later");
    }

    @Test
    void isNotDeletedByWhatAnEarlierRoundHasFound() throws Exception {
        decided("r1");
        Files.delete(there.resolve(name(4)));
        assertThat(decided("r2").ended()).isEqualTo(Ending.INCOMPLETE);

        assertThat(cleared("r1").ended()).isEqualTo(Ending.STOPPED);
        assertThat(files(here)).hasSize(FILES + 1);
    }

    @Test
    void mustLieAtAllSitesThatCoverIt() throws Exception {
        Path third = Files.createDirectories(folder.resolve("third"));
        for (int i = 1; i < FILES; i++) {
            write(third, name(i), "content " + i);
        }
        Files.createSymbolicLink(third.resolve("d0/link"), Path.of("file-3"));
        assertThat(decided("r1").ended()).isEqualTo(Ending.COMPLETE);
        assertThat(decided("r1", third, "--covering", "1").ended()).isEqualTo(Ending.INCOMPLETE);

        assertThat(cleared("r1", "--covering", "2").ended()).isEqualTo(Ending.STOPPED);
        assertThat(files(here)).hasSize(FILES + 1);
    }

    @Test
    void isNotCoveredByItself() throws Exception {
        Running decides =
                Running.mover(ends.own(), here, "decide", "--listen", "0", "--round", "r1");
        Running covers =
                Running.mover(
                        ends.other(), here, "cover", "--connect", "127.0.0.1:" + decides.port());

        assertThat(covers.report().ended()).isEqualTo(Ending.STOPPED);
        assertThat(covers.report().what()).contains("are the same place");
        decides.end();
        assertThat(cleared("r1").ended()).isEqualTo(Ending.STOPPED);
        assertThat(files(here)).hasSize(FILES + 1);
    }

    @Test
    void leavesWhatAnotherListNamesAndTheListsThemselves() throws Exception {
        write(here, "lists/europe", name(0) + "\n" + name(1) + "\n" + name(2) + "\ngone\n");
        write(here, "lists/russia", name(1) + "\n" + name(9) + "\n");
        String[] lists = {
            "--list", here.resolve("lists/europe").toString(),
            "--spared", here.resolve("lists/russia").toString(),
            "--stays", "lists/europe\nlists/russia"
        };

        Report decided = decided("r1", there, lists);
        assertThat(decided.wanted().files()).isEqualTo(2);
        assertThat(decided.listed().files()).isEqualTo(3);
        Report cleared = cleared("r1", lists);

        assertThat(cleared.ended()).isEqualTo(Ending.COMPLETE);
        assertThat(cleared.placed().files()).isEqualTo(2);
        assertThat(cleared.what()).contains("1 file stays: also named in").contains("lists/russia");
        assertThat(files(here))
                .hasSize(FILES + 1)
                .contains(name(1), name(9), "lists/europe", "lists/russia")
                .doesNotContain(name(0), name(2));
    }

    @Test
    void staysWhereTheListOfOthersCannotBeRead() throws Exception {
        Running decides =
                Running.mover(
                        ends.own(),
                        here,
                        "decide",
                        "--listen",
                        "0",
                        "--spared",
                        here.resolve("lists/russia").toString());

        Report report = decides.report();

        assertThat(report.ended()).isEqualTo(Ending.STOPPED);
        assertThat(report.what())
                .startsWith("what is whose is not known, so that nothing is deleted: ");
    }

    @Test
    void tellsOnlyWhetherSomethingIsLeftAndLeavesNoStage() throws Exception {
        Report looked = looked();

        assertThat(looked.ended()).isEqualTo(Ending.INCOMPLETE);
        assertThat(looked.placed().files()).isEqualTo(FILES + 1);
        assertThat(here.resolve(".gotthard-K-0")).doesNotExist();
        assertThat(told()).isEqualTo(Ending.COMPLETE);
        decided("r1");
        assertThat(told()).isEqualTo(Ending.COMPLETE);
        cleared("r1");
        assertThat(told()).isEqualTo(Ending.INCOMPLETE);
    }

    private Ending told() throws Exception {
        return Running.mover(ends.own(), here, "clear", "--removes", "nothing").report().ended();
    }

    private Report looked() throws Exception {
        return met(there, List.of());
    }

    private Report decided(String round) throws Exception {
        return decided(round, there);
    }

    private Report decided(String round, Path covering, String... more) throws Exception {
        var words = new ArrayList<>(List.of("--round", round));
        words.addAll(List.of(more));
        return met(covering, words);
    }

    private Report met(Path covering, List<String> more) throws Exception {
        var words = new ArrayList<>(List.of("decide", "--listen", "0"));
        words.addAll(more);
        Running decides = Running.mover(ends.own(), here, words.toArray(String[]::new));
        Running covers =
                Running.mover(
                        ends.other(),
                        covering,
                        "cover",
                        "--connect",
                        "127.0.0.1:" + decides.port());
        Report report = decides.report();
        assertThat(covers.code()).as(covers.said()).isIn(0, 3);
        return report;
    }

    private Report cleared(String round, String... more) throws Exception {
        var words = new ArrayList<>(List.of("clear", "--round", round));
        words.addAll(List.of(more));
        return Running.mover(ends.own(), here, words.toArray(String[]::new)).report();
    }

    private static String name(int i) {
        return "d%d/file-%d".formatted(i % 3, i);
    }

    /// Always with the same time, so that only what lies in it tells a file from another.
    private static void write(Path folder, String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
        Files.setLastModifiedTime(file, FileTime.from(WRITTEN));
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(path -> !Files.isDirectory(path))
                    .map(path -> folder.relativize(path).toString())
                    .filter(path -> !path.startsWith(".gotthard-"))
                    .toList();
        }
    }
}
