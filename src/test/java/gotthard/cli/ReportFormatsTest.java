package gotthard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.Golden;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

final class ReportFormatsTest {
    @TempDir Path state;

    private Workplace here;

    @BeforeEach
    void run() {
        here = new Workplace(state);
        here.type("apply", Workplace.plan("gate"));
    }

    @Test
    void writesAPageOfAllRunsWithWhatHasChanged() throws IOException {
        Path file = state.resolve("report.html");

        Typed typed =
                here.type(
                        "report",
                        "--all",
                        "--format",
                        "html",
                        "--since",
                        "2019-01-01",
                        "-o",
                        file.toString());

        assertThat(typed.exit()).isEqualTo(Exit.DONE);
        assertThat(Files.readString(file))
                .startsWith("<!DOCTYPE html>")
                .contains("1 run began")
                .contains("2019-01-01 00:00:00");
    }

    @Test
    void saysWhatChangedInEachForm() {
        assertThat(here.type("report", "--since", "2019-01-01T00:00:00Z").out())
                .contains("Changed since 2019-01-01 00:00:00");
        assertThat(here.type("report", "--since", "0s", "--format", "json").out())
                .contains("\"changes\"");
    }

    @Test
    void tellsHowAMomentIsWritten() {
        Typed typed = here.type("report", "--since", "yesterday");

        assertThat(typed.exit()).isEqualTo(Exit.BAD_USE);
        Golden.assertMatches("cli/since-unreadable.txt", typed.err());
    }

    @Test
    void refusesAMomentThatIsYetToCome() {
        Typed typed = here.type("report", "--since", "9999-01-01");

        assertThat(typed.exit()).isEqualTo(Exit.BAD_USE);
        Golden.assertMatches("cli/since-to-come.txt", typed.err());
    }
}
