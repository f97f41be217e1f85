package gotthard.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.Golden;
import gotthard.action.Scope;
import gotthard.action.Work;
import gotthard.problem.Checked;
import gotthard.problem.Place;
import gotthard.problem.Problem;
import gotthard.shape.Names;
import gotthard.yaml.YamlReader;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What is said of a step `ssh.run` that a plan writes wrongly.
final class RunKindTest {
    private static final List<String> WRONG =
            List.of(
                    "{at: zurich-1, hosts: file, run: [uptime]}",
                    "{at: zurich-2, hosts: files, run: [uptime]}",
                    "{at: zurich-1, hosts: files, run: []}",
                    "{at: zurich-1, hosts: files, run: uptime -p}",
                    "{at: zurich-1, hosts: files, run: [uptime], wave: 0}",
                    "{at: zurich-1, hosts: files, run: [uptime], wave: 120%}",
                    "{at: zurich-1, hosts: files, run: [uptime], failures: -1}",
                    "{at: zurich-1, hosts: files, check: [uptime]}",
                    "{at: zurich-1, hosts: files, run: [uptime], undos: [uptime]}");

    @TempDir Path folder;

    @Test
    void tellsWhatIsWrongAndWhatToDo() throws Exception {
        try (var fleet = new Fleet(folder, 1)) {
            String problems =
                    WRONG.stream()
                            .flatMap(with -> bind(fleet, with).problems().stream())
                            .map(Problem::render)
                            .collect(Collectors.joining("\n"));

            Golden.assertMatches("ssh/problems.txt", problems);
        }
    }

    @Test
    void takesNumbersAndPercentages() throws Exception {
        try (var fleet = new Fleet(folder, 1)) {
            for (String wave : List.of("1", "25%", "100%")) {
                String with =
                        "{at: zurich-1, hosts: files, run: [uptime], wave: %s}".formatted(wave);

                assertThat(bind(fleet, with).problems()).isEmpty();
            }
        }
    }

    private static Checked<Work> bind(Fleet fleet, String with) {
        var scope =
                new Scope(
                        Fleet.inventory(fleet.group()),
                        Optional.empty(),
                        Place.of("plan.yaml"),
                        (_, _) -> {
                            throw new AssertionError("no file is read");
                        });
        var kind = new RunKind();
        return YamlReader.read("plan.yaml", with)
                .flatMap(node -> kind.parameters().read(node, Names.unchecked()))
                .flatMap(parameters -> kind.bind(parameters, scope));
    }
}
