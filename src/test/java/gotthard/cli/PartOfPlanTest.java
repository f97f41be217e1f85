package gotthard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

/// Parts of a plan and of a way back, on the sandbox.
final class PartOfPlanTest {
    @TempDir Path state;

    @Test
    void untilDoesAStepWithAllThatItNeeds() {
        var here = new Workplace(state);

        Typed apply = here.type("apply", Workplace.FOUNDATION, "--until", "platform[zurich-1]");

        assertThat(apply.exit()).as(apply.transcript()).isEqualTo(Exit.DONE);
        assertThat(here.type("status").out().lines().map(String::strip))
                .anyMatch(line -> line.matches("ready +verified .*"))
                .anyMatch(line -> line.matches("platform\\[zurich-1] +verified .*"))
                .anyMatch(line -> line.matches("platform\\[zurich-2] +left out"));
    }

    @Test
    void onlyDoesAStepAlone() {
        var here = new Workplace(state);

        Typed apply = here.type("apply", Workplace.FOUNDATION, "--only", "ready");

        assertThat(apply.exit()).as(apply.transcript()).isEqualTo(Exit.DONE);
        assertThat(here.type("status").out()).contains("platform[zurich-1]  left out");
    }

    @Test
    void onlyIsRefusedForAStepThatNeedsAnother() {
        var here = new Workplace(state);

        Typed apply = here.type("apply", Workplace.FOUNDATION, "--only", "platform[zurich-1]");

        assertThat(apply.exit()).isEqualTo(Exit.BAD_USE);
        assertThat(apply.err()).contains("needs ready", "run it with --until platform[zurich-1]");
    }

    @Test
    void limitDoesWhatIsDoneAtOneSite() {
        var here = new Workplace(state);

        Typed apply = here.type("apply", Workplace.FOUNDATION, "--limit", "site=zurich-1");

        assertThat(apply.exit()).as(apply.transcript()).isEqualTo(Exit.DONE);
        assertThat(here.type("status").out().lines().map(String::strip))
                .anyMatch(line -> line.matches("platform\\[zurich-1] +verified .*"))
                .anyMatch(line -> line.matches("platform\\[zurich-2] +left out"));
    }

    @Test
    void rollbackOfAStepLeavesTheOthers() {
        var here = new Workplace(state);
        here.type("apply", Workplace.FOUNDATION);

        Typed rollback = here.type("rollback", "foundation", "--step", "platform[zurich-1]");

        assertThat(rollback.exit()).as(rollback.transcript()).isEqualTo(Exit.DONE);
        assertThat(here.type("status").out().lines().map(String::strip))
                .anyMatch(line -> line.matches("platform\\[zurich-1] +rolled back"))
                .anyMatch(line -> line.matches("platform\\[zurich-2] +verified .*"));
    }
}
