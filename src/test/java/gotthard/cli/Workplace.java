package gotthard.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

/// A state folder with a sandbox of its own, and what is typed there.
record Workplace(Path state) {
    static final String FOUNDATION = "plans/00-foundation.yaml";

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long LOOK_MILLIS = 100;

    /// A plan for tests alone.
    static String plan(String name) {
        return "src/test/resources/cli/" + name + ".yaml";
    }

    Typed type(String... words) {
        return type(new Typing(), words);
    }

    Typed type(Typing typing, String... words) {
        return typing.type(
                Stream.concat(Stream.of(words), Stream.of("--state", state.toString()))
                        .toArray(String[]::new));
    }

    /// Approves with the key that the sandbox made for a person.
    void approve(String run, String step, String person) {
        Path key = state.resolve("sandbox/keys-of-people").resolve(person);
        Typed approved = type("approve", run, step, "--as", person, "--key", key.toString());
        assertThat(approved.exit()).as(approved.transcript()).isEqualTo(Exit.DONE);
    }

    /// Returns once the latest run waits for a person.
    void untilItWaits() throws InterruptedException {
        Instant until = Instant.now().plus(PATIENCE);
        while (type("status").exit() != Exit.WAITING) {
            if (Instant.now().isAfter(until)) {
                fail("the run never came to its gate:\n" + type("status").transcript());
            }
            Thread.sleep(LOOK_MILLIS);
        }
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
