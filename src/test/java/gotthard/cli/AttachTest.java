package gotthard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.Golden;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/// A run is carried out by one process, which waits at a gate; others watch it, and ask for its way back.
final class AttachTest {
    private static final String PLAN = Workplace.plan("attach");
    private static final String LEAD = "platform-lead-1";

    @TempDir Path state;

    private final ExecutorService processes = Executors.newVirtualThreadPerTaskExecutor();

    private Workplace here() {
        return new Workplace(state);
    }

    private Future<Typed> start(String... words) {
        return processes.submit(() -> here().type(words));
    }

    private boolean isThere(String mark) throws IOException {
        try (Stream<Path> all = Files.walk(state.resolve("sandbox"))) {
            return all.anyMatch(path -> path.endsWith(mark));
        }
    }

    private String neutral(Typed typed) {
        return here().neutral(typed)
                .replaceAll("attach-[a-z0-9]{5}\\b", "RUN")
                .replaceAll("of \\S+( on \\S+)?, process", "of HOLDER, process");
    }

    @AfterEach
    void end() {
        processes.close();
    }

    @Nested
    final class ALiveRun {
        private Future<Typed> apply = new CompletableFuture<>();

        @BeforeEach
        void waitsAtItsGate() throws InterruptedException {
            apply = start("apply", PLAN, "--wait");
            here().untilItWaits();
        }

        @Test
        void isWatchedToItsEndAndEndsTheSame() throws InterruptedException, ExecutionException {
            var typing = new Typing();
            Future<Typed> attach = processes.submit(() -> here().type(typing, "attach"));
            typing.untilItSays("attached to the run attach-");
            here().approve("attach", "go", LEAD);

            Typed seen = attach.get();
            assertThat(apply.get().exit()).isEqualTo(Exit.DONE);
            assertThat(seen.exit()).as(seen.transcript()).isEqualTo(Exit.DONE);
            assertThat(seen.transcript())
                    .contains(
                            "attached to the run attach-", "mark  verified", "done, all verified");
        }

        @Test
        void isRolledBackByTheProcessThatHasIt()
                throws InterruptedException, ExecutionException, IOException {
            boolean wasThere = isThere("first");

            Typed back = here().type("rollback", "--by", LEAD, "--reason", "the wrong night");

            assertThat(back.exit()).as(back.transcript()).isEqualTo(Exit.DONE);
            assertThat(neutral(back)).contains("RUN: rolled back, and verified to be");
            assertThat(apply.get().transcript()).contains("the wrong night");
            assertThat(wasThere).isTrue();
            assertThat(isThere("first")).isFalse();
        }

        @Test
        void isRolledBackInPart() throws InterruptedException, ExecutionException, IOException {
            Typed back = here().type("rollback", "--step", "first", "--by", LEAD);

            assertThat(apply.get().exit()).isEqualTo(Exit.WAITING);
            assertThat(neutral(back)).contains("first  rolled back");
            assertThat(isThere("first")).isFalse();
            assertThat(here().type("status").out()).contains("first", "rolled back");
        }

        @Test
        void isAskedBySomebodyOfTheInventoryOnly() throws InterruptedException, ExecutionException {
            Typed stranger = here().type("rollback", "--by", "stranger");

            assertThat(stranger.exit()).isEqualTo(Exit.BAD_USE);
            assertThat(stranger.transcript()).contains("has no person \"stranger\"");
            assertThat(here().type("cancel", "attach", "--by", LEAD, "--reason", "enough").exit())
                    .isEqualTo(Exit.DONE);
            assertThat(apply.get().transcript()).contains("cancelled");
        }
    }

    @Nested
    final class ARunThatNobodyHas {
        @Test
        void isToldAsItStands() {
            assertThat(here().type("apply", PLAN).exit()).isEqualTo(Exit.WAITING);

            Golden.assertMatches("cli/attach-waiting.txt", neutral(here().type("attach")));
        }
    }
}
