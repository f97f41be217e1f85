package gotthard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.Golden;
import gotthard.graph.StepId;
import gotthard.journal.Entry;
import gotthard.journal.Event;
import gotthard.journal.Journal;
import gotthard.journal.SqliteJournal;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.stream.Stream;

/// A state that is lost in the middle of a run, and built again from a backup and the marks at the sites.
final class StateLostTest {
    @TempDir private Path folder;

    StateLostTest() {}

    @Test
    void goesOnFromTheBackupWithoutRepeatingAndForgettingAnything() throws IOException {
        Path state = folder.resolve("state");
        String backup = folder.resolve("monday").toString();
        var here = new Workplace(state);
        String plan = Workplace.plan("lost");
        assertThat(here.type("apply", plan).exit()).isEqualTo(Exit.WAITING);
        List<String> before = worked(state);
        assertThat(here.type("state", "backup", backup).exit()).isEqualTo(Exit.DONE);
        decided(here, plan);
        List<String> done = worked(state);
        assertThat(done).contains("counted x", "last x").hasSizeGreaterThan(before.size());

        lose(state);
        assertThat(here.type("status").exit()).isEqualTo(Exit.FAILED);
        assertThat(here.type("state", "import", backup).exit()).isEqualTo(Exit.DONE);
        assertThat(here.type("apply", plan).exit()).isEqualTo(Exit.WAITING);
        Typed again = decided(here, plan);

        assertThat(worked(state)).as("nothing is repeated").isEqualTo(done);
        assertThat(recovered(state))
                .containsExactlyInAnyOrder("counted", "files", "spaces", "last");
        Golden.assertMatches(
                "cli/state-lost.txt",
                here.neutral(again)
                        .replaceAll("lost-[a-z0-9]{5}", "RUN")
                        .lines()
                        .filter(line -> line.contains("the journal was lost"))
                        .sorted()
                        .reduce("", (all, line) -> all + line + "\n"));
        assertThat(here.type("state", "check").exit()).isEqualTo(Exit.DONE);
        assertThat(here.type("rollback").exit()).isEqualTo(Exit.DONE);
        assertThat(worked(state)).as("nothing is forgotten").doesNotContain("counted x", "last x");
    }

    @Test
    void takesBackWhatWasDoneAfterTheBackup() throws IOException {
        Path state = folder.resolve("state");
        String backup = folder.resolve("monday").toString();
        var here = new Workplace(state);
        String plan = Workplace.plan("lost");
        assertThat(here.type("apply", plan).exit()).isEqualTo(Exit.WAITING);
        assertThat(here.type("state", "backup", backup).exit()).isEqualTo(Exit.DONE);
        decided(here, plan);
        lose(state);
        assertThat(here.type("state", "import", backup).exit()).isEqualTo(Exit.DONE);

        Typed back = here.type("rollback");

        assertThat(back.exit()).as(back.transcript()).isEqualTo(Exit.DONE);
        assertThat(worked(state)).doesNotContain("first x", "counted x", "last x");
        assertThat(recovered(state))
                .containsExactlyInAnyOrder("counted", "files", "spaces", "last");
    }

    @Test
    void isBuiltByMarksAloneWhereThereIsNoBackup() throws IOException {
        Path state = folder.resolve("state");
        var here = new Workplace(state);
        String plan = Workplace.plan("lost");
        assertThat(here.type("apply", plan).exit()).isEqualTo(Exit.WAITING);
        decided(here, plan);
        List<String> done = worked(state);
        String run = run(state);
        lose(state);

        Typed refused = here.type("apply", plan);
        Typed rebuilt = here.type("state", "rebuild", run, plan);
        Typed waiting = here.type("apply", plan);
        Typed again = decided(here, plan);

        assertThat(refused.exit()).isEqualTo(Exit.FAILED);
        assertThat(rebuilt.exit()).as(rebuilt.transcript()).isEqualTo(Exit.DONE);
        assertThat(waiting.exit()).as(waiting.transcript()).isEqualTo(Exit.WAITING);
        Golden.assertMatches(
                "cli/state-lost-without-backup.txt",
                (here.neutral(refused) + here.neutral(rebuilt)).replace(run, "RUN"));
        assertThat(worked(state)).as("nothing is repeated").isEqualTo(done);
        assertThat(again.transcript()).contains("last: done before the journal was lost");
        assertThat(recovered(state))
                .containsExactlyInAnyOrder("first", "counted", "files", "spaces", "last");
        assertThat(here.type("rollback").exit()).isEqualTo(Exit.DONE);
        assertThat(worked(state)).doesNotContain("first x", "counted x", "last x");
    }

    private static String run(Path state) {
        try (Journal journal = SqliteJournal.open(state, "test", new SecureRandom())) {
            return journal.runs().getFirst().value();
        }
    }

    private static Typed decided(Workplace here, String plan) {
        here.type("approve", "go", "--as", "platform-lead-1");
        Typed applied = here.type("apply", plan);
        assertThat(applied.exit()).as(applied.transcript()).isEqualTo(Exit.DONE);
        return applied;
    }

    /// All but the sites.
    private static void lose(Path state) throws IOException {
        try (Stream<Path> files = Files.list(state)) {
            for (Path file : files.filter(file -> Files.isRegularFile(file)).toList()) {
                Files.delete(file);
            }
        }
    }

    /// What commands left in the homes of hosts: `counted x`, and of a file that is copied its name.
    private static List<String> worked(Path state) throws IOException {
        try (Stream<Path> files = Files.walk(state.resolve("sandbox/zurich-1"))) {
            return files.filter(Files::isRegularFile)
                    .filter(
                            file ->
                                    file.toString()
                                            .matches(".*/(first|counted|last|[0-9a-f]+\\.bin)"))
                    .map(StateLostTest::told)
                    .sorted()
                    .toList();
        }
    }

    private static String told(Path file) {
        String name = file.getFileName().toString();
        try {
            return name.endsWith(".bin") ? name : name + " " + Files.readString(file).strip();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<String> recovered(Path state) {
        try (Journal journal = SqliteJournal.open(state, "test", new SecureRandom())) {
            return journal.entries(journal.runs().getFirst(), 0).stream()
                    .map(Entry::event)
                    .filter(Event.StepRecovered.class::isInstance)
                    .map(event -> ((Event.StepRecovered) event).step())
                    .map(StepId::value)
                    .toList();
        }
    }
}
