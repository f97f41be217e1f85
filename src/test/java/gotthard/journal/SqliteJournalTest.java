package gotthard.journal;

import static gotthard.journal.Examples.AT;
import static gotthard.journal.Examples.FILES;
import static gotthard.journal.Examples.READY;
import static gotthard.journal.Examples.RUN;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import gotthard.Golden;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Random;

final class SqliteJournalTest extends JournalContract {
    @TempDir private Path temporary;

    SqliteJournalTest() {}

    @Override
    Journal openAnother() {
        return SqliteJournal.open(folder(), "0.1.0", new Random(1));
    }

    private Path folder() {
        return temporary.resolve(".gotthard");
    }

    private void write(Event... events) {
        try (var journal = openAnother()) {
            Lease lease = granted(journal.acquire(RUN, "first"));
            long next = journal.entries(RUN, 0).size() + 1L;
            assertThat(journal.append(lease, next, AT, List.of(events))).isTrue();
        }
    }

    private void isUnusable(String golden, Executable what) {
        JournalUnusable unusable = catchThrowableOfType(JournalUnusable.class, () -> execute(what));

        assertThat(unusable).as("nothing was noticed").isNotNull();
        Golden.assertMatches(
                "journal/" + golden + ".txt",
                String.valueOf(unusable.getMessage()).replace(folder().toString(), ".gotthard"));
    }

    private static void execute(Executable what) throws Exception {
        try {
            what.execute();
        } catch (Exception | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    @Nested
    final class StoredFiles {
        @Test
        void areTheirOwnersOnly() throws IOException {
            write(Examples.opened());

            assertThat(permissions(folder())).isEqualTo("rwx------");
            assertThat(permissions(folder().resolve("locks"))).isEqualTo("rwx------");
            assertThat(permissions(folder().resolve("journal.db"))).isEqualTo("rw-------");
        }

        @Test
        void areFoundWhereAJournalIs() {
            assertThat(SqliteJournal.isAt(folder())).isTrue();
            assertThat(SqliteJournal.isAt(temporary.resolve("elsewhere"))).isFalse();
        }

        @Test
        void cannotLieInAFile() throws IOException {
            Path file = Files.writeString(temporary.resolve("file"), "");

            JournalUnusable unusable =
                    catchThrowableOfType(
                            JournalUnusable.class,
                            () -> SqliteJournal.open(file, "0.1.0", new Random(1)));

            Golden.assertMatches(
                    "journal/not-a-folder.txt",
                    String.valueOf(unusable.getMessage()).replace(file.toString(), ".gotthard"));
        }

        @Test
        void ofAnotherFormatAreRefused() throws IOException {
            Path other = Files.createDirectory(temporary.resolve("other"));
            Files.writeString(other.resolve("journal.db"), "not a database ".repeat(100));

            JournalUnusable unusable =
                    catchThrowableOfType(
                            JournalUnusable.class,
                            () -> SqliteJournal.open(other, "0.1.0", new Random(1)));

            Golden.assertMatches(
                    "journal/no-database.txt",
                    String.valueOf(unusable.getMessage()).replace(other.toString(), ".gotthard"));
        }

        private static String permissions(Path file) throws IOException {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
        }
    }

    @Nested
    final class FullDisk {
        @Test
        void refusesAndKeepsWhatWasWritten() {
            write(Examples.opened());
            var big = new Event.StepKept(READY, "log", noise(1_000_000));
            try (var journal = SqliteJournal.open(folder(), "0.1.0", new Random(1))) {
                Lease lease = granted(journal.acquire(RUN, "first"));
                journal.limitPages(60);

                isUnusable("disk-full", () -> journal.append(lease, 2, AT, List.of(big)));

                assertThat(journal.entries(RUN, 0)).hasSize(1);
                assertThat(journal.append(lease, 2, AT, List.of(new Event.StepGivenUp(READY))))
                        .isTrue();
            }
        }

        private static gotthard.action.Blob noise(int size) {
            byte[] bytes = new byte[size];
            new Random(3).nextBytes(bytes);
            return gotthard.action.Blob.of(bytes);
        }
    }

    @Nested
    final class NewerVersion {
        @Test
        void ofTheTablesIsShownButNotContinued() {
            write(Examples.opened());
            Tampering.with(folder()).run("insert into journal_version (version) values (99)");

            try (var journal = openAnother()) {
                assertThat(journal.state(RUN)).isPresent();
                isUnusable("newer-tables", () -> journal.acquire(RUN, "first"));
                isUnusable(
                        "newer-tables",
                        () -> journal.ask(RUN, new Request.Stop(Examples.LEAD, "lunch")));
            }
        }

        @Test
        void ofAnEventIsShownButNotContinued() {
            write(Examples.opened(), new Event.RunResumed("0.9.0", "first"));
            Tampering.with(folder()).appendAs(RUN, 3, "step.paused/1", "\"until\":5");

            try (var journal = openAnother()) {
                assertThat(journal.entries(RUN, 2))
                        .containsExactly(new Entry(3, AT, new Event.Unknown("step.paused/1")));
                assertThat(journal.state(RUN).orElseThrow().last()).isEqualTo(3);
                isUnusable("newer-event", () -> journal.acquire(RUN, "first"));
                isUnusable("newer-event", () -> journal.acquire(RUN, "first"));
            }
        }
    }

    @Nested
    final class OlderVersion {
        private static final Upcasts UPCASTS =
                new Upcasts(
                        Map.of(
                                "run.turned/0",
                                new Upcasts.Upcast("run.turned/1", OlderVersion::newer)));

        /// Of old, the direction was a number.
        private static Parts newer(Parts old) {
            boolean isBack = Joining.of(old).number("back") == 1;
            var direction = new Json.Text(isBack ? "BACK" : "FORWARD");
            return new Parts(
                    old.facts().with("direction", direction),
                    old.words().with("why", new Json.Text("")));
        }

        @Test
        void ofAnEventIsReadAsTheNewerOneAndContinued() {
            write(Examples.opened());
            Tampering.with(folder()).appendAs(RUN, 2, "run.turned/0", "\"back\":1");

            try (var journal = SqliteJournal.open(folder(), "0.1.0", new Random(1), UPCASTS)) {
                assertThat(journal.entries(RUN, 1))
                        .extracting(Entry::event)
                        .containsExactly(new Event.RunTurned(Event.Direction.BACK, ""));
                Lease lease = granted(journal.acquire(RUN, "first"));
                assertThat(journal.append(lease, 3, AT, List.of(new Event.StepGivenUp(READY))))
                        .isTrue();
            }
        }
    }

    @Nested
    final class HigherFence {
        @Test
        void stopsTheFormerHolder() {
            write(Examples.opened());
            try (var journal = openAnother()) {
                Lease lease = granted(journal.acquire(RUN, "first"));
                Tampering.with(folder()).run("update lease set fence = fence + 1");

                boolean appended =
                        journal.append(lease, 2, AT, List.of(new Event.StepGivenUp(READY)));

                assertThat(appended).isFalse();
                assertThat(journal.entries(RUN, 0)).hasSize(1);
            }
        }
    }

    @Nested
    final class Erased {
        @Test
        void runsAreStillVerifiedAndCountedButNotContinued() throws IOException {
            write(
                    Examples.opened(),
                    Examples.all().get("step.intended-inline"),
                    Examples.all().get("step.ended-failed"));
            try (var journal = SqliteJournal.open(folder(), "0.1.0", new Random(1))) {
                String tag = stepNames(journal).getFirst();

                journal.erase(RUN);

                assertThat(journal.runs()).containsExactly(RUN);
                assertThat(journal.entries(RUN, 0)).hasSize(3);
                List<String> erased = stepNames(journal);
                assertThat(erased).doesNotContain(tag).hasSize(2);
                assertThat(erased.getFirst()).hasSize(32).isEqualTo(erased.getLast());
                StepState state =
                        journal.state(RUN).orElseThrow().steps().values().iterator().next().state();
                assertThat(state).isInstanceOf(StepState.Failed.class);
                isUnusable("erased", () -> journal.acquire(RUN, "first"));
            }
            assertThat(
                            Files.readString(
                                    folder().resolve("journal.db"), StandardCharsets.ISO_8859_1))
                    .doesNotContain(FILES.value(), "authorized_keys");
        }

        private static List<String> stepNames(Journal journal) {
            return journal.entries(RUN, 0).stream()
                    .map(Entry::event)
                    .filter(Event.OfStep.class::isInstance)
                    .map(event -> ((Event.OfStep) event).step().value())
                    .toList();
        }
    }
}
