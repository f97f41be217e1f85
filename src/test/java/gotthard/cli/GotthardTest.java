package gotthard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.Golden;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;

/// The command line itself: verbs, options, help.
final class GotthardTest {
    static List<String> verbs() {
        return Verbs.ALL.stream().map(Verb::name).toList();
    }

    @ParameterizedTest
    @MethodSource("verbs")
    void everyVerbSaysWhatItDoesWithAnExample(String verb) {
        Typed help = Typed.command(verb, "--help");

        assertThat(help.exit()).isEqualTo(Exit.DONE);
        assertThat(help.out()).contains("Usage: gotthard " + verb, "Example", "  gotthard " + verb);
        assertThat(help.out().lines()).allMatch(line -> line.length() <= 120);
    }

    @Nested
    final class TypedWrong {
        @Test
        void guessesTheVerb() {
            Golden.assertMatches("cli/unknown-verb.txt", Typed.command("validat").transcript());
        }

        @Test
        void saysWhereToLookWhenNothingIsLikeIt() {
            Golden.assertMatches("cli/strange-verb.txt", Typed.command("frobnicate").transcript());
        }

        @Test
        void guessesTheOption() {
            Golden.assertMatches(
                    "cli/unknown-option.txt", Typed.command("validate", "--as-off=x").transcript());
        }

        @Test
        void wantsTheVerbFirst() {
            Golden.assertMatches(
                    "cli/option-first.txt", Typed.command("--state", "x", "status").transcript());
        }

        @Test
        void knowsTwoOutputs() {
            Golden.assertMatches(
                    "cli/unknown-output.txt",
                    Typed.command("validate", "--output", "xml").transcript());
        }

        @Test
        void wantsADay() {
            Golden.assertMatches(
                    "cli/bad-day.txt",
                    Typed.command("validate", "x.yaml", "--as-of", "soon").transcript());
        }

        @Test
        void wantsAValue() {
            Golden.assertMatches(
                    "cli/missing-value.txt", Typed.command("validate", "--as-of").transcript());
        }
    }

    @Test
    void helpListsAllVerbsAndExitCodes() {
        Typed help = Typed.command("help");

        assertThat(help.exit()).isEqualTo(Exit.DONE);
        assertThat(help.out()).contains(verbs()).contains("64  bad use of the command line");
    }

    @Test
    void nothingTypedIsBadUse() {
        assertThat(Typed.command().exit()).isEqualTo(Exit.BAD_USE);
    }
}
