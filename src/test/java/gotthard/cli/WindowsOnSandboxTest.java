package gotthard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.Golden;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

/// Steps that start in their window only and in no freeze. One story, told in order, by a clock of the test.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class WindowsOnSandboxTest {
    private static final String PLAN = Workplace.plan("windows");

    private Path state = Path.of("");

    @BeforeAll
    void settle(@TempDir Path folder) {
        state = folder;
    }

    private Typed at(String time, String... words) {
        Clock clock =
                Clock.offset(
                        Clock.systemUTC(), Duration.between(Instant.now(), Instant.parse(time)));
        return Typed.in(
                clock,
                Stream.concat(Stream.of(words), Stream.of("--state", state.toString()))
                        .toArray(String[]::new));
    }

    private String neutral(Typed typed) {
        return new Workplace(state)
                .neutral(typed)
                .replaceAll("(?m)^HH:MM:SS.*\\n", "")
                .replaceAll("since [0-9hms ]+ for", "since TIME for")
                .replaceAll("\\bwindows-[a-z0-9]{5}\\b", "RUN")
                .replaceAll("RUN  2019-12-20T[0-9:.]+Z", "RUN  BEGUN");
    }

    @Test
    @Order(1)
    void arePlannedWithTheTimeAtWhichTheyMayStart() {
        Typed plan = at("2019-12-20T17:30:00Z", "plan", PLAN);

        assertThat(plan.exit()).isEqualTo(Exit.CHANGES);
        Golden.assertMatches("cli/plan-windows.txt", neutral(plan));
    }

    @Test
    @Order(2)
    void endTheProcessWhenNothingElseIsToBeDone() {
        Typed apply = at("2019-12-20T17:30:00Z", "apply", PLAN);

        assertThat(apply.exit()).as(apply.transcript()).isEqualTo(Exit.WAITING);
        Golden.assertMatches("cli/apply-windows.txt", neutral(apply));
    }

    @Test
    @Order(3)
    void areShownByStatus() {
        Typed status = at("2019-12-20T18:30:00Z", "status");

        assertThat(status.exit()).isEqualTo(Exit.WAITING);
        Golden.assertMatches("cli/status-windows.txt", neutral(status));
    }

    @Test
    @Order(4)
    void doNotStartBeforeTheirDay() {
        Typed apply = at("2020-01-06T12:00:00Z", "apply", PLAN);

        assertThat(apply.exit()).isEqualTo(Exit.WAITING);
        Golden.assertMatches("cli/apply-early.txt", neutral(apply));
    }

    @Test
    @Order(5)
    void doNotStartWhereTheyWouldNotEndInTime() {
        Typed apply = at("2020-01-07T03:50:00Z", "apply", PLAN);

        assertThat(apply.exit()).isEqualTo(Exit.WAITING);
        assertThat(apply.out())
                .contains("later  verified", "which opens at 2020-01-07T21:00:00Z")
                .doesNotContain("night  verified");
    }

    @Test
    @Order(6)
    void startByThemselvesWhenItOpens() {
        Typed apply = at("2020-01-07T20:59:55Z", "apply", PLAN, "--wait");

        assertThat(apply.exit()).as(apply.transcript()).isEqualTo(Exit.DONE);
        assertThat(apply.out()).contains("night  verified");
    }

    @Test
    @Order(7)
    void areUndoneAtAnyTime() {
        Typed back =
                at(
                        "2020-01-08T12:00:00Z",
                        "rollback",
                        "windows",
                        "--by",
                        "platform-lead-1",
                        "--reason",
                        "wrong");

        assertThat(back.exit()).as(back.transcript()).isEqualTo(Exit.DONE);
    }
}
