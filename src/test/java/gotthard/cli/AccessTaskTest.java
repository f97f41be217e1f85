package gotthard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.Golden;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What `gotthard access` prints from a plan alone.
final class AccessTaskTest {
    private static final String EUROPE = "plans/10-europe-files.yaml";

    @Test
    void printsRolesOfASiteForKubectl() {
        Golden.assertMatches(
                "cli/access/europe.yaml",
                Typed.command("access", EUROPE, "--output", "yaml", "--site", "zurich-1").out());
    }

    @Test
    void printsThemForAServiceAccountAndOnePhase() {
        Golden.assertMatches(
                "cli/access/foundation-verify.yaml",
                Typed.command(
                                "access",
                                Workplace.FOUNDATION,
                                "--output",
                                "yaml",
                                "--for",
                                "verify",
                                "--subject",
                                "serviceaccount:movers/gotthard")
                        .out());
    }

    @Test
    void tellsPeopleAllOfIt() {
        Golden.assertMatches("cli/access/europe.txt", Typed.command("access", EUROPE).transcript());
    }

    @Test
    void tellsProgramsAllOfIt() {
        Golden.assertMatches(
                "cli/access/foundation.json",
                Typed.command("access", Workplace.FOUNDATION, "--output", "json").out());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--for|verifi",
                "--for|nothing",
                "--subject|somebody",
                "--subject|serviceaccount:gotthard",
                "--site|zurich-9",
                "--output|xml"
            })
    void saysWhatItDoesNotUnderstand(String option, String value) {
        Typed typed = Typed.command("access", EUROPE, option, value);

        assertThat(typed.exit()).isEqualTo(Exit.BAD_USE);
        Golden.assertMatches(
                "cli/access/bad%s-%s.txt".formatted(option, value.replace(':', '-')), typed.err());
    }
}
