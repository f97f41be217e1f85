package gotthard.cli;

import java.nio.file.Path;
import java.util.stream.Stream;

/// A state folder with a sandbox of its own, and what is typed there.
record Workplace(Path state) {
    static final String FOUNDATION = "plans/00-foundation.yaml";

    /// A plan for tests alone.
    static String plan(String name) {
        return "src/test/resources/cli/" + name + ".yaml";
    }

    Typed type(String... words) {
        return Typed.command(
                Stream.concat(Stream.of(words), Stream.of("--state", state.toString()))
                        .toArray(String[]::new));
    }

    /// The name of the latest run.
    String run() {
        return type("status", "--all").out().split(" ", 2)[0];
    }

    /// What was printed, without what differs from run to run.
    String neutral(Typed typed) {
        return typed.transcript()
                .replaceAll("\\b(gate|foundation)-[a-z0-9]{5}\\b", "RUN")
                .replace(state.toString(), "STATE")
                .replaceAll("(after|since) [0-9.]+s", "$1 TIME")
                .replaceAll("(?m)^\\d\\d:\\d\\d:\\d\\d", "HH:MM:SS")
                .replaceAll("process \\d+", "process PID")
                .replaceAll("port \\d+", "port PORT");
    }
}
