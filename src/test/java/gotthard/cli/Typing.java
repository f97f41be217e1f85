package gotthard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/// Somebody who types one command, and whom others may look over the shoulder meanwhile.
final class Typing {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long LOOK_MILLIS = 20;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Surroundings surroundings;

    /// @param more variables of the environment
    Typing(Clock clock, Map<String, String> more) {
        var environment = new HashMap<>(Map.of("LANG", "C.UTF-8", "COLUMNS", "80"));
        environment.putAll(more);
        surroundings =
                new Surroundings(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        environment,
                        clock,
                        false);
    }

    /// Returns when the command has ended.
    Typed type(String... arguments) {
        Exit exit = new Gotthard(surroundings).run(arguments);
        return new Typed(
                exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /// Returns once the command has printed some words.
    void untilItSays(String words) throws InterruptedException {
        Instant until = Instant.now().plus(PATIENCE);
        while (!out.toString(StandardCharsets.UTF_8).contains(words)) {
            assertThat(Instant.now()).as("\"%s\" in: %s%s", words, out, err).isBefore(until);
            Thread.sleep(LOOK_MILLIS);
        }
    }
}
