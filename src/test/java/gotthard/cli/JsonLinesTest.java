package gotthard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// What programs read.
final class JsonLinesTest {
    private static final String LINE =
            "\\{\"(gotthard\":\"cli/v1\",\"type\":\"[a-z]+\"|report\":\"gotthard/report/v1\").*}";

    @TempDir Path state;

    @Test
    void areVersionedForEveryVerb() {
        var here = new Workplace(state);
        List<List<String>> commands =
                List.of(
                        List.of("validate", Workplace.plan("gate")),
                        List.of("apply", Workplace.plan("gate")),
                        List.of("status"),
                        List.of("status", "--all"),
                        List.of("approve", "go", "--as", "platform-lead-1"),
                        List.of("apply", Workplace.plan("gate")),
                        List.of("verify"),
                        List.of("report"),
                        List.of("report", "--format", "md", "-o", state.resolve("r").toString()),
                        List.of("rollback"),
                        List.of("sandbox", "status"),
                        List.of("sandbox", "reset"),
                        List.of("schema", "plan"),
                        List.of("status", "nowhere"));
        for (List<String> command : commands) {
            Typed typed = typed(here, command);

            assertThat(typed.err()).as(command.toString()).isEmpty();
            assertThat(typed.out().lines())
                    .as(command.toString())
                    .isNotEmpty()
                    .allMatch(line -> line.matches(LINE));
        }
    }

    @Test
    void ofAReportAreLaidOutWhereAFormatIsNamed() {
        var here = new Workplace(state);
        here.type("apply", Workplace.plan("gate"));

        Typed report = here.type("report", "--format", "json");

        assertThat(report.out()).startsWith("{\n  \"report\"").contains("gotthard/report/v1");
        assertThat(here.type("report", "--format", "xml").exit()).isEqualTo(Exit.BAD_USE);
    }

    private Typed typed(Workplace here, List<String> command) {
        String[] words =
                Stream.concat(command.stream(), Stream.of("--output", "json"))
                        .toArray(String[]::new);
        boolean hasState = !List.of("validate", "schema").contains(command.getFirst());
        return hasState ? here.type(words) : Typed.command(words);
    }
}
