package gotthard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.Golden;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Stores are kept alike, and exchanged, as people type it.
final class FollowOnSandboxTest {
    private static final String PLAN = Workplace.plan("follow");

    @TempDir Path state;

    private Workplace here() {
        return new Workplace(state);
    }

    @Test
    void isProven() {
        Typed proof = Typed.command("prove", PLAN, "--as-of", "2018-11-13");

        assertThat(proof.transcript()).contains("PROVEN " + PLAN);
        assertThat(proof.exit()).isEqualTo(Exit.DONE);
    }

    @Test
    void isPredicted() {
        Golden.assertMatches("cli/follow-plan.txt", here().neutral(here().type("plan", PLAN)));
    }

    @Test
    void isAppliedVerifiedAndRolledBack() throws IOException {
        Typed applied = here().type("apply", PLAN);
        assertThat(applied.exit()).as(applied.transcript()).isEqualTo(Exit.DONE);
        List<String> arrived = names("zurich-1");

        Typed verified = here().type("verify");
        Typed report = here().type("report");

        assertThat(arrived).isNotEmpty().isEqualTo(names("moscow"));
        assertThat(verified.exit()).as(verified.transcript()).isEqualTo(Exit.DONE);
        assertThat(report.out()).contains("as of 20", "Z at moscow: ");
        Typed undone = here().type("rollback");
        assertThat(undone.exit()).as(undone.transcript()).isEqualTo(Exit.DONE);
        assertThat(names("zurich-1")).isEmpty();
    }

    private List<String> names(String site) throws IOException {
        Path sandbox = state.resolve("sandbox");
        try (Stream<Path> all = Files.walk(sandbox)) {
            return all.filter(Files::isRegularFile)
                    .map(sandbox::relativize)
                    .map(Path::toString)
                    .filter(name -> name.contains(site) && name.contains("/files/europe/"))
                    .map(name -> name.substring(name.indexOf("/files/europe/")))
                    .sorted()
                    .toList();
        }
    }
}
