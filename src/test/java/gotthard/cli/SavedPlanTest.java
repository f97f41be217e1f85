package gotthard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.Golden;
import gotthard.journal.Event;
import gotthard.journal.Journal;
import gotthard.journal.RunId;
import gotthard.journal.SqliteJournal;
import gotthard.preview.SavedPlan;
import gotthard.preview.SavedPlanText;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/// Plans that are saved and applied as they were saved, on the sandbox.
final class SavedPlanTest {
    @TempDir Path state;

    private Workplace here() {
        return new Workplace(state);
    }

    private String file() {
        return state.resolve("saved.plan").toString();
    }

    private String neutral(Typed typed) {
        return here().neutral(typed)
                .replaceAll("digest [0-9a-f]{12}", "digest DIGEST")
                .replaceAll("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z", "WHEN");
    }

    private void golden(String name, Typed typed) {
        Golden.assertMatches("cli/" + name + ".txt", neutral(typed));
    }

    private Typed save(String plan) {
        Typed saved = here().type("plan", plan, "-o", file());
        assertThat(saved.exit()).as(saved.transcript()).isEqualTo(Exit.CHANGES);
        return saved;
    }

    private SavedPlan saved() throws IOException {
        var reading = SavedPlanText.read(Files.readAllBytes(Path.of(file())));
        assertThat(reading).isInstanceOf(SavedPlanText.Reading.Read.class);
        return ((SavedPlanText.Reading.Read) reading).plan();
    }

    @Nested
    final class Applied {
        @Test
        void doesWhatWasSaved() throws IOException {
            golden("saved-plan", save(Workplace.FOUNDATION));

            Typed applied = here().type("apply", file());

            assertThat(applied.exit()).as(applied.transcript()).isEqualTo(Exit.DONE);
            try (Journal journal = SqliteJournal.open(state, "test", new SecureRandom())) {
                RunId run = journal.runs().getFirst();
                assertThat(journal.entries(run, 0).get(1).event())
                        .isInstanceOfSatisfying(
                                Event.RunExpects.class,
                                expects ->
                                        assertThat(expects.expected().predictions())
                                                .isEqualTo(predictions()));
            }
            assertThat(Files.getPosixFilePermissions(Path.of(file())))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        }

        private java.util.Map<?, ?> predictions() {
            try {
                return saved().predictions();
            } catch (IOException broken) {
                throw new java.io.UncheckedIOException(broken);
            }
        }

        @Test
        void isAppliedOnceOnly() {
            save(Workplace.FOUNDATION);
            here().type("apply", file());

            golden("saved-plan-applied", here().type("apply", file()));
        }

        @Test
        void isAppliedOnceOnlyAlsoFromAnEmptyState() throws IOException {
            save(Workplace.FOUNDATION);
            here().type("apply", file());
            forgetRuns();

            golden("saved-plan-applied-unknown", here().type("apply", file()));
        }

        @Test
        void findsAJobThatItRanAlsoFromAnEmptyState() throws IOException {
            here().type("apply", Workplace.FOUNDATION);
            save(Workplace.plan("job"));
            Typed first = here().type("apply", file());
            assertThat(first.exit()).as(first.transcript()).isEqualTo(Exit.DONE);
            forgetRuns();

            golden("saved-plan-job-again", here().type("apply", file()));
        }

        @Test
        void goesOnAsSavedAfterAnApproval() {
            save(Workplace.plan("gate"));
            assertThat(here().type("apply", file()).exit()).isEqualTo(Exit.WAITING);
            here().type("approve", "go", "--as", "platform-lead-1");

            Typed applied = here().type("apply", file());

            assertThat(applied.exit()).as(applied.transcript()).isEqualTo(Exit.DONE);
            assertThat(applied.out()).contains("goes on with the run gate-");
        }

        @Test
        void tellsThatTheProjectHasGoneOn() throws IOException {
            String text = Files.readString(Path.of(Workplace.plan("gate")));
            Path plan = state.resolve("gate.yaml");
            Files.writeString(plan, text.replaceFirst("(?m)^  inventory: .*\n", ""));
            Typed save =
                    here().type("plan", plan.toString(), "-i", SANDBOX, "-o", file(), "--quiet");
            assertThat(save.exit()).as(save.transcript()).isEqualTo(Exit.CHANGES);
            Files.writeString(plan, text.replace("marked", "noted"));

            Typed applied = here().type("apply", file());

            golden("saved-plan-project-changed", applied);
        }

        private void forgetRuns() throws IOException {
            for (String name : List.of("journal.db", "journal.db-wal", "journal.db-shm")) {
                Files.deleteIfExists(state.resolve(name));
            }
        }
    }

    private static final String SANDBOX = "inventories/sandbox.yaml";

    @Nested
    final class Refused {
        @Test
        void whenEdited() throws IOException {
            save(Workplace.plan("gate"));
            Path file = Path.of(file());
            Files.writeString(file, Files.readString(file).replace("marked", "noted"));

            golden("saved-plan-edited", here().type("apply", file()));
        }

        @Test
        void whenExpired() {
            here().type("plan", Workplace.plan("gate"), "-o", file(), "--valid-for", "30m");
            var later = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(31));

            golden(
                    "saved-plan-expired",
                    Typed.in(later, "apply", file(), "--state", state.toString()));
        }

        @Test
        void inTheFormatOfAnotherVersion() throws IOException {
            save(Workplace.plan("gate"));
            Path file = Path.of(file());
            Files.writeString(
                    file, Files.readString(file).replace("saved-plan/v1", "saved-plan/v2"));

            golden("saved-plan-format", here().type("apply", file()));
        }

        @Test
        void withOtherVersionsOfKinds() throws IOException {
            save(Workplace.plan("gate"));
            SavedPlan plan = saved();
            var newer =
                    new SavedPlan(
                            new SavedPlan.Made(
                                    "9.0.0",
                                    plan.made().by(),
                                    plan.made().at(),
                                    plan.made().expires()),
                            plan.plan(),
                            plan.planSource(),
                            plan.inventorySource(),
                            plan.documents(),
                            plan.steps().stream().map(Refused::newer).toList());
            Files.write(Path.of(file()), SavedPlanText.bytes(newer));

            golden("saved-plan-kinds", here().type("apply", file()));
        }

        private static SavedPlan.Item newer(SavedPlan.Item item) {
            return item.kind().equals("ssh.run")
                    ? new SavedPlan.Item(
                            item.step(),
                            item.kind(),
                            item.version() + 1,
                            item.needs(),
                            item.inputs(),
                            item.prediction())
                    : item;
        }

        @Test
        void withAnotherInventory() {
            save(Workplace.plan("gate"));

            golden("saved-plan-inventory", here().type("apply", file(), "-i", SANDBOX));
        }

        @Test
        void whereTheWorldHasChanged() throws IOException {
            save(Workplace.plan("gate"));
            Files.writeString(home("zurich-1", "files-1").resolve("marked"), "");

            golden("saved-plan-world", here().type("apply", file()));
        }

        @Test
        void besideAnotherRun() {
            save(Workplace.plan("gate"));
            here().type("apply", Workplace.plan("gate"));

            golden("saved-plan-beside", here().type("apply", file()));
            golden(
                    "saved-plan-open",
                    here().type("plan", Workplace.plan("gate"), "-o", file() + "2"));
        }

        @Test
        void whereItCanNotBeWritten() {
            golden(
                    "saved-plan-unwritable",
                    here().type(
                                    "plan",
                                    Workplace.plan("gate"),
                                    "--quiet",
                                    "-o",
                                    state.resolve("no/such/folder").toString()));
        }

        @Test
        void withMoreOpaqueStepsThanAllowed() {
            Typed plan =
                    here().type("plan", Workplace.plan("gate"), "--max-opaque", "0", "-o", file());

            golden("plan-max-opaque", plan);
            assertThat(plan.exit()).isEqualTo(Exit.FORBIDDEN);
            assertThat(Path.of(file())).doesNotExist();
        }

        @Test
        void withAStrangeDuration() {
            golden(
                    "plan-bad-duration",
                    here().type("plan", Workplace.plan("gate"), "--valid-for", "soon"));
        }
    }

    @Test
    void holdsTheRunWhereAStepIsNotAsPredicted() throws IOException {
        save(Workplace.plan("gate"));
        here().type("apply", file());
        here().type("approve", "go", "--as", "platform-lead-1");
        Path mark = home("zurich-1", "files-1").resolve("marked");
        Files.writeString(mark, "");

        Typed held = here().type("apply", file());

        golden("saved-plan-deviates", held);
        assertThat(held.exit()).isEqualTo(Exit.WAITING);
        golden("saved-plan-deviates-status", here().type("status"));
        Files.delete(mark);
        Typed again = here().type("apply", file());
        assertThat(again.exit()).as(again.transcript()).isEqualTo(Exit.DONE);
    }

    @Test
    void isShownAsMarkdownForAComment() {
        Typed plan = here().type("plan", Workplace.FOUNDATION, "--output", "md");

        Golden.assertMatches("cli/plan.md", plan.out());
        assertThat(plan.exit()).isEqualTo(Exit.CHANGES);
    }

    @Test
    void holdsNoSecret() throws IOException {
        save(Workplace.FOUNDATION);

        assertThat(new String(Files.readAllBytes(Path.of(file())), StandardCharsets.UTF_8))
                .contains("kind: Inventory")
                .doesNotContain("PRIVATE KEY");
    }

    private Path home(String site, String host) {
        return state.resolve("sandbox/" + site + "/hosts/" + host + "/home");
    }
}
