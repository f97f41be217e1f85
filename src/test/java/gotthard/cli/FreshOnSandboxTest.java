package gotthard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/// Files are copied and verified, something happens to them, and the step that needs them comes a day later. One story, told in order, by a
/// clock of the test.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class FreshOnSandboxTest {
    private static final String PLAN = Workplace.plan("fresh");
    private static final String COPIED = "2019-12-02T20:00:00Z";
    private static final String LATER = "2019-12-03T10:30:30Z";

    private Path state = Path.of("");

    @BeforeAll
    void copy(@TempDir Path folder) {
        state = folder;
        Typed apply = at(COPIED, "apply", PLAN);
        assertThat(apply.exit()).as(apply.transcript()).isEqualTo(Exit.WAITING);
        assertThat(apply.out()).contains("files  verified");
    }

    private Typed at(String time, String... words) {
        Clock clock =
                Clock.offset(
                        Clock.systemUTC(), Duration.between(Instant.now(), Instant.parse(time)));
        return Typed.in(
                clock,
                Stream.concat(Stream.of(words), Stream.of("--state", state.toString()))
                        .toArray(String[]::new));
    }

    /// The files of Europe at a site, in the order of their names.
    private List<Path> files(String site) throws IOException {
        try (Stream<Path> all = Files.walk(state.resolve("sandbox"))) {
            return all.filter(Files::isRegularFile)
                    .filter(path -> path.toString().contains("/" + site + "/"))
                    .filter(path -> path.toString().contains("/intake/files/europe/"))
                    .sorted()
                    .toList();
        }
    }

    private boolean isUsed() throws IOException {
        try (Stream<Path> all = Files.walk(state.resolve("sandbox"))) {
            return all.anyMatch(path -> path.endsWith("used"));
        }
    }

    /// The run goes on a day later, and is held with what is told in status and report; nothing has begun on it.
    private void isHeldAndNames(String... names) throws IOException {
        Typed apply = at(LATER, "apply", PLAN);

        assertThat(apply.exit()).as(apply.transcript()).isEqualTo(Exit.WAITING);
        assertThat(at(LATER, "status").out()).contains(names).contains("gotthard retry");
        assertThat(at(LATER, "report").out()).contains(names);
        assertThat(isUsed()).isFalse();
    }

    private static void write(Path file, byte[] content) throws IOException {
        FileTime time = Files.getLastModifiedTime(file);
        Files.write(file, content);
        Files.setLastModifiedTime(file, time);
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    @Test
    @Order(1)
    void isShownWithItsAge() {
        assertThat(at(LATER, "status").out())
                .containsPattern("verified 14h [0-9]{2}m ago, counts for 1h")
                .contains("verified again before anything begins on it");
        assertThat(at(COPIED, "plan", PLAN).out())
                .contains("files is verified again before anything begins on it");
    }

    @Test
    @Order(2)
    void namesTheFileOfWhichABitWasFlipped() throws IOException {
        Path file = files("zurich-1").getFirst();
        byte[] content = Files.readAllBytes(file);
        byte[] flipped = content.clone();
        flipped[flipped.length / 2] ^= 1;
        write(file, flipped);

        isHeldAndNames(name(file), "SHA-256");

        write(file, content);
    }

    @Test
    @Order(3)
    void namesTheFileThatWasRemoved() throws IOException {
        Path file = files("zurich-1").get(1);
        Path aside = Files.move(file, state.resolve("aside"));

        isHeldAndNames(name(file), "found missing");

        Files.move(aside, file);
    }

    @Test
    @Order(4)
    void namesTheFileThatWasChangedAtTheSource() throws IOException {
        Path file = files("moscow").getFirst();
        byte[] content = Files.readAllBytes(file);
        byte[] changed = content.clone();
        changed[0] ^= 1;
        write(file, changed);

        isHeldAndNames(name(file), "SHA-256");

        write(file, content);
    }

    @Test
    @Order(5)
    void namesTheThreeFilesThatAScannerTookAway() throws IOException {
        List<Path> taken = files("zurich-1").subList(0, 3);
        Path quarantine = Files.createDirectories(state.resolve("quarantine"));
        for (Path file : taken) {
            Files.move(file, quarantine.resolve(name(file)));
        }

        isHeldAndNames(taken.stream().map(FreshOnSandboxTest::name).toArray(String[]::new));

        for (Path file : taken) {
            Files.move(quarantine.resolve(name(file)), file);
        }
    }

    /// It may be anybody's, so that it is told and nothing is held up.
    @Test
    @Order(6)
    void namesTheFileThatWasAddedAndGoesOnOnceAllIsAsItWas() throws IOException {
        Path added = files("zurich-1").getFirst().resolveSibling("added.bin");
        Files.writeString(added, "nobody brought it");

        Typed apply = at(LATER, "apply", PLAN);

        assertThat(apply.exit()).as(apply.transcript()).isEqualTo(Exit.DONE);
        assertThat(isUsed()).isTrue();
        assertThat(at(LATER, "status").out())
                .contains("1 file that the source does not have", "added.bin");
        assertThat(at(LATER, "report").out()).contains("added.bin");
    }
}
