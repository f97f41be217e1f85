package gotthard.cli;

import gotthard.Said;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/// Somebody who types one command, and whom others may look over the shoulder meanwhile.
final class Typing {
    private final Said out = new Said();
    private final Said err = new Said();
    private final Surroundings surroundings;

    Typing() {
        this(Clock.systemUTC(), Map.of());
    }

    /// @param more variables of the environment
    Typing(Clock clock, Map<String, String> more) {
        var environment = new HashMap<>(Map.of("LANG", "C.UTF-8", "COLUMNS", "80"));
        environment.putAll(more);
        surroundings = new Surroundings(out.stream(), err.stream(), environment, clock, false);
    }

    /// Returns when the command has ended.
    Typed type(String... arguments) {
        Exit exit = new Gotthard(surroundings).run(arguments);
        return new Typed(exit, out.text(), err.text());
    }

    /// Returns once the command has printed some words.
    void untilItSays(String words) throws InterruptedException {
        out.await(words);
    }
}
