package gotthard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.yaml.Node;
import gotthard.yaml.YamlReader;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What `action.yml` lets GitHub run, run by bash as GitHub does.
final class ActionFileTest {
    private static final String TELLING =
            """
            #!/bin/sh
            printf '%s\\n' "$@"
            exit 65
            """;

    @TempDir private Path folder;

    @BeforeEach
    void putsAProgramThere() throws Exception {
        program("gotthard", TELLING);
    }

    private void program(String name, String text) throws Exception {
        Path program = Files.writeString(folder.resolve(name), text);
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void validatesWhatIsThereWhereNothingIsNamed() throws Exception {
        assertThat(words(Map.of())).containsExactly("validate", "--annotate");
    }

    @Test
    void handsOnWhatIsNamedAsItIs() throws Exception {
        var inputs =
                Map.of(
                        "DOCUMENTS", "plans/a.yaml plans/$(touch hacked).yaml",
                        "SARIF", "out/the problems.sarif",
                        "JUNIT", "problems.xml");

        assertThat(words(inputs))
                .containsExactly(
                        "validate",
                        "--annotate",
                        "--sarif",
                        "out/the problems.sarif",
                        "--junit",
                        "problems.xml",
                        "plans/a.yaml",
                        "plans/$(touch",
                        "hacked).yaml");
    }

    @Test
    void keepsItsCommentUpToDateWhereThatIsAsked() throws Exception {
        program(
                "gotthard",
                """
                #!/bin/sh
                while [ $# -gt 0 ]; do
                  if [ "$1" = --comment ]; then echo found > "$2"; fi
                  shift
                done
                exit 65
                """);
        program(
                "gh",
                """
                #!/bin/sh
                case "$*" in *--paginate*) echo "$OLD" ;; *) echo "$2 $3 $4" ;; esac
                """);
        var inputs =
                Map.of(
                        "COMMENT", "true",
                        "PULL", "7",
                        "GITHUB_REPOSITORY", "o/r",
                        "PATH", folder + ":" + System.getenv("PATH"));

        assertThat(words(with(inputs, "")))
                .containsExactly("--method POST repos/o/r/issues/7/comments");
        assertThat(words(with(inputs, "12")))
                .containsExactly("--method PATCH repos/o/r/issues/comments/12");
        assertThat(words(with(Map.of("COMMENT", "false"), "12"))).isEmpty();
    }

    private static Map<String, String> with(Map<String, String> inputs, String old) {
        var all = new HashMap<>(inputs);
        all.put("OLD", old);
        return all;
    }

    private List<String> words(Map<String, String> inputs) throws Exception {
        var builder =
                new ProcessBuilder("bash", "-eo", "pipefail", "-c", script())
                        .directory(folder.toFile());
        builder.environment()
                .putAll(
                        Map.of(
                                "DOCUMENTS", "",
                                "SARIF", "",
                                "JUNIT", "",
                                "COMMENT", "false",
                                "PULL", "",
                                "GITHUB_ACTION_PATH", folder.toString()));
        builder.environment().putAll(inputs);
        Process process = builder.start();
        List<String> said = process.inputReader().lines().toList();
        assertThat(process.waitFor()).isEqualTo(Exit.BAD_INPUT.code());
        return said;
    }

    private static String script() throws Exception {
        Node file =
                YamlReader.read("action.yml", Files.readString(Path.of("action.yml")))
                        .toOptional()
                        .orElseThrow();
        var steps = (Node.Sequence) at(at(file, "runs"), "steps");
        return ((Node.Scalar) at(steps.items().getLast(), "run")).text();
    }

    private static Node at(Node node, String key) {
        return ((Node.Mapping) node).get(key).orElseThrow();
    }
}
