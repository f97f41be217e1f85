package gotthard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// `gotthard completion`, as shells use it.
final class CompletionTaskTest {
    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource({
        "val, validate",
        "roll, rollback",
        "validate --sar, --sarif",
        "apply --detac, --detach",
        "prove --pict, --picture"
    })
    void letsBashComplete(String typed, String completed) throws Exception {
        Path script = Files.writeString(folder.resolve("gotthard.bash"), script("bash"));
        String[] words = typed.split(" ", -1);
        String asked =
                "source %s; COMP_WORDS=(gotthard %s); COMP_CWORD=%d; _complete_gotthard; printf '%%s\\n' \"${COMPREPLY[@]}\""
                        .formatted(script, typed, words.length);

        assertThat(said("bash", "--norc", "-c", asked).lines()).contains(completed);
    }

    @Test
    void bashTakesTheScriptWithoutAWord() throws Exception {
        Path script = Files.writeString(folder.resolve("gotthard.bash"), script("bash"));

        assertThat(said("bash", "--norc", "-n", script.toString())).isEmpty();
    }

    @Test
    void tellsFishOfAllVerbsAndTheirOptions() {
        String script = script("fish");

        assertThat(Verbs.ALL)
                .allMatch(
                        verb ->
                                script.contains(
                                        "__fish_use_subcommand -f -a " + verb.name() + " -d '"));
        assertThat(script.lines())
                .contains(
                        "complete -c gotthard -n '__fish_seen_subcommand_from validate' -l sarif -r -d 'Write all problems, for code hosting: SARIF 2.1.0.'")
                .allMatch(line -> line.startsWith("complete -c gotthard -n "));
    }

    @Test
    void knowsThreeShells() {
        Typed typed = Typed.command("completion", "tcsh");

        assertThat(typed.exit()).isEqualTo(Exit.BAD_USE);
        assertThat(typed.err())
                .contains(
                        "there is no completion for \"tcsh\"", "there is one for bash, zsh, fish");
    }

    private static String script(String shell) {
        Typed typed = Typed.command("completion", shell);
        assertThat(typed.exit()).isEqualTo(Exit.DONE);
        return typed.out();
    }

    private static String said(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
