package gotthard.journal;

import static gotthard.journal.Examples.AT;
import static gotthard.journal.Examples.LEAD;
import static gotthard.journal.Examples.READY;
import static gotthard.journal.Examples.RUN;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import gotthard.Golden;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// A state in a file, between databases of both kinds.
final class StateFileTest {
    private static final int SIZE = Examples.all().size();

    @TempDir private Path folder;
    private StoredJournal journal;
    private Path file;

    StateFileTest() {}

    @BeforeEach
    void writeARunOfEveryEvent() {
        file = folder.resolve("state");
        journal = sqlite("first");
        Lease lease = JournalContract.granted(journal.acquire(RUN, "first"));
        assertThat(journal.append(lease, 1, AT, new ArrayList<>(Examples.all().values()))).isTrue();
        journal.ask(RUN, new Request.Stop(LEAD, "storm"));
    }

    @org.junit.jupiter.api.AfterEach
    void close() {
        journal.close();
    }

    private StoredJournal sqlite(String name) {
        return SqliteJournal.open(folder.resolve(name), "0.1.0", new Random(1));
    }

    /// Without what an import adds, and without the time of writing, the sums and the fences, which differ.
    private static List<String> lines(Path file) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            if (line.matches(".*\"seq\":%d,\"kind\":\"run.imported/1.*".formatted(SIZE + 1))) {
                continue;
            }
            lines.add(
                    line.replaceAll("\"at\":\\d+", "AT")
                            .replaceAll("^(\\{\"run\".*\"fence\":)\\d+", "$1")
                            .replaceAll("\"entries\":\\d+,\"sha256\":\"[0-9a-f]+\"", "SUM"));
        }
        return lines;
    }

    @Nested
    final class Copies {
        @Test
        void areTheSameInBothKindsOfDatabase() throws IOException {
            StateFile.Contents written = StateFile.write(journal, file, AT);
            Path again = folder.resolve("again");

            try (var server = ScratchDatabase.fresh().open();
                    var back = sqlite("second")) {
                StateFile.read(file, server, AT);
                StateFile.write(server, again, AT.plusSeconds(60));
                StateFile.read(again, back, AT);

                assertThat(written).isEqualTo(new StateFile.Contents(AT, 1, SIZE));
                assertThat(lines(again)).isEqualTo(lines(file));
                assertThat(server.entries(RUN, 0).subList(0, SIZE))
                        .isEqualTo(journal.entries(RUN, 0));
                assertThat(back.entries(RUN, 0).subList(0, SIZE + 1))
                        .isEqualTo(server.entries(RUN, 0));
                assertThat(back.entries(RUN, 0).getLast().event())
                        .isEqualTo(new Event.RunImported(AT.plusSeconds(60)));
                assertThat(back.asked(RUN, 0)).isEqualTo(journal.asked(RUN, 0));
            }
        }

        @Test
        void areTheirOwnersOnly() throws IOException {
            StateFile.write(journal, file, AT);

            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            assertThat(folder.resolve("state.half")).doesNotExist();
        }

        @Test
        void areContinuedWithFencesAboveAllThatWereGiven() {
            StateFile.write(journal, file, AT);
            Lease lost = JournalContract.granted(reopened().acquire(RUN, "after the backup"));

            try (var back = sqlite("second")) {
                StateFile.read(file, back, AT);
                Lease lease = JournalContract.granted(back.acquire(RUN, "second"));

                assertThat(lease.fence().number()).isGreaterThan(lost.fence().number());
                long next = back.entries(RUN, 0).size() + 1L;
                assertThat(back.append(lease, next, AT, List.of(new Event.StepGivenUp(READY))))
                        .isTrue();
            }
        }

        @Test
        void areContinuedWithFencesAboveThoseOfAnEarlierImport() {
            StateFile.write(journal, file, AT);

            long first = fenceAfterImport("second", AT);
            long again = fenceAfterImport("third", AT.plusSeconds(3600));

            assertThat(again).isGreaterThan(first + 1);
        }

        private long fenceAfterImport(String name, Instant now) {
            try (var back = sqlite(name)) {
                StateFile.read(file, back, now);
                return JournalContract.granted(back.acquire(RUN, name)).fence().number();
            }
        }

        private StoredJournal reopened() {
            journal.close();
            journal = sqlite("first");
            return journal;
        }
    }

    @Nested
    final class Refused {
        @Test
        void isAStateThatHasRuns() {
            StateFile.write(journal, file, AT);

            isRefused("not-empty", journal);
        }

        @Test
        void isAFileThatIsThere() throws IOException {
            Files.writeString(file, "mine");

            JournalUnusable unusable =
                    catchThrowableOfType(
                            JournalUnusable.class, () -> StateFile.write(journal, file, AT));

            matches("there-already", unusable);
            assertThat(file).hasContent("mine");
        }

        @Test
        void isATornFile() throws IOException {
            StateFile.write(journal, file, AT);
            List<String> lines = Files.readAllLines(file);
            Files.write(file, lines.subList(0, lines.size() - 1));

            isRefused("torn", null);
        }

        @Test
        void isAnEditedFile() throws IOException {
            StateFile.write(journal, file, AT);
            Files.writeString(file, Files.readString(file).replace("\"fence\":1", "\"fence\":2"));

            isRefused("edited", null);
        }

        @Test
        void isAnyOtherFile() throws IOException {
            Files.writeString(file, "{\"format\":\"other/1\"}\n");

            isRefused("other", null);
        }

        @Test
        void isAFileOfANewerVersion() throws IOException {
            StateFile.write(journal, file, AT);
            Files.writeString(
                    file, Files.readString(file).replace("gotthard-state/1", "gotthard-state/2"));

            isRefused("newer", null);
        }

        @Test
        void isADamagedStateWithItsPlace() {
            Tampering.with(folder.resolve("first"))
                    .run("update event set kind = 'step.undone/1' where seq = 3");

            Damaged damaged =
                    catchThrowableOfType(Damaged.class, () -> StateFile.write(journal, file, AT));

            assertThat(damaged.seq()).isEqualTo(3);
            assertThat(file).doesNotExist();
        }

        private void isRefused(
                String golden, @org.jspecify.annotations.Nullable StoredJournal given) {
            try (var empty = sqlite("empty")) {
                JournalUnusable unusable =
                        catchThrowableOfType(
                                JournalUnusable.class,
                                () -> StateFile.read(file, given == null ? empty : given, AT));

                matches(golden, unusable);
                assertThat(empty.runs()).isEmpty();
            }
        }

        private void matches(String golden, JournalUnusable unusable) {
            assertThat(unusable).as("nothing was noticed").isNotNull();
            Golden.assertMatches(
                    "journal/state-" + golden + ".txt",
                    String.valueOf(unusable.getMessage())
                            .replace(folder.toString(), "FOLDER")
                            .replaceAll("tables \\d+", "tables N"));
        }
    }
}
