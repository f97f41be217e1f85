package gotthard.migration;

import gotthard.cli.Main;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The tool as a person uses it: each command is a process of its own.
///
/// @param state the folder or server of its state
/// @param folder for what it prints
/// @param environment beside what every command has
record Tool(String state, Path folder, Map<String, String> environment) {
    private static final List<String> JAVA =
            List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow",
                    "-cp",
                    System.getProperty("java.class.path"),
                    Main.class.getName());

    Tool(Path state, Path folder) {
        this(state.toString(), folder, Map.of());
    }

    Ran run(String... words) throws IOException, InterruptedException {
        return start(words).ended();
    }

    /// Begins a command; the state folder is added to what is typed.
    Command start(String... words) throws IOException {
        var line = new ArrayList<>(JAVA);
        line.addAll(List.of(words));
        line.addAll(List.of("--state", state));
        Path out = Files.createTempFile(folder, "out", ".txt");
        Path err = Files.createTempFile(folder, "err", ".txt");
        var builder =
                new ProcessBuilder(line)
                        .directory(Path.of(System.getProperty("basedir", ".")).toFile())
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile());
        builder.environment().put("LANG", "C.UTF-8");
        builder.environment().put("COLUMNS", "80");
        builder.environment().put("TZ", "UTC");
        builder.environment().putAll(environment);
        return new Command(String.join(" ", words), builder.start(), out, err);
    }
}
