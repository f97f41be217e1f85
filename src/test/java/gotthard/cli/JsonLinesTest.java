package gotthard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What programs read.
final class JsonLinesTest {
    private static final String LINE =
            "\\{\"(gotthard\":\"cli/v1\",\"type\":\"[a-z-]+\"|report\":\"gotthard/report/v1\").*}";

    private static final Pattern TYPE = Pattern.compile("JsonLine\\.of\\(\\s*\"([a-z-]+)\"");
    private static final Pattern DEFINED =
            Pattern.compile("\"type\": \\{\"const\": \"([a-z-]+)\"}");
    private static final com.networknt.schema.Schema SCHEMA =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(new Schemas().of("lines"));

    @TempDir Path state;

    @Test
    void areVersionedForEveryVerb() {
        var here = new Workplace(state);
        List<List<String>> commands =
                List.of(
                        List.of("validate", Workplace.plan("gate")),
                        List.of("runbook", Workplace.plan("gate")),
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
                        List.of("schema", "lines"),
                        List.of("state", "check"),
                        List.of("doctor"),
                        List.of("man"),
                        List.of("completion", "bash"),
                        List.of("rehearse", Workplace.plan("gate")),
                        List.of("cancel", "--by", "operator-1", "--why", "over"),
                        List.of("status", "nowhere"));
        for (List<String> command : commands) {
            Typed typed = typed(here, command);

            assertThat(typed.err()).as(command.toString()).isEmpty();
            assertThat(typed.out().lines())
                    .as(command.toString())
                    .isNotEmpty()
                    .allMatch(line -> line.matches(LINE));
            typed.out()
                    .lines()
                    .filter(line -> line.startsWith("{\"gotthard\""))
                    .forEach(
                            line ->
                                    assertThat(SCHEMA.validate(line, InputFormat.JSON))
                                            .as(line)
                                            .isEmpty());
        }
    }

    @Test
    void haveAPublishedSchemaForEveryType() throws Exception {
        var written = new TreeSet<String>();
        try (Stream<Path> sources = Files.list(Path.of("src/main/java/gotthard/cli"))) {
            for (Path source : sources.toList()) {
                TYPE.matcher(Files.readString(source))
                        .results()
                        .forEach(type -> written.add(type.group(1)));
            }
        }

        var published = new TreeSet<String>();
        DEFINED.matcher(Typed.command("schema", "lines").out())
                .results()
                .forEach(type -> published.add(type.group(1)));

        assertThat(published).isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"gotthard\":\"cli/v2\",\"type\":\"file\",\"file\":\"a\"}",
                "{\"gotthard\":\"cli/v1\",\"type\":\"nothing\"}",
                "{\"gotthard\":\"cli/v1\",\"type\":\"file\"}",
                "{\"gotthard\":\"cli/v1\",\"type\":\"checked\",\"run\":\"a\",\"events\":\"many\"}"
            })
    void areRefusedByTheSchemaWhereTheyAreOthers(String line) {
        assertThat(SCHEMA.validate(line, InputFormat.JSON)).isNotEmpty();
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
        boolean hasState =
                !List.of("validate", "schema", "man", "completion", "doctor")
                        .contains(command.getFirst());
        return hasState ? here.type(words) : Typed.command(words);
    }
}
