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

/// What a run keeps at its sites for its way back is removed once nobody wants to go back.
final class CollectTest {
    @TempDir Path state;

    private Workplace here() {
        return new Workplace(state);
    }

    private List<Path> kept() throws IOException {
        try (Stream<Path> all = Files.walk(state.resolve("sandbox"))) {
            return all.filter(path -> path.getFileName().toString().startsWith(".gotthard-"))
                    .toList();
        }
    }

    private String neutral(Typed typed) {
        return here().neutral(typed)
                .replaceAll("copy-[a-z0-9]{5}\\b", "RUN")
                .replaceAll("at \\d{4}-[-0-9T:.]+Z", "at TIME");
    }

    @Test
    void removesWhatACopyKeepsAndLeavesWhatItBrought() throws IOException {
        assertThat(here().type("apply", Workplace.plan("copy")).exit()).isEqualTo(Exit.DONE);
        List<Path> before = kept();

        Typed collected = here().type("collect", "copy");

        assertThat(before).isNotEmpty();
        assertThat(kept()).isEmpty();
        Golden.assertMatches("cli/collected.txt", neutral(collected));
        assertThat(here().type("verify").exit()).isEqualTo(Exit.DONE);
        Golden.assertMatches("cli/collected-rollback.txt", neutral(here().type("rollback")));
        assertThat(here().type("report").out()).contains("No way back");
        assertThat(here().type("collect", "copy").exit()).isEqualTo(Exit.DONE);
    }

    @Test
    void isRefusedWhileTheRunIsOpen() {
        assertThat(here().type("apply", Workplace.plan("gate")).exit()).isEqualTo(Exit.WAITING);

        Golden.assertMatches(
                "cli/collect-open.txt", here().neutral(here().type("collect", "gate")));
    }
}
