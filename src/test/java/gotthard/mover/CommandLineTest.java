package gotthard.mover;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.Golden;
import gotthard.Said;
import gotthard.transfer.Refused;
import gotthard.transfer.report.Role;
import gotthard.transfer.tree.Part;

import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// What is understood of a command line, and what is said of the rest.
final class CommandLineTest {
    private static final List<String> MISUSES =
            List.of(
                    "",
                    "dance",
                    "receive",
                    "receive --root /d",
                    "receive --root /d --key a/b",
                    "receive --root /d --key K --colour red",
                    "receive --root /d --key K FOLDER value",
                    "receive --root /d --key",
                    "receive --root /d --key K --key K",
                    "receive --root /d --key K --shard 2/2",
                    "receive --root /d --key K --shard one",
                    "receive --root /d --key K --shards 4",
                    "receive --root /d --key K --listen 70000",
                    "receive --root /d --key K --lines 0",
                    "receive --root /d --key K --rate fast",
                    "receive --root /d --key K --reading never",
                    "receive --root /d --key K --owners mine",
                    "receive --root /d --key K --folder theirs",
                    "send --root /d --key K",
                    "send --root /d --key K --connect here",
                    "send --root /d --key K --connect a:1 --shard 0/2",
                    "send --root /d --key K --connect a:99999");

    @Test
    void saysWhatIsWrongAndWhatNext() {
        var text = new StringBuilder();
        for (String line : MISUSES) {
            var out = new Said();
            var err = new Said();

            int code =
                    new Mover(
                                    new Mover.Surroundings(
                                            Map.of(),
                                            out.stream(),
                                            err.stream(),
                                            Clock.systemUTC(),
                                            System::nanoTime,
                                            Thread::new))
                            .run(line.isEmpty() ? new String[] {} : line.split(" "));

            assertThat(code).isEqualTo(64);
            assertThat(out.text()).isEmpty();
            text.append("$ gotthard-mover ").append(line).append('\n').append(err.text());
        }
        Golden.assertMatches("mover/misuse.txt", text.toString());
    }

    @Test
    void showsItsOptions() {
        var out = new Said();

        int code =
                new Mover(
                                new Mover.Surroundings(
                                        Map.of(),
                                        out.stream(),
                                        out.stream(),
                                        Clock.systemUTC(),
                                        System::nanoTime,
                                        Thread::new))
                        .run("--help");

        assertThat(code).isZero();
        assertThat(out.text()).isEqualTo(Usage.TEXT);
    }

    @Test
    void takesItsShardFromTheJob() throws Refused {
        Command command =
                CommandLine.read(
                        "send --root /d --key K --shards 3 --connect a:1,b:2,[::1]:3".split(" "),
                        Map.of("JOB_COMPLETION_INDEX", "2"));

        assertThat(command.role()).isEqualTo(Role.SEND);
        assertThat(command.place().part()).isEqualTo(new Part(2, 3));
        assertThat(command.place().stage()).isEqualTo("K-2");
        assertThat(command.network().peer().orElseThrow().getHostString()).isEqualTo("::1");
        assertThat(command.network().peer().orElseThrow().getPort()).isEqualTo(3);
        assertThat(command.network().patience()).isEqualTo(Duration.ofMinutes(5));
        assertThat(command.network().rate()).isEmpty();
    }
}
