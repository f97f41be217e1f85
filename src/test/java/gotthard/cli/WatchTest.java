package gotthard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.Golden;
import gotthard.journal.RunState;
import gotthard.journal.ScratchDatabase;
import gotthard.overview.BigProgramme;
import gotthard.terminal.Looks;
import gotthard.terminal.Table;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// What somebody sees who carries nothing out.
final class WatchTest {
    private static final String LEAD = "platform-lead-1";

    @TempDir Path state;

    private Workplace here() {
        return new Workplace(state);
    }

    @Nested
    final class WithoutATerminal {
        @Test
        void tellsEachChangeUntilTheRunHasEnded() throws InterruptedException, ExecutionException {
            try (var processes = Executors.newVirtualThreadPerTaskExecutor()) {
                Future<Typed> apply =
                        processes.submit(
                                () -> here().type("apply", Workplace.plan("attach"), "--wait"));
                here().untilItWaits();
                var typing = new Typing();
                Future<Typed> watch = processes.submit(() -> here().type(typing, "watch"));
                typing.untilItSays("attach-");
                here().approve("attach", "go", LEAD);

                assertThat(apply.get().exit()).isEqualTo(Exit.DONE);
                Typed seen = watch.get();
                assertThat(seen.exit()).as(seen.transcript()).isEqualTo(Exit.DONE);
                assertThat(seen.out())
                        .containsPattern("attach-[a-z0-9]{5}  mark  verified")
                        .contains("done, all verified");
            }
        }

        @Test
        void saysThatNothingIsOpen() {
            here().type("apply", Workplace.plan("mended"));

            Typed watch = here().type("watch");

            assertThat(watch.exit()).isEqualTo(Exit.DONE);
            assertThat(watch.out()).contains("no run is open", "gotthard status --all");
        }

        @Test
        void endsAsTheRunDidThatIsNamed() {
            here().type("apply", Workplace.plan("mended"));

            Typed watch = here().type("watch", "mended");

            assertThat(watch.exit()).as(watch.transcript()).isEqualTo(Exit.FAILED);
            assertThat(watch.out()).contains("failed");
        }
    }

    @Nested
    final class OnPostgresql {
        @Test
        void tellsWhatAnotherProcessDoesUntilTheRunHasEnded()
                throws InterruptedException, ExecutionException, IOException {
            ScratchDatabase database = ScratchDatabase.fresh();
            Path inventory = inventory();
            try (var processes = Executors.newVirtualThreadPerTaskExecutor()) {
                Future<Typed> apply =
                        processes.submit(
                                () ->
                                        on(
                                                database,
                                                "apply",
                                                Workplace.plan("attach"),
                                                "--inventory",
                                                inventory.toString(),
                                                "--wait"));
                waits(database);
                var typing = new Typing(Clock.systemUTC(), database.environment());
                Future<Typed> watch = processes.submit(() -> typing.type(words(database, "watch")));
                typing.untilItSays("attach-");
                Path key = state.resolve("sandbox/keys-of-people").resolve(LEAD);
                Typed approved =
                        on(
                                database,
                                "approve",
                                "attach",
                                "go",
                                "--as",
                                LEAD,
                                "--key",
                                key.toString());

                assertThat(approved.exit()).as(approved.transcript()).isEqualTo(Exit.DONE);
                Typed applied = apply.get();
                assertThat(applied.exit()).as(applied.transcript()).isEqualTo(Exit.DONE);
                Typed seen = watch.get();
                assertThat(seen.exit()).as(seen.transcript()).isEqualTo(Exit.DONE);
                assertThat(seen.out())
                        .containsPattern("attach-[a-z0-9]{5}  mark  verified")
                        .contains("done, all verified");
                assertThat(on(database, "watch").out()).contains("no run is open");
            }
        }

        /// Beside a state on a server, the sandbox is kept where its inventory says.
        private Path inventory() throws IOException {
            String usual = Files.readString(Path.of("inventories/sandbox.yaml"));
            assertThat(usual).contains("{folder: .gotthard/sandbox}");
            return Files.writeString(
                    state.resolve("inventory.yaml"),
                    usual.replace(".gotthard/sandbox", state.resolve("sandbox").toString()));
        }

        private Typed on(ScratchDatabase database, String... words) {
            return Typed.in(Clock.systemUTC(), database.environment(), words(database, words));
        }

        private String[] words(ScratchDatabase database, String... words) {
            String[] all = Arrays.copyOf(words, words.length + 2);
            all[words.length] = "--state";
            all[words.length + 1] = database.address("patience=15s");
            return all;
        }

        private void waits(ScratchDatabase database) throws InterruptedException {
            Instant until = Instant.now().plus(Duration.ofMinutes(2));
            Typed status = on(database, "status");
            while (status.exit() != Exit.WAITING) {
                assertThat(Instant.now()).as(status.transcript()).isBefore(until);
                Thread.sleep(100);
                status = on(database, "status");
            }
        }
    }

    @Nested
    final class OnATerminal {
        private static List<String> drawn(int rows, int columns, int runs) {
            var looks = new Looks(true, false, true, columns);
            var journal = new ToldJournal(BigProgramme.of(7));
            List<Watched> all =
                    BigProgramme.of(7).stream()
                            .skip(BigProgramme.PLANS - runs)
                            .map(made -> RunState.replay(made.id(), made.entries()))
                            .map(state -> new Watched(journal, state, looks))
                            .toList();
            all.forEach(run -> run.look(BigProgramme.NOW));
            return Table.draw(Watching.board(all, rows), looks);
        }

        @Test
        void showsWhatWentWrongAndWaitsAndRunsAndCountsTheRest() {
            Golden.assertMatches("cli/watch/wide.txt", String.join("\n", drawn(60, 120, 5)));
            Golden.assertMatches("cli/watch/80.txt", String.join("\n", drawn(40, 80, 3)));
        }

        @ParameterizedTest
        @ValueSource(ints = {40, 50, 80, 132})
        void fitsOnAnyWidth(int columns) {
            assertThat(drawn(24, columns, BigProgramme.PLANS))
                    .hasSizeLessThanOrEqualTo(23)
                    .allMatch(line -> line.length() < columns);
        }
    }
}
