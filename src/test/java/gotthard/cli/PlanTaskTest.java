package gotthard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.Golden;
import gotthard.journal.Journal;
import gotthard.journal.RunId;
import gotthard.journal.SqliteJournal;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

/// What a plan would change: asked of the sandbox before and after it is applied, and of sites that do not answer.
final class PlanTaskTest {
    private static final String FOUNDATION = "plans/00-foundation.yaml";
    private static final String PLAN = "plans/10-europe-files.yaml";

    /// One story, told in order: each chapter needs what the ones before it did.
    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    final class OnTheSandbox {
        private Path state = Path.of("");

        @BeforeAll
        void applyFoundation(@TempDir Path folder) {
            state = folder;
            Typed applied = typed("apply", FOUNDATION, "--quiet");
            assertThat(applied.exit()).as(applied.transcript()).isEqualTo(Exit.DONE);
        }

        @Test
        @Order(1)
        void showsAllBeforeTheFirstApply() {
            World before = World.in(state);

            Typed plan = typed("plan", PLAN);

            Golden.assertMatches("cli/plan-before.txt", masked(plan.transcript()));
            assertThat(plan.exit()).isEqualTo(Exit.CHANGES);
            assertThat(World.in(state)).isEqualTo(before);
        }

        @Test
        @Order(2)
        void showsOnlyTheRestOfAnOpenRun() {
            assertThat(typed("apply", PLAN, "--quiet").exit()).isEqualTo(Exit.WAITING);
            World before = World.in(state);

            Typed plan = typed("plan", PLAN);

            Golden.assertMatches("cli/plan-open.txt", masked(plan.transcript()));
            assertThat(plan.exit()).isEqualTo(Exit.CHANGES);
            assertThat(World.in(state)).isEqualTo(before);
        }

        @Test
        @Order(3)
        void findsNothingToDoAfterTheRun() throws Exception {
            try (var _ = new Gatekeeper(state, Clock.systemUTC()).start()) {
                assertThat(typed("apply", PLAN, "--quiet", "--wait").exit()).isEqualTo(Exit.DONE);
            }
            World before = World.in(state);

            Typed plan = typed("plan", PLAN);

            Golden.assertMatches("cli/plan-after.txt", masked(plan.transcript()));
            assertThat(plan.exit()).isEqualTo(Exit.DONE);
            assertThat(World.in(state)).isEqualTo(before);
        }

        @Test
        @Order(4)
        void appliesNothingWhenNothingWouldChange() {
            World before = World.in(state);
            List<RunId> runs = runs();

            Typed apply = typed("apply", PLAN);

            Golden.assertMatches("cli/apply-nothing.txt", masked(apply.transcript()));
            assertThat(runs()).isEqualTo(runs);
            assertThat(World.in(state)).isEqualTo(before);
        }

        @Test
        @Order(5)
        void tellsProgramsTheSame() {
            Typed plan = typed("plan", PLAN, "--output", "json");

            assertThat(plan.exit()).isEqualTo(Exit.DONE);
            List<String> lines = plan.out().lines().toList();
            assertThat(lines).hasSize(2);
            assertThat(lines.getFirst()).contains("\"type\":\"run\"");
            assertThat(lines.getLast())
                    .startsWith("{\"preview\":\"gotthard/preview/v1\",\"plan\":\"europe-files\"")
                    .contains("\"outlook\":\"approved\"")
                    .doesNotContain("\"outlook\":\"changes\"");
        }

        @Test
        @Order(6)
        void showsWhatANewRunWouldMendAndRepeat() throws Exception {
            Files.delete(arrived("zurich-1"));

            Typed plan = typed("plan", PLAN);

            assertThat(plan.exit()).isEqualTo(Exit.CHANGES);
            assertThat(plan.out())
                    .contains(": 1 file, ")
                    .contains("▶ zurich-1/cluster Job intake/count: runs to its end")
                    .contains("? go: waits for an approval by platform-lead")
                    .contains(
                            "Plan: 1 to create, 0 to change, 0 to delete, 2 to run, 2 opaque; 1 approval");
        }

        @Test
        @Order(7)
        void stopsAtAFileOfSomebodyElse() throws Exception {
            Path file = arrived("zurich-2");
            Files.writeString(file, "something else altogether");

            Typed plan = typed("plan", PLAN);

            assertThat(plan.exit()).isEqualTo(Exit.FAILED);
            assertThat(plan.out())
                    .contains("! files[suspicious-files,zurich-2]")
                    .contains("is there with other content, and is not overwritten")
                    .contains("; 1 obstacle");
            assertThat(file).hasContent("something else altogether");
        }

        private Typed typed(String... words) {
            return Typed.command(
                    Stream.concat(Stream.of(words), Stream.of("--state", state.toString()))
                            .toArray(String[]::new));
        }

        private String masked(String text) {
            return text.replace(state.toString(), "STATE")
                    .replaceAll("europe-files-[a-z0-9]{5}\\b", "RUN")
                    .replaceAll("intake/count-[0-9a-f]{20}", "intake/count-KEY");
        }

        private List<RunId> runs() {
            try (Journal journal = SqliteJournal.open(state, "test", new SecureRandom())) {
                return journal.runs();
            }
        }

        private Path arrived(String site) throws IOException {
            Path folder = state.resolve("sandbox/" + site + "/hosts/files-1/root/srv/files/intake");
            try (Stream<Path> files = Files.walk(folder)) {
                return files.filter(file -> file.toString().endsWith(".bin"))
                        .min(Path::compareTo)
                        .orElseThrow();
            }
        }
    }

    @Nested
    final class WithoutAnAnswer {
        @Test
        void saysWhichClusterIsSilent(@TempDir Path folder) throws Exception {
            Lone lone = Lone.in(folder, "zurich-1");

            Typed plan = planned(lone);

            Golden.assertMatches("cli/plan-unreachable.txt", lone.masked(plan.transcript()));
            assertThat(plan.exit()).isEqualTo(Exit.FAILED);
            assertThat(folder.resolve("state")).doesNotExist();
        }

        @Test
        void guessesTheContext(@TempDir Path folder) throws Exception {
            Lone lone = Lone.in(folder, "zurich-11");

            Typed plan = planned(lone);

            Golden.assertMatches("cli/plan-unknown-context.txt", lone.masked(plan.transcript()));
            assertThat(plan.exit()).isEqualTo(Exit.FAILED);
        }

        private static Typed planned(Lone lone) {
            return Typed.command("plan", lone.file("plan.yaml"), "--state", lone.file("state"));
        }
    }

    @Test
    void judgesThePolicyBeforeAnySiteIsAsked(@TempDir Path folder) throws Exception {
        Files.copy(Path.of("inventories/sandbox.yaml"), folder.resolve("sandbox.yaml"));
        Files.copy(Path.of("plans/policy.yaml"), folder.resolve("policy.yaml"));
        Files.writeString(
                folder.resolve("plan.yaml"),
                """
                apiVersion: gotthard/v1
                kind: Plan
                metadata: {name: russia, owner: platform, title: What must not be}
                spec:
                  inventory: sandbox.yaml
                  policy: policy.yaml
                  group:
                    regions: [russia]
                    from: moscow
                    data: {suspicious-files: {to: [zurich-1]}}
                  steps:
                    - {id: files, action: files.copy, with: {data: suspicious-files, to: zurich-1}}
                """);

        Typed plan =
                Typed.command(
                        "plan",
                        folder.resolve("plan.yaml").toString(),
                        "--state",
                        folder.resolve("state").toString());

        assertThat(plan.exit()).as(plan.transcript()).isEqualTo(Exit.FORBIDDEN);
        assertThat(plan.out()).doesNotContain("to create");
    }
}
