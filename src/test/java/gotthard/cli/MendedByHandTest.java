package gotthard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// A step of the sandbox fails, and people mend it by hand, say that they did, go on without it, pause or give up.
final class MendedByHandTest {
    private static final String PLAN = Workplace.plan("mended");
    private static final String BY = "platform-lead-1";

    @TempDir Path state;

    private Workplace here() {
        return new Workplace(state);
    }

    @BeforeEach
    void failsAtItsFirstStep() {
        assertThat(here().type("apply", PLAN).exit()).isEqualTo(Exit.FAILED);
    }

    private Typed resolve(String... more) {
        return here().type(
                        Stream.concat(
                                        Stream.of("resolve", "mended", "first", "--by", BY),
                                        Stream.of(more))
                                .toArray(String[]::new));
    }

    /// Where the commands of the hosts of zurich-1 begin in the sandbox.
    private List<Path> homes() throws IOException {
        try (Stream<Path> all = Files.walk(state.resolve("sandbox"))) {
            return all.filter(path -> path.endsWith("home"))
                    .filter(path -> path.toString().contains("zurich-1"))
                    .toList();
        }
    }

    @Nested
    final class AClaim {
        @Test
        void isVerifiedAndTheRunGoesOnToItsEnd() throws IOException {
            for (Path home : homes()) {
                Files.writeString(home.resolve("by-hand"), "");
            }

            Typed resolved = resolve("--as", "applied", "--reason", "set by hand");

            assertThat(resolved.exit()).as(resolved.transcript()).isEqualTo(Exit.DONE);
            assertThat(resolved.out()).contains("first is resolved, and verified");
            Typed apply = here().type("apply", PLAN);
            assertThat(apply.exit()).as(apply.transcript()).isEqualTo(Exit.DONE);
            assertThat(here().type("report").out())
                    .contains("resolved and verified", "set by hand");
        }

        @Test
        void thatIsFalseIsCaughtWithTheDifference() {
            Typed resolved = resolve("--as", "applied", "--reason", "set by hand");

            assertThat(resolved.exit()).as(resolved.transcript()).isEqualTo(Exit.UNVERIFIED);
            assertThat(resolved.transcript()).contains("is not as claimed", "wanted");
            assertThat(here().type("report").out()).contains("claim refused");
            assertThat(here().type("apply", PLAN).exit()).isEqualTo(Exit.FAILED);
        }

        @Test
        void needsAReasonAndAWaiverNeedsAnEndAndAKey() {
            assertThat(resolve("--as", "applied").transcript()).contains("no reason is given");
            assertThat(resolve("--as", "applied", "--reason", "seen", "--waive").transcript())
                    .contains("a waiver has an end and a signature");
        }
    }

    @Nested
    final class OtherWords {
        @Test
        void skipLetsTheRunEndAndEveryReportSaysWhatNothingShows() {
            Typed skipped =
                    here().type("skip", "mended", "first", "--by", BY, "--reason", "not needed");

            assertThat(skipped.exit()).as(skipped.transcript()).isEqualTo(Exit.DONE);
            assertThat(here().type("apply", PLAN).exit()).isEqualTo(Exit.DONE);
            assertThat(here().type("status").out())
                    .contains("first counts without a verification", "not needed");
            assertThat(here().type("report").out())
                    .contains("What counts without a verification", "**skipped**");
            assertThat(here().type("report", "--format", "json").out())
                    .contains("\"how\" : \"skipped\"");
        }

        @Test
        void pauseOutlivesProcessesAndResumeLiftsIt() {
            Typed paused = here().type("pause", "mended", "--by", BY, "--reason", "a storm");

            assertThat(paused.exit()).as(paused.transcript()).isEqualTo(Exit.DONE);
            assertThat(here().type("apply", PLAN).exit()).isEqualTo(Exit.WAITING);
            assertThat(here().type("status").out()).contains("paused by " + BY, "a storm");
            assertThat(here().type("pause", "mended", "--by", BY).transcript())
                    .contains("is paused already");
            assertThat(here().type("resume", "mended", "--by", BY).exit()).isEqualTo(Exit.DONE);
            assertThat(here().type("apply", PLAN).exit()).isEqualTo(Exit.FAILED);
        }

        @Test
        void cancelEndsTheRunForGoodAndLeavesTheWayBack() {
            Typed cancelled =
                    here().type("cancel", "mended", "--by", BY, "--reason", "moved to spring");

            assertThat(cancelled.exit()).as(cancelled.transcript()).isEqualTo(Exit.DONE);
            assertThat(cancelled.out()).contains("it leaves at the sites what these steps did");
            assertThat(here().type("retry", "mended", "first", "--by", BY).transcript())
                    .contains("the run is over");
            assertThat(here().type("rollback", "mended").exit()).isEqualTo(Exit.DONE);
        }

        @Test
        void nobodyAsksWithoutAName() {
            assertThat(here().type("retry", "mended", "first", "--by", "nobody").transcript())
                    .contains("has no person \"nobody\"", "--by PERSON");
        }
    }
}
