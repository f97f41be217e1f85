package gotthard.mover;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.action.Question;
import gotthard.transfer.Amount;
import gotthard.transfer.report.Told;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Stream;

/// What a mover tells that only looks.
final class TellingTest {
    @TempDir static Path keys;

    private static Identity own;
    private static Identity other;

    @TempDir Path folder;

    /// When the certificates are valid.
    private final Instant now =
            Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS).plusSeconds(600);

    private Path root;
    private Path tls;

    @BeforeAll
    static void makeKeys() throws IOException, InterruptedException {
        own = Identity.make(keys, "-validity", "1");
        other = Identity.make(keys, "-validity", "1");
    }

    @BeforeEach
    void lay() throws IOException {
        root = Files.createDirectories(folder.resolve("store/europe"));
        tls = own.secret(folder.resolve("tls"), other, "token-of-this-test");
    }

    @Test
    void countsWhatLiesThereAndWhatIsYoung() throws Exception {
        write("old", 1000, now.minusSeconds(61));
        write("sub/young", 200, now.minusSeconds(60));
        write("sub/new", 30, now);
        Files.createSymbolicLink(root.resolve("link"), Path.of("old"));
        write(".gotthard-other-0/file", 5000, now);
        age("sub", now.minusSeconds(3600));

        Told told = tell("--young", "60");

        Told.Counted counted = told.counted().orElseThrow();
        assertThat(counted.files()).isEqualTo(new Amount(3, 1230));
        assertThat(counted.young()).isEqualTo(new Amount(2, 230));
        assertThat(counted.things()).isEqualTo(5);
        assertThat(told.probe()).isEmpty();
    }

    @Test
    void tellsOfAFolderThatIsNotThereTheRoomOfTheOneAbove() throws Exception {
        root = folder.resolve("store/africa/deep");

        Told told = tell("--young", "60", "--probe", "0");

        assertThat(told.counted()).contains(new Told.Counted(0, Amount.NONE, 0, Amount.NONE));
        assertThat(told.free()).isPositive();
        assertThat(told.probe()).contains(Told.Probe.STAYED);
        assertThat(root.getParent()).doesNotExist();
    }

    @Test
    void countsNothingWhereNobodyAsks() throws Exception {
        write("file", 10, now);

        assertThat(tell().counted()).isEmpty();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void tellsAsManyInodesAsTheSystem() throws Exception {
        long all =
                Long.parseLong(
                        new String(
                                        new ProcessBuilder(
                                                        "stat", "-f", "-c", "%c", root.toString())
                                                .start()
                                                .getInputStream()
                                                .readAllBytes(),
                                        StandardCharsets.UTF_8)
                                .strip());

        Optional<Told.Inodes> told = tell().inodes();

        assertThat(told.map(Told.Inodes::all)).isEqualTo(Optional.of(all).filter(one -> one > 0));
        assertThat(told.map(Told.Inodes::free).orElse(0L)).isBetween(0L, all);
    }

    @Test
    void leavesNothingOfAFileThatStays() throws Exception {
        Files.writeString(root.resolve(".gotthard-K-0-probe"), "left by one that was killed");

        Told told = tell("--probe", "0");

        assertThat(told.probe()).contains(Told.Probe.STAYED);
        assertThat(root).isEmptyDirectory();
    }

    @Test
    void tellsThatTheFileCouldNotBeWritten() throws Exception {
        write(".gotthard-K-0-probe/in-the-way", 1, now);

        assertThat(tell("--probe", "0").probe()).contains(Told.Probe.UNWRITTEN);
    }

    @Test
    void takesTheFileAwayWhenItIsToldToEnd() throws Exception {
        Running tells = start("--probe", "3600");
        tells.awaitSaying("for 3600 s");
        assertThat(root.resolve(".gotthard-K-0-probe")).hasContent(Question.Keeps.HARMFUL);

        tells.end();

        assertThat(tells.code()).isEqualTo(75);
        assertThat(root).isEmptyDirectory();
    }

    private Told tell(String... arguments) throws Exception {
        Running tells = start(arguments);
        assertThat(tells.code()).as(tells.said()).isZero();
        return tells.report().told().orElseThrow();
    }

    private Running start(String... arguments) throws IOException {
        var all = Stream.concat(Stream.of("tell"), Stream.of(arguments)).toArray(String[]::new);
        return Running.mover(Clock.fixed(now, ZoneOffset.UTC), tls, root, all);
    }

    private void write(String path, int bytes, Instant modified) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.write(file, new byte[bytes]);
        age(path, modified);
    }

    private void age(String path, Instant modified) throws IOException {
        Files.setLastModifiedTime(root.resolve(path), FileTime.from(modified));
    }
}
