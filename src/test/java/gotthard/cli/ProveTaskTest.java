package gotthard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.Golden;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/// `gotthard prove`, as people type it.
final class ProveTaskTest {
    private static final String PLAN = "plans/10-europe-files.yaml";

    @ParameterizedTest
    @CsvSource({
        "plans/00-foundation.yaml, inventories/sandbox.yaml",
        "plans/10-europe-files.yaml, inventories/sandbox.yaml",
        "plans/programme.yaml, inventories/sandbox.yaml",
        "plans/programme.yaml, inventories/lab.yaml",
        "plans/programme.yaml, inventories/production.example.yaml"
    })
    void provesWhatTheProjectShips(String file, String inventory) {
        Typed typed = Typed.command("prove", file, "-i", inventory, "--as-of", "2018-11-13");

        assertThat(typed.transcript()).contains("PROVEN " + file + " as of 2018-11-13");
        assertThat(typed.exit()).isEqualTo(Exit.DONE);
    }

    @Test
    void tellsWhatAProofTakesForGranted() {
        Typed typed =
                Typed.command("prove", "plans/00-foundation.yaml", PLAN, "--as-of", "2019-06-01");

        Golden.assertMatches(
                "cli/prove.txt", typed.transcript().replaceAll("; [0-9].*", "; EFFORT"));
    }

    @Test
    void provesTwoWorkloadsOfTheSameDataAtOneSite() {
        Typed typed =
                Typed.command("prove", Workplace.plan("two-workloads"), "--as-of", "2019-06-01");

        assertThat(typed.transcript()).contains("PROVEN ");
    }

    @Test
    void tellsTheShortestStory() {
        Typed typed = Typed.command("prove", PLAN, "--as-of", "2018-10-01");

        Golden.assertMatches("cli/prove-refuted.txt", typed.transcript());
        assertThat(typed.exit()).isEqualTo(Exit.FORBIDDEN);
    }

    @Test
    void tellsEveryStoryWhereThatIsAsked() {
        Typed typed = Typed.command("prove", PLAN, "--as-of", "2018-10-01", "--all");

        assertThat(typed.out())
                .contains("broken for europe/file-metadata:", "broken for europe/suspicious-files:")
                .doesNotContain("--all");
    }

    @Test
    void givesUpWhenItsTimeIsOver() {
        Typed typed =
                Typed.in(
                        new HourlyClock(),
                        "prove",
                        PLAN,
                        "--as-of",
                        "2019-06-01",
                        "--within",
                        "1s");

        assertThat(typed.out()).startsWith("⏸ UNDECIDED " + PLAN + " as of 2019-06-01");
        assertThat(typed.exit()).isEqualTo(Exit.UNDECIDED);
    }

    @Test
    void printsALineForPrograms() {
        Typed proven = Typed.command("prove", PLAN, "--as-of", "2019-06-01", "--output", "json");
        Typed refuted = Typed.command("prove", PLAN, "--as-of", "2018-10-01", "--output", "json");

        assertThat(proven.out().lines())
                .singleElement()
                .asString()
                .startsWith(
                        "{\"proof\":\"gotthard/proof/v1\",\"source\":\"plans/10-europe-files.yaml\",\"asOf\":\"2019-06-01\",\"verdict\":\"proven\"");
        assertThat(refuted.out().lines()).hasSize(1);
        Golden.assertMatches(
                "cli/prove-refuted.json",
                refuted.out().replaceAll("\"effort\":.*", "\"effort\":…"));
    }

    @Test
    void writesWhatIsBrokenForCodeHosting(@TempDir Path folder) throws IOException {
        Path sarif = folder.resolve("proof.sarif");

        Typed typed =
                Typed.command("prove", PLAN, "--as-of", "2018-10-01", "--sarif", sarif.toString());

        assertThat(typed.exit()).isEqualTo(Exit.FORBIDDEN);
        Golden.assertMatches("cli/prove.sarif", Files.readString(sarif));
    }

    @Test
    void drawsTheFirstStory(@TempDir Path folder) throws IOException {
        Path picture = folder.resolve("story.svg");

        Typed.command("prove", PLAN, "--as-of", "2018-10-01", "--picture", picture.toString());

        Golden.assertMatches("cli/prove.svg", Files.readString(picture));
    }

    @Test
    void drawsNothingWhereNothingIsBroken(@TempDir Path folder) {
        Path picture = folder.resolve("story.svg");

        Typed typed =
                Typed.command(
                        "prove", PLAN, "--as-of", "2019-06-01", "--picture", picture.toString());

        assertThat(typed.exit()).isEqualTo(Exit.DONE);
        assertThat(picture).doesNotExist();
    }

    @Test
    void tellsWhereAFileCannotBeWritten(@TempDir Path folder) {
        String nowhere = folder.resolve("not-there/proof.sarif").toString();

        Typed typed = Typed.command("prove", PLAN, "--as-of", "2019-06-01", "--sarif", nowhere);

        assertThat(typed.exit()).isEqualTo(Exit.FAILED);
        assertThat(typed.err()).contains("can't be written", "name another");
    }

    @Test
    void ofSeveralFilesEndsAsTheWorst(@TempDir Path folder) throws IOException {
        Path nothing = Files.writeString(folder.resolve("nothing.yaml"), "kind: Plan\n");

        Typed typed = Typed.command("prove", PLAN, nothing.toString(), "--as-of", "2018-10-01");

        assertThat(typed.exit()).isEqualTo(Exit.BAD_INPUT);
        assertThat(typed.out()).contains("REFUTED " + PLAN);
    }

    @Test
    void refusesATimeThatIsNone() {
        Typed typed = Typed.command("prove", PLAN, "--within", "5x");

        Golden.assertMatches("cli/prove-bad-time.txt", typed.transcript());
    }

    /// On which an hour passes whenever somebody looks.
    private static final class HourlyClock extends Clock {
        private Instant now = Instant.parse("2019-06-01T00:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            now = now.plus(Duration.ofHours(1));
            return now;
        }
    }
}
