package gotthard.cli;

import java.time.Clock;
import java.util.Map;

/// A command that was typed in this process, with what it printed.
record Typed(Exit exit, String out, String err) {
    static Typed in(Clock clock, String... arguments) {
        return in(clock, Map.of(), arguments);
    }

    /// @param more variables of the environment
    static Typed in(Clock clock, Map<String, String> more, String... arguments) {
        return new Typing(clock, more).type(arguments);
    }

    static Typed command(String... arguments) {
        return in(Clock.systemUTC(), arguments);
    }

    /// All of it, for golden files.
    String transcript() {
        return out + err + "exit " + exit.code() + " (" + exit.meaning() + ")\n";
    }
}
