package gotthard.mover;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.transfer.report.Ending;
import gotthard.transfer.report.Report;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Two folders get what either has: looked at first, then brought both ways, compared, and undone at each end.
final class MergedFolderTest {
    private static final Instant WRITTEN = Instant.parse("2019-11-04T08:00:00Z");
    private static final int SAME = 700;

    @TempDir Path folder;

    private Path moscow;
    private Path zurich;
    private Ends ends;

    @BeforeEach
    void lay() throws Exception {
        moscow = Files.createDirectories(folder.resolve("moscow"));
        zurich = Files.createDirectories(folder.resolve("zurich"));
        ends = Ends.in(folder);
        for (int i = 0; i < SAME; i++) {
            write(moscow, "both/%d".formatted(i), "content " + i, WRITTEN);
            write(zurich, "both/%d".formatted(i), "content " + i, WRITTEN.plusSeconds(i));
        }
        Files.setAttribute(zurich.resolve("both/1"), "unix:mode", 0600);
        for (int i = 0; i < 20; i++) {
            write(moscow, "m/%d".formatted(i), "from moscow " + i, WRITTEN);
            write(zurich, "both/z%d".formatted(i), "from zurich " + i, WRITTEN);
        }
    }

    @Test
    void areNotReadButForWhatBothHave() throws Exception {
        sparse(moscow.resolve("m/huge"));
        sparse(zurich.resolve("both/enormous"));

        Report report = compared("common");

        assertThat(report.ended()).isEqualTo(Ending.COMPLETE);
        assertThat(report.failed()).isZero();
        assertThat(report.compared().files()).isEqualTo(SAME);
        assertThat(report.compared().unproven()).isZero();
        assertThat(report.late().files().files()).as("what moscow alone has").isEqualTo(21);
    }

    @Test
    void areInTheWayWhereOneNameStandsForDifferentThings() throws Exception {
        write(zurich, "both/3", "c0ntent 3", WRITTEN);
        write(zurich, "both/650", "another size", WRITTEN);
        write(zurich, "m", "a file, and a folder there", WRITTEN);
        Files.createSymbolicLink(moscow.resolve("link"), Path.of("both/1"));
        Files.createSymbolicLink(zurich.resolve("link"), Path.of("both/2"));

        Report report = compared("common");

        assertThat(report.ended()).isEqualTo(Ending.INCOMPLETE);
        assertThat(report.failed()).isEqualTo(4);
        assertThat(report.troubles())
                .extracting(trouble -> trouble.path() + ": " + trouble.what())
                .containsExactly(
                        "both/3: it differs in: content",
                        "both/650: it differs in: size",
                        "link: it differs in: target",
                        "m: it differs in: kind");
    }

    @Test
    void getWhatEitherHasAndKeepWhatIsThereAsItIs() throws Exception {
        Map<String, String> before = described(zurich);
        FileTime time = FileTime.from(WRITTEN.minusSeconds(5));
        Files.setLastModifiedTime(moscow.resolve("m"), time);

        Report there = brought(moscow, zurich);
        Report back = brought(zurich, moscow);

        assertThat(there.placed().files()).isEqualTo(20);
        assertThat(back.placed().files()).isEqualTo(20);
        assertThat(described(zurich)).containsAllEntriesOf(before);
        assertThat(Files.getLastModifiedTime(zurich.resolve("m"))).isEqualTo(time);
        assertThat(described(moscow).keySet()).isEqualTo(described(zurich).keySet());
        for (String level : List.of("full", "count", "sample")) {
            assertThat(compared(level).ended()).isEqualTo(Ending.COMPLETE);
        }
    }

    @Test
    void loseOnlyWhatWasBrought() throws Exception {
        Map<String, String> here = described(moscow);
        Map<String, String> there = described(zurich);
        brought(moscow, zurich);
        brought(zurich, moscow);

        assertThat(withdrawn(zurich).code()).isZero();
        assertThat(withdrawn(moscow).code()).isZero();

        assertThat(described(moscow)).isEqualTo(here);
        assertThat(described(zurich)).isEqualTo(there);
    }

    @Test
    void mayBeAbsentAtTheSource() throws Exception {
        Path nothing = folder.resolve("nothing");

        assertThat(brought(nothing, zurich).placed().files()).isZero();
        assertThat(brought(zurich, nothing).placed().files()).isEqualTo(SAME + 20);
        assertThat(described(nothing)).isEqualTo(described(zurich));
    }

    /// What reading would take for ever.
    private static void sparse(Path file) throws IOException {
        try (var made = new RandomAccessFile(file.toFile(), "rw")) {
            made.setLength(1L << 42);
        }
    }

    private Report brought(Path from, Path to) throws Exception {
        Running receives = mover(ends.own(), to, "receive", "--listen", "0");
        Running sends =
                mover(ends.other(), from, "send", "--connect", "127.0.0.1:" + receives.port());
        assertThat(sends.code()).as(sends.said()).isZero();
        assertThat(receives.code()).isZero();
        return receives.report();
    }

    private Report compared(String level) throws Exception {
        Running judges =
                mover(ends.own(), zurich, "compare-receive", "--listen", "0", "--level", level);
        Running tells =
                mover(
                        ends.other(),
                        moscow,
                        "compare-send",
                        "--connect",
                        "127.0.0.1:" + judges.port(),
                        "--level",
                        level);
        Report report = judges.report();
        assertThat(tells.report().ended()).as(tells.said()).isEqualTo(report.ended());
        return report;
    }

    private Running withdrawn(Path at) throws Exception {
        return mover(ends.own(), at, "withdraw");
    }

    private static Running mover(Path tls, Path root, String... words) throws IOException {
        var all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--folder", "merged"));
        return Running.mover(tls, root, all.toArray(String[]::new));
    }

    private static void write(Path folder, String name, String content, Instant time)
            throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
        Files.setLastModifiedTime(file, FileTime.from(time));
    }

    /// Files with their times, rights and content.
    private static Map<String, String> described(Path root) throws IOException {
        var found = new TreeMap<String, String>();
        try (Stream<Path> all = Files.walk(root)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String name = root.relativize(file).toString();
                if (!name.startsWith(".gotthard-")) {
                    found.put(
                            name,
                            "%s %s %s"
                                    .formatted(
                                            Files.getLastModifiedTime(file),
                                            Files.getAttribute(file, "unix:mode"),
                                            Files.readString(file)));
                }
            }
        }
        return found;
    }
}
