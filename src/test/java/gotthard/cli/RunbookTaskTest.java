package gotthard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.Golden;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// What `gotthard runbook` writes.
final class RunbookTaskTest {
    private static final String EUROPE = "plans/10-europe-files.yaml";
    private static final String ALL_KINDS = "src/test/resources/cli/by-hand/plan.yaml";

    @TempDir Path folder;

    @Test
    void writesAShippedPlanDownForItsRealSites() {
        Golden.assertMatches(
                "cli/runbook/europe.md",
                Typed.command("runbook", EUROPE, "-i", "inventories/lab.yaml").out());
    }

    @Test
    void writesEveryKindOfStepDown() {
        Golden.assertMatches("cli/runbook/all-kinds.md", Typed.command("runbook", ALL_KINDS).out());
    }

    @Test
    void writesAPageThatHoldsAllOfItAndNothingThatRuns() throws IOException {
        Path file = folder.resolve("runbook.html");

        Typed typed =
                Typed.command("runbook", ALL_KINDS, "--format", "html", "-o", file.toString());

        assertThat(typed.exit()).as(typed.transcript()).isEqualTo(Exit.DONE);
        assertThat(Files.readString(file))
                .startsWith("<!DOCTYPE html>")
                .contains("default-src 'none'", "<h1>All that a person may have to do by hand</h1>")
                .contains("touch '\\''a mark'\\''")
                .contains("POINT OF NO RETURN", "<caption>Who did what, by hand</caption>")
                .doesNotContain("<script", "<<'END'")
                .contains("&lt;&lt;'END'");
    }

    @Test
    void tellsProgramsEachStep() {
        Typed typed = Typed.command("runbook", ALL_KINDS, "--output", "json");

        assertThat(typed.out().lines())
                .hasSize(14)
                .allMatch(line -> line.contains("\"type\":\"instruction\""))
                .anyMatch(line -> line.contains("\"undo\":[\"ssh -F ssh_config files-1.zurich-1"));
    }

    @Test
    void saysThatASandboxIsNotThereWithoutTheProgram() {
        assertThat(Typed.command("runbook", EUROPE).out())
                .contains("The inventory sandbox is a sandbox", "-i, name an inventory");
    }

    @Test
    void knowsNoOtherFormat() {
        Typed typed = Typed.command("runbook", EUROPE, "--format", "pdf");

        assertThat(typed.exit()).isEqualTo(Exit.BAD_USE);
        assertThat(typed.err()).contains("there is no format \"pdf\"", "--format md");
    }
}
