package gotthard.cli;

import static org.assertj.core.api.Assertions.fail;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `gotthard serve` in this process, until it is told to end.
final class Served {
    private static final Pattern URL = Pattern.compile("http://\\S+");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long LOOK_MILLIS = 50;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Thread thread;

    private Served(List<String> words) {
        var stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        var surroundings =
                new Surroundings(
                        stream, stream, Map.of("LANG", "C.UTF-8"), Clock.systemUTC(), false);
        thread =
                Thread.ofPlatform()
                        .start(() -> new Gotthard(surroundings).run(words.toArray(String[]::new)));
    }

    /// At any port that is free.
    static Served of(Path state) {
        return at(state, 0);
    }

    /// @param more words of the command line
    static Served at(Path state, int port, String... more) {
        var words =
                new ArrayList<>(
                        List.of(
                                "serve",
                                "--listen",
                                "127.0.0.1:" + port,
                                "--state",
                                state.toString()));
        words.addAll(List.of(more));
        return new Served(words);
    }

    /// The address that it printed, with the token where it made one.
    String url() throws InterruptedException {
        Instant until = Instant.now().plus(PATIENCE);
        while (true) {
            Matcher told = URL.matcher(out.toString(StandardCharsets.UTF_8));
            if (told.find()) {
                return told.group();
            }
            if (Instant.now().isAfter(until) || !thread.isAlive()) {
                return fail("it does not serve:\n" + out.toString(StandardCharsets.UTF_8));
            }
            Thread.sleep(LOOK_MILLIS);
        }
    }

    void end() throws InterruptedException {
        thread.interrupt();
        thread.join();
    }
}
