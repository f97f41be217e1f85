package gotthard.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/// A command that was typed in this process, with what it printed.
record Typed(Exit exit, String out, String err) {
    static Typed in(Clock clock, String... arguments) {
        return in(clock, Map.of(), arguments);
    }

    /// @param more variables of the environment
    static Typed in(Clock clock, Map<String, String> more, String... arguments) {
        var environment = new HashMap<>(Map.of("LANG", "C.UTF-8", "COLUMNS", "80"));
        environment.putAll(more);
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var surroundings =
                new Surroundings(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        environment,
                        clock,
                        false);
        Exit exit = new Gotthard(surroundings).run(arguments);
        return new Typed(
                exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    static Typed command(String... arguments) {
        return in(Clock.systemUTC(), arguments);
    }

    /// All of it, for golden files.
    String transcript() {
        return out + err + "exit " + exit.code() + " (" + exit.meaning() + ")\n";
    }
}
