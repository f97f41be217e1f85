package gotthard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.Golden;
import gotthard.journal.Event;
import gotthard.journal.Journal;
import gotthard.journal.SqliteJournal;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.stream.Stream;

/// A run on the sandbox that becomes one of another plan when six of its eight steps are verified.
final class AmendTaskTest {
    private static final String SANDBOX = "inventories/sandbox.yaml";

    @TempDir Path state;
    private String text = "";

    @BeforeEach
    void applyAlmostAll() throws IOException {
        text =
                Files.readString(Path.of(Workplace.plan("amend")))
                        .replaceFirst("(?m)^  inventory: .*\n", "");
        Files.writeString(plan(), text);
        type("apply", plan().toString(), "-i", SANDBOX);
        type("approve", "early", "--as", "platform-lead-1");
        type("approve", "other", "--as", "platform-lead-1");
        assertThat(type("apply", plan().toString(), "-i", SANDBOX).exit()).isEqualTo(Exit.WAITING);
        assertThat(intended()).containsExactlyInAnyOrder("a", "b", "c", "f");
    }

    @Test
    void runsOnlyWhatIsAffected() throws IOException {
        Files.writeString(
                plan(),
                text.replace("[touch, d]", "[touch, d, e]")
                        + """
                            - id: g
                              needs: [go]
                              action: ssh.run
                              with: {at: zurich-2, hosts: files, run: [touch, g], check: [test, -f, g], undo: [rm, -f, g]}
                        """);

        Typed shown = amend("--dry-run", "--output", "md");
        golden("amend.md", shown.out());
        assertThat(shown.exit()).isEqualTo(Exit.CHANGES);
        Typed amended = amend();
        golden("amend.txt", amended.transcript());
        assertThat(amended.exit()).isEqualTo(Exit.DONE);

        Typed waits = type("apply", plan().toString(), "-i", SANDBOX);
        assertThat(waits.exit()).as(waits.transcript()).isEqualTo(Exit.WAITING);
        assertThat(waits.out()).contains("early: waits for an approval").doesNotContain("other: ");
        type("approve", "early", "--as", "platform-lead-1");
        type("apply", plan().toString(), "-i", SANDBOX);
        type("approve", "go", "--as", "platform-lead-1");
        Typed applied = type("apply", plan().toString(), "-i", SANDBOX);

        assertThat(applied.exit()).as(applied.transcript()).isEqualTo(Exit.DONE);
        assertThat(intended()).containsExactlyInAnyOrder("a", "b", "c", "f", "d", "g");
        assertThat(state.resolve("sandbox/zurich-1/hosts/files-1/home/e")).exists();
        assertThat(type("rollback").exit()).isEqualTo(Exit.DONE);
        assertThat(state.resolve("sandbox/zurich-2/hosts/files-1/home/g")).doesNotExist();
    }

    @Test
    void voidsApprovalsWhenThePolicyAloneIsAnother() throws IOException {
        Files.copy(Path.of("plans/policy.yaml"), plan().resolveSibling("policy.yaml"));
        Files.writeString(
                plan(), text.replaceFirst("(?m)^spec:\n", "spec:\n  policy: policy.yaml\n"));

        golden("amend-policy.txt", amend().transcript());

        assertThat(type("apply", plan().toString(), "-i", SANDBOX).out())
                .contains("early: waits for an approval", "other: waits for an approval");
        assertThat(intended()).containsExactlyInAnyOrder("a", "b", "c", "f");
    }

    @Test
    void isRefusedUntilWhatChangesIsUndone() throws IOException {
        Files.writeString(plan(), text.replace("run: [touch, f]", "run: [touch, f, ff]"));

        Typed refused = amend();
        golden("amend-undo-first.txt", refused.transcript());
        assertThat(refused.exit()).isEqualTo(Exit.FAILED);
        type("rollback", run(), "--step", "f");
        Typed amended = amend();

        assertThat(amended.exit()).as(amended.transcript()).isEqualTo(Exit.DONE);
        Typed applied = type("apply", plan().toString(), "-i", SANDBOX);
        assertThat(applied.out()).contains("other  waits");
    }

    @Test
    void undoesNothingForAnotherTime() throws IOException {
        Files.writeString(plan(), text.replace("- id: f\n", "- id: f\n      takes: 20m\n"));

        Typed amended = amend();

        golden("amend-time.txt", amended.transcript());
        assertThat(amended.exit()).isEqualTo(Exit.DONE);
        Typed applied = type("apply", plan().toString(), "-i", SANDBOX);
        assertThat(applied.out()).contains("other  waits").doesNotContain("f  running");
    }

    @Test
    void isRefusedForAnotherPlan() {
        Typed refused = type("amend", "amend", Workplace.plan("gate"));

        golden("amend-other-plan.txt", refused.transcript());
        assertThat(refused.exit()).isEqualTo(Exit.FAILED);
    }

    private Path plan() {
        return state.resolve("amend.yaml");
    }

    private Typed amend(String... options) {
        return type(
                Stream.concat(
                                Stream.of("amend", "amend", plan().toString(), "-i", SANDBOX),
                                Stream.of(options))
                        .toArray(String[]::new));
    }

    private Typed type(String... words) {
        return new Workplace(state).type(words);
    }

    private String run() {
        return new Workplace(state).run();
    }

    private List<String> intended() {
        try (Journal journal = SqliteJournal.open(state, "test", new SecureRandom())) {
            return journal.entries(journal.runs().getFirst(), 0).stream()
                    .map(entry -> entry.event())
                    .filter(Event.StepIntended.class::isInstance)
                    .map(event -> ((Event.StepIntended) event).step().value())
                    .toList();
        }
    }

    private void golden(String name, String printed) {
        Golden.assertMatches(
                "cli/" + name,
                printed.replace(state.toString(), "STATE")
                        .replaceAll("\\bamend-[a-z0-9]{5}\\b", "RUN"));
    }
}
