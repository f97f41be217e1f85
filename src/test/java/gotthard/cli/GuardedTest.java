package gotthard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.Golden;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

/// Somebody skips the step that starts processing in Zurich: Moscow does not stop before it goes on there.
final class GuardedTest {
    private static final String PLAN = Workplace.plan("guarded");
    private static final String LEAD = "platform-lead-1";

    @TempDir Path state;

    private Workplace here() {
        return new Workplace(state);
    }

    private String neutral(Typed typed) {
        return here().neutral(typed)
                .replaceAll("guarded-[a-z0-9]{5}", "RUN")
                .replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z", "THEN");
    }

    @BeforeEach
    void skipsAStepAndApproves() {
        Typed begun = here().type("apply", PLAN);
        assertThat(begun.exit()).as(begun.transcript()).isEqualTo(Exit.WAITING);
        Typed skipped =
                here().type("skip", "guarded", "process", "--by", LEAD, "--reason", "too slow");
        assertThat(skipped.exit()).as(skipped.transcript()).isEqualTo(Exit.DONE);
        here().approve("guarded", "go", LEAD);
    }

    @Test
    void isHeldWithWhatWouldBreakAndWhatToDo() {
        Typed apply = here().type("apply", PLAN);

        assertThat(apply.exit()).as(apply.transcript()).isEqualTo(Exit.WAITING);
        Golden.assertMatches("cli/guarded-status.txt", neutral(here().type("status")));
        assertThat(here().type("report").out()).contains("gap of europe/suspicious-files");
        assertThat(here().type("report", "--output", "json").out())
                .contains("gap of europe/suspicious-files");
    }

    @Test
    void goesOnOnceTheStepIsTakenUpAgain() {
        here().type("apply", PLAN);
        Typed retried = here().type("retry", "guarded", "process", "--by", LEAD);
        assertThat(retried.exit()).as(retried.transcript()).isEqualTo(Exit.DONE);

        Typed apply = here().type("apply", PLAN);

        assertThat(apply.exit()).as(apply.transcript()).isEqualTo(Exit.DONE);
    }

    @Test
    void goesOnWhereSomebodyAnswersForIt() {
        here().type("apply", PLAN);
        Path waiver = state.resolve("gap.waiver");
        String until = java.time.LocalDate.now(java.time.ZoneOffset.UTC).plusDays(9).toString();
        Typed waived =
                here().type(
                                "waive",
                                PLAN,
                                "gap",
                                "--as",
                                LEAD,
                                "--reason",
                                "it may rest",
                                "--until",
                                until,
                                "-o",
                                waiver.toString());
        assertThat(waived.exit()).as(waived.transcript()).isEqualTo(Exit.DONE);

        Typed apply = here().type("apply", PLAN, "--waiver", waiver.toString());

        assertThat(apply.exit()).as(apply.transcript()).isEqualTo(Exit.DONE);
        assertThat(here().type("status").out()).contains("gap of europe/suspicious-files");
    }
}
