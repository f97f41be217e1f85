package gotthard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

/// Every fault at every step of the shipped plans, while it is carried out and while it is undone: what the sandbox shows is what the model says, each time.
final class RehearseShippedTest {
    @Test
    void agreesWithTheModel(@TempDir Path folder) {
        Typed rehearsed =
                Typed.command("rehearse", "plans/programme.yaml", "--state", folder.toString());

        assertThat(rehearsed.exit()).as(rehearsed.transcript()).isEqualTo(Exit.DONE);
        assertThat(rehearsed.out())
                .contains(
                        "162 faults at 14 steps of 2 plans: the sandbox agreed with the model in 162");
        assertThat(folder).isEmptyDirectory();
    }
}
