package gotthard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.regex.Pattern;

/// `gotthard man`.
final class ManTaskTest {
    private static final Pattern REQUEST = Pattern.compile("\\.(TH|SH|SS|TP|PP|B|I|EX|EE)( .*)?");

    @Test
    void tellsOfEveryVerbWithItsOptionsAndOfEveryExitCode() {
        String page = Typed.command("man").out();

        for (Verb verb : Verbs.ALL) {
            assertThat(page).contains("\n.SS \"" + verb.name());
            Gotthard.commandLine(verb, verb.task().get())
                    .getCommandSpec()
                    .options()
                    .forEach(
                            option ->
                                    assertThat(page)
                                            .contains(option.longestName().replace("-", "\\-")));
        }
        for (Exit exit : Exit.values()) {
            assertThat(page).contains("\n.B " + exit.code() + "\n" + exit.meaning() + "\n");
        }
    }

    @Test
    void isOfRequestsThatManKnowsAndOfText() {
        assertThat(Typed.command("man").out().lines())
                .isNotEmpty()
                .allMatch(
                        line ->
                                REQUEST.matcher(line).matches()
                                        || !(line.startsWith(".") || line.startsWith("'")));
    }
}
