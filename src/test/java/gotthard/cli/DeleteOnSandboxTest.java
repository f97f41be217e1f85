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

/// Data are deleted for good by a plan, as people type it.
final class DeleteOnSandboxTest {
    @TempDir Path state;

    private Workplace here() {
        return new Workplace(state);
    }

    private List<Path> files(String site) throws IOException {
        Path folder =
                state.resolve(
                        "sandbox/" + site + "/hosts/files-1/root/srv/files/intake/files/europe");
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void isNotProvenUnlessASupervisorSigns() {
        Typed unsigned =
                Typed.command("prove", Workplace.plan("forget-unsigned"), "--as-of", "2019-06-01");
        Typed signed = Typed.command("prove", Workplace.plan("forget"), "--as-of", "2019-06-01");

        assertThat(unsigned.exit()).isEqualTo(Exit.FORBIDDEN);
        Golden.assertMatches("cli/forget-unsigned.txt", unsigned.transcript());
        assertThat(signed.transcript()).contains("PROVEN ");
    }

    @Test
    void isDoneOnceAndNotUndone() throws IOException {
        assertThat(here().type("apply", Workplace.plan("forget")).exit()).isEqualTo(Exit.WAITING);
        assertThat(files("zurich-2")).hasSize(400);
        here().approve(here().run(), "sign", "supervisor-1");

        Typed applied = here().type("apply", Workplace.plan("forget"));

        assertThat(applied.exit()).as(applied.transcript()).isEqualTo(Exit.DONE);
        assertThat(applied.transcript())
                .contains(
                        "nothing of europe/suspicious-files is left at zurich-2; zurich-1 has 400 files, 2.3 MB");
        assertThat(files("zurich-2")).isEmpty();
        assertThat(files("zurich-1")).hasSize(400);
        assertThat(here().type("rollback").transcript()).contains("point of no return");
        assertThat(files("zurich-2")).isEmpty();
    }
}
