package gotthard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

/// The whole programme on the sandbox, as a newcomer sees it.
final class DemoTest {
    @Test
    void movesVerifiesAndGoesBackWhenAFileIsAltered(@TempDir Path folder) {
        Typed demo = Typed.command("demo", "--state", folder.toString());

        assertThat(demo.exit()).as(demo.transcript()).isEqualTo(Exit.DONE);
        assertThat(demo.out())
                .contains(
                        "go  verified: 1 approval",
                        "400 files, 2.3 MB, equal by SHA-256 at moscow and zurich-2",
                        "1 of 400 files arrived altered at zurich-1/files-1",
                        "rolled back, and verified to be",
                        "All came out as told.");
    }
}
