package gotthard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.notice.Listener;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/// Who is told of a run, where the environment names somebody.
final class HooksTest {
    @TempDir private Path state;

    private Typed type(Map<String, String> environment, String... words) {
        var all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--state", state.toString()));
        return Typed.in(Clock.systemUTC(), environment, all.toArray(String[]::new));
    }

    @Test
    void hearOfAGateAndOfTheEndAndOfNothingTwice() throws Exception {
        try (var listener = new Listener(false)) {
            Map<String, String> hook =
                    Map.of("GOTTHARD_HOOKS", "ops", "GOTTHARD_HOOK_OPS_URL", listener.address());
            assertThat(type(hook, "apply", Workplace.plan("gate")).exit()).isEqualTo(Exit.WAITING);
            new Workplace(state).approve("gate", "go", "platform-lead-1");
            assertThat(type(hook, "apply", Workplace.plan("gate")).exit()).isEqualTo(Exit.DONE);

            List<String> ids = listener.heard().stream().map(Listener.Heard::id).toList();
            assertThat(listener.heard().getFirst().body())
                    .contains("\"type\":\"run.held\"", "\"step\":\"go\"", "platform-lead");
            assertThat(listener.heard().getLast().body()).contains("\"type\":\"run.done\"");
            assertThat(ids).hasSameSizeAs(new HashSet<>(ids));
        }
    }

    @Test
    void changeNothingWhereTheyCanNotBeTold() throws Exception {
        try (var listener = new Listener(false, 410, 410)) {
            Typed apply =
                    type(
                            Map.of(
                                    "GOTTHARD_HOOKS",
                                    "ops",
                                    "GOTTHARD_HOOK_OPS_URL",
                                    listener.address()),
                            "apply",
                            Workplace.plan("gate"));

            assertThat(apply.exit()).isEqualTo(Exit.WAITING);
            assertThat(apply.out())
                    .containsPattern("the hook ops was not told of gate-\\w{5}\\.\\d+ \\(held\\)")
                    .contains("it answers with 410")
                    .doesNotContain(listener.address());
        }
    }

    @Test
    void areNamedWhereTheyAreWronglySetUp() {
        Typed apply = type(Map.of("GOTTHARD_HOOKS", "ops"), "apply", Workplace.plan("gate"));

        assertThat(apply.exit()).isEqualTo(Exit.WAITING);
        assertThat(apply.out()).contains("no hooks are told: the hook ops has no address");
    }
}
