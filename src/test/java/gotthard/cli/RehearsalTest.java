package gotthard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.Golden;
import gotthard.graph.Assembled;
import gotthard.graph.Assembly;
import gotthard.graph.DiskTexts;
import gotthard.rehearsal.Fault;
import gotthard.rehearsal.Rehearsal;
import gotthard.rehearsal.Rehearsed;
import gotthard.rehearsal.Tried;
import gotthard.rehearsal.Troupe;
import gotthard.secret.Secrets;
import gotthard.terminal.Looks;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A rehearsal finds what actions do otherwise than they say, and holds what they do as they say.
final class RehearsalTest {
    private static final String PLAN = "src/test/resources/cli/rehearsal/files.yaml";
    private static final int JOBS = 2;

    @TempDir private Path folder;

    RehearsalTest() {}

    /// With honest actions, all is as the model says.
    @Test
    void holdsWhatIsAsItSays() throws Exception {
        List<Rehearsed> all = rehearsed(Lie.NONE, List.of(Fault.values()));

        Golden.assertMatches("cli/rehearse/honest.txt", text(all));
        assertThat(all).allMatch(Rehearsed::holds);
        assertThat(folder.resolve("rehearsal")).doesNotExist();
    }

    @Test
    void findsAFileThatAnUndoingLeaves() throws Exception {
        List<Rehearsed> all = rehearsed(Lie.UNDO_LEAVES, List.of(Fault.REFUSED, Fault.UNRECORDED));

        Golden.assertMatches("cli/rehearse/undo-leaves.txt", text(all));
        assertThat(all).noneMatch(Rehearsed::holds);
    }

    @Test
    void findsAnEffectThatIsNotThere() throws Exception {
        List<Rehearsed> all = rehearsed(Lie.DECLARES_MORE, List.of(Fault.UNRECORDED));

        Golden.assertMatches("cli/rehearse/declares-more.txt", text(all));
        assertThat(all).noneMatch(Rehearsed::holds);
    }

    @Test
    void findsWhatIsLeftHalfwayBesideWhatIsDeclared() throws Exception {
        List<Rehearsed> all = rehearsed(Lie.HALF_LEAVES_MORE, List.of(Fault.HALF));

        Golden.assertMatches("cli/rehearse/half-leaves-more.txt", text(all));
        assertThat(all).noneMatch(Rehearsed::holds);
        assertThat(kept(all)).isNotEmpty().allSatisfy(path -> assertThat(path).exists());
    }

    @Test
    void saysWhatItLeavesWhenItIsStopped() {
        Thread.currentThread().interrupt();

        Typed stopped = Typed.command("rehearse", PLAN, "--state", folder.toString());

        Golden.assertMatches(
                "cli/rehearse/stopped.txt",
                stopped.transcript()
                        .replace(folder.toString(), "STATE")
                        .replaceAll("STATE/[-0-9]+", "STATE/TIME"));
    }

    private static List<Path> kept(List<Rehearsed> all) {
        return all.stream()
                .flatMap(plan -> plan.tried().stream())
                .filter(one -> one.outcome() instanceof Tried.Outcome.Differed)
                .map(one -> Path.of(((Tried.Outcome.Differed) one.outcome()).kept()))
                .toList();
    }

    private List<Rehearsed> rehearsed(Lie lie, List<Fault> faults) throws Exception {
        Files.createDirectories(folder);
        var clock = Clock.systemUTC();
        var kinds = LyingKind.all(lie);
        var troupe =
                new Troupe(
                        new SandboxStage(clock),
                        kinds,
                        new Secrets(Map.of()),
                        clock,
                        "0.1.0",
                        new SecureRandom());
        Assembled plan =
                Assembly.assemble(PLAN, Optional.empty(), DiskTexts.around(PLAN, List.of()), kinds)
                        .toOptional()
                        .orElseThrow();
        var settings =
                new Rehearsal.Settings(
                        folder.resolve("rehearsal"),
                        JOBS,
                        step -> step.value().equals("files"),
                        faults,
                        LocalDate.of(2026, 3, 1));
        return new Rehearsal(troupe, settings, new Unheard()).of(List.of(plan));
    }

    private String text(List<Rehearsed> all) {
        var nothing = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        var console =
                new Console(
                        nothing,
                        nothing,
                        Format.TEXT,
                        false,
                        Looks.of(Map.of("LANG", "C.UTF-8"), false));
        return String.join("\n", RehearsalText.lines(console, all))
                .replace(folder.toString(), "FOLDER")
                .replaceAll("case-\\d+", "case-N");
    }

    private static final class Unheard implements Rehearsal.Listener {
        @Override
        public void prepared(Assembled plan, int faults) {}

        @Override
        public void tried(Tried tried) {}
    }
}
