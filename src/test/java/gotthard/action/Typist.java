package gotthard.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Types what a runbook prints into a shell, line by line, as a person would in one terminal.
public final class Typist {
    private final Path folder;
    private final Map<String, String> environment = new TreeMap<>();

    /// In a folder, where lists are kept.
    public Typist(Path folder) {
        this.folder = folder;
    }

    /// With a variable that the runbook asks for.
    public Typist with(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /// What a shell said, and how it ended.
    public record Typed(int exit, String said) {}

    /// Types commands, which must all end with 0; sentences are left out.
    public String types(List<ByHand.Line> lines) throws IOException, InterruptedException {
        Typed typed = tries(lines);
        assertThat(typed.exit()).as(lines + "\n" + typed.said()).isZero();
        return typed.said();
    }

    /// Types commands up to the first that does not end with 0.
    public Typed tries(List<ByHand.Line> lines) throws IOException, InterruptedException {
        var said = new StringBuilder();
        for (ByHand.Line line : lines) {
            if (line instanceof ByHand.Line.Typed(var command)) {
                Typed one = type(command);
                said.append(one.said());
                if (one.exit() != 0) {
                    return new Typed(one.exit(), said.toString());
                }
            }
        }
        return new Typed(0, said.toString());
    }

    private Typed type(String command) throws IOException, InterruptedException {
        Path out = Files.createTempFile("typed", ".out");
        try {
            var builder =
                    new ProcessBuilder("sh", "-c", command)
                            .directory(folder.toFile())
                            .redirectInput(
                                    ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                            .redirectErrorStream(true)
                            .redirectOutput(out.toFile());
            builder.environment().putAll(environment);
            int exit = builder.start().waitFor();
            return new Typed(
                    exit, "$ " + command + "\n" + Files.readString(out, StandardCharsets.UTF_8));
        } finally {
            Files.delete(out);
        }
    }
}
