package gotthard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.Golden;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A report on a programme, of which one plan has begun.
final class ProgrammeReportTest {
    @TempDir Path folder;

    private Workplace here;

    @BeforeEach
    void workplace() {
        here = new Workplace(folder);
    }

    private String programme(String due) throws IOException {
        Path gate = Path.of(Workplace.plan("gate")).toAbsolutePath();
        Path copy = Path.of(Workplace.plan("copy")).toAbsolutePath();
        Path file = Path.of("target/programme-%s.yaml".formatted(due));
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(
                file,
                """
                apiVersion: gotthard/v1
                kind: Programme
                metadata: {name: all, title: All of it}
                spec:
                  phases:
                    - {plan: %s, due: %s}
                    - {plan: %s, due: %s}
                """
                        .formatted(
                                file.toAbsolutePath().getParent().relativize(gate),
                                due,
                                file.toAbsolutePath().getParent().relativize(copy),
                                due));
        return file.toString();
    }

    @Test
    void tellsPlansThatHaveNotBegun() throws IOException {
        here.type("apply", Workplace.plan("gate"));

        Typed json = here.type("report", programme("9999-12-31"), "--format", "json");
        Typed markdown = here.type("report", programme("9999-12-31"));

        assertThat(json.exit()).as(json.transcript()).isEqualTo(Exit.DONE);
        assertThat(json.out())
                .contains("\"ahead\"", "\"plan\" : \"copy\"")
                .contains("\"due\" : \"9999-12-31\"");
        assertThat(markdown.out())
                .contains(
                        "# All of it: 1 of 2 plans begun",
                        "## Not begun",
                        "| `copy` | not begun |");
    }

    @Test
    void isRedOnceThePlanShouldHaveBegun() throws IOException {
        here.type("apply", Workplace.plan("gate"));

        Typed page = here.type("report", programme("2019-01-01"), "--format", "html");

        assertThat(page.out())
                .contains("its due day is over, and it has not begun")
                .contains("Of 2 plans: 2 red.");
    }

    @Test
    void saysThatNothingHasBegun() throws IOException {
        here.type("apply", Workplace.plan("look"));

        Typed typed = here.type("report", programme("9999-12-31"));

        assertThat(typed.exit()).isEqualTo(Exit.FAILED);
        Golden.assertMatches("cli/report-nothing-begun.txt", typed.err());
    }

    @Test
    void refusesADocumentThatIsNoProgramme() {
        here.type("apply", Workplace.plan("gate"));

        Typed typed = here.type("report", Workplace.plan("gate"));

        assertThat(typed.exit()).isEqualTo(Exit.BAD_INPUT);
        Golden.assertMatches("cli/report-no-programme.txt", typed.err());
    }
}
