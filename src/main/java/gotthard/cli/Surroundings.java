package gotthard.cli;

import gotthard.secret.Veil;

import java.io.PrintStream;
import java.time.Clock;
import java.util.Map;

/// What the process has around it.
///
/// @param isTerminal whether a person sees the standard output as it comes
record Surroundings(
        PrintStream out,
        PrintStream err,
        Map<String, String> environment,
        Clock clock,
        boolean isTerminal) {
    Surroundings {
        environment = Map.copyOf(environment);
    }

    /// Java 25 gives no console where there is no terminal; some others give one that is none.
    @SuppressWarnings("SystemConsoleNull")
    static Surroundings ofProcess() {
        var console = System.console();
        return new Surroundings(
                System.out,
                System.err,
                System.getenv(),
                Clock.systemUTC(),
                console != null && console.isTerminal());
    }

    /// The value of a variable of the environment; empty when it is not set.
    String variable(String name) {
        return environment.getOrDefault(name, "");
    }

    /// The same, with the last filter before all that is printed.
    Surroundings veiled() {
        return new Surroundings(veiled(out), veiled(err), environment, clock, isTerminal);
    }

    /// A stream through which no known secret passes.
    static PrintStream veiled(PrintStream stream) {
        return new PrintStream(new Veil(stream), true, stream.charset());
    }
}
