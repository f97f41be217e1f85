package gotthard.graph;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.Golden;
import gotthard.action.Kinds;
import gotthard.inventory.MetricSignal;
import gotthard.inventory.SignalName;
import gotthard.inventory.SiteName;
import gotthard.inventory.WindowName;
import gotthard.policy.Delay;
import gotthard.problem.Checked;
import gotthard.problem.Problem;
import gotthard.shape.Rate;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

class AssemblyTest {
    private static final Kinds KINDS =
            new Kinds(List.of(new MoveKind(), new SwitchKind(), new ApproveKind()));
    private static final String PLAN =
            """
            apiVersion: gotthard/v1
            kind: Plan
            metadata: {name: p, owner: tests, title: A plan}
            spec:
              inventory: ../inventories/i.yaml
              policy: policy.yaml
              steps:
                - {id: a, action: move, with: {to: zurich-1, list: lists/a.txt}}
                - {id: go, action: approve, with: {oneOfEach: [lead], runbook: ../runbooks/r.md#go-back}}
            """;

    private static final String POLICY =
            """
            apiVersion: gotthard/v1
            kind: Policy
            metadata: {name: rules}
            spec:
              windows: {quiet-nights: {zone: Europe/Zurich, from: "22:00", to: "05:00"}}
              freezes: {year-end: {zone: Europe/Zurich, from: 2019-12-20T18:00, to: 2020-01-06T06:00}}
            """;

    @TempDir Path folder;

    @BeforeEach
    void project() throws IOException {
        write("plans/p.yaml", PLAN);
        write("plans/policy.yaml", POLICY);
        write("plans/lists/a.txt", "one\n");
        write("inventories/i.yaml", Drawer.INVENTORY);
        write("runbooks/r.md", "# Title\n\n## Go: back!\n");
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private String name(String file) {
        return folder.resolve(file).toString();
    }

    private Checked<Assembled> assembled(Optional<String> inventory) {
        String plan = name("plans/p.yaml");
        var texts = DiskTexts.around(plan, inventory.stream().toList());
        return Assembly.assemble(plan, inventory, texts, KINDS);
    }

    private Assembled good() {
        return assembled(Optional.empty())
                .toOptional()
                .orElseThrow(() -> new AssertionError(problems()));
    }

    private String problems() {
        return rendered(assembled(Optional.empty()).problems());
    }

    private String rendered(List<Problem> problems) {
        return problems.stream()
                .map(Problem::render)
                .collect(Collectors.joining("\n"))
                .replace(folder.toString() + "/", "")
                .replace(folder.toString(), "(the project)");
    }

    @Nested
    class GoodProject {
        @Test
        void isReadWithAllThatItNames() {
            var assembled = good();

            assertThat(assembled.documents())
                    .containsOnlyKeys(
                            name("plans/p.yaml"),
                            name("plans/policy.yaml"),
                            name("plans/lists/a.txt"),
                            name("inventories/i.yaml"),
                            name("runbooks/r.md"));
            assertThat(assembled.policy().orElseThrow().name()).isEqualTo("rules");
            assertThat(assembled.inventorySource()).isEqualTo(name("inventories/i.yaml"));
        }

        @Test
        void isAssembledAgainFromWhatWasRecorded() throws IOException {
            var first = good();
            Files.delete(folder.resolve("plans/p.yaml"));

            var again =
                    Assembly.assemble(
                            first.planSource(),
                            Optional.of(first.inventorySource()),
                            Texts.recorded(first.documents()),
                            KINDS);

            assertThat(again.toOptional().orElseThrow().graph().steps())
                    .isEqualTo(first.graph().steps());
        }

        @Test
        void takesTheInventoryOfTheCommandLineWhereverItLies(@TempDir Path elsewhere)
                throws IOException {
            Path other = elsewhere.resolve("other.yaml");
            Files.writeString(other, Drawer.INVENTORY.replace("name: tests", "name: other"));

            var assembled = assembled(Optional.of(other.toString()));

            assertThat(assembled.toOptional().orElseThrow().inventory().name()).isEqualTo("other");
        }
    }

    @Nested
    class Inputs {
        private String inputs() {
            return good().graph().step(new StepId("a")).orElseThrow().inputs();
        }

        @Test
        void stayWhenOnlyTheSpellingChanges() throws IOException {
            String before = inputs();

            write(
                    "plans/p.yaml",
                    PLAN.replace(
                            "{to: zurich-1, list: lists/a.txt}",
                            "{list: 'lists/a.txt', to: \"zurich-1\"}"));

            assertThat(inputs()).isEqualTo(before);
        }

        @Test
        void changeWithAParameter() throws IOException {
            String before = inputs();

            write("plans/p.yaml", PLAN.replace("to: zurich-1", "to: zurich-2"));

            assertThat(inputs()).isNotEqualTo(before);
        }

        @Test
        void changeWithAFileThatTheStepNames() throws IOException {
            String before = inputs();

            write("plans/lists/a.txt", "two\n");

            assertThat(inputs()).isNotEqualTo(before);
        }
    }

    @Nested
    class Windows {
        private static final Instant EVENING = Instant.parse("2019-12-02T20:00:00Z");

        private Optional<Delay> delay(String step) throws IOException {
            write("plans/p.yaml", PLAN.replace("id: a,", step));
            return good().graph().timetable().delay(new StepId("a"), EVENING);
        }

        private String problems(String step) throws IOException {
            write("plans/p.yaml", PLAN.replace("id: a,", step));
            return AssemblyTest.this.problems();
        }

        @Test
        void delayTheStepsThatAskForThem() throws IOException {
            assertThat(delay("id: a, window: quiet-nights, takes: 20m,"))
                    .contains(
                            new Delay.Shut(
                                    new WindowName("quiet-nights"),
                                    Instant.parse("2019-12-02T21:00:00Z")));
            assertThat(delay("id: a,")).isEmpty();
        }

        @Test
        void holdForAllThatEachMakesOfAStep() throws IOException {
            write(
                    "plans/p.yaml",
                    PLAN.replace(
                            "id: a,",
                            "id: a, each: {n: [\"1\", \"2\"]}, window: quiet-nights, takes: 20m,"));

            var timetable = good().graph().timetable();

            assertThat(timetable.delay(new StepId("a[1]"), EVENING)).isPresent();
            assertThat(timetable.delay(new StepId("a[2]"), EVENING)).isPresent();
        }

        @Test
        void areNeededByNothingThatSaysHowLongItTakesButFreezesAre() throws IOException {
            Instant before = Instant.parse("2019-12-20T16:30:00Z");

            write("plans/p.yaml", PLAN.replace("id: a,", "id: a, takes: 1h,"));

            assertThat(good().graph().timetable().delay(new StepId("a"), before))
                    .contains(new Delay.Frozen("year-end", Instant.parse("2020-01-06T05:00:00Z")));
        }

        @Test
        void areRefusedWhereTheyAreUnknownOrTooShort() throws IOException {
            String several =
                    String.join(
                            "\n\n",
                            problems("id: a, window: quiet-night, takes: 20m,"),
                            problems("id: a, window: quiet-nights,"),
                            problems(
                                    "id: a, each: {n: [\"1\", \"2\"]}, window: quiet-nights, takes: 7h,"));
            write(
                    "plans/p.yaml",
                    PLAN.replace("id: go,", "id: go, window: quiet-nights, takes: 1h,"));
            String approval = AssemblyTest.this.problems();
            write(
                    "plans/p.yaml",
                    PLAN.replace("id: a,", "id: a, window: quiet-nights, takes: 1h,")
                            .replace("  policy: policy.yaml\n", ""));

            Golden.assertMatches(
                    "documents/windows.txt",
                    String.join("\n\n", several, approval, AssemblyTest.this.problems()));
        }

        @Test
        void letAStepStartOnItsDayAtTheEarliest() throws IOException {
            write("plans/p.yaml", PLAN.replace("id: a,", "id: a, notBefore: 2020-02-01,"));

            assertThat(delay("id: a, notBefore: 2020-02-01,"))
                    .contains(
                            new Delay.Early(
                                    LocalDate.parse("2020-02-01"),
                                    Instant.parse("2020-02-01T00:00:00Z")));
        }

        @Test
        void refuseADayThatIsNoneAndOneOfAnApproval() throws IOException {
            String noDay = problems("id: a, notBefore: 2020-02-30,");
            write("plans/p.yaml", PLAN.replace("id: go,", "id: go, notBefore: 2020-02-01,"));

            Golden.assertMatches(
                    "documents/not-before.txt",
                    String.join("\n\n", noDay, AssemblyTest.this.problems()));
        }

        @Test
        void sayHowLongTheVerificationsOfAllThatEachMakesOfAStepCount() throws IOException {
            write(
                    "plans/p.yaml",
                    PLAN.replace("id: a,", "id: a, each: {n: [\"1\", \"2\"]}, fresh: 1h,"));

            var timetable = good().graph().timetable();

            assertThat(timetable.fresh(new StepId("a[1]"))).contains(Duration.ofHours(1));
            assertThat(timetable.fresh(new StepId("a[2]"))).contains(Duration.ofHours(1));
            assertThat(timetable.fresh(new StepId("go"))).isEmpty();
        }

        @Test
        void areNoPartOfTheWorkWhereTheySayHowLongAVerificationCounts() throws IOException {
            var without = good().graph().step(new StepId("a")).orElseThrow().inputs();

            write("plans/p.yaml", PLAN.replace("id: a,", "id: a, fresh: 1h,"));

            assertThat(good().graph().step(new StepId("a")).orElseThrow().inputs())
                    .isEqualTo(without);
        }

        @Test
        void refuseAVerificationThatCountsForNoTimeAndOneOfAnApproval() throws IOException {
            String none = problems("id: a, fresh: 0s,");
            write("plans/p.yaml", PLAN.replace("id: go,", "id: go, fresh: 1h,"));

            Golden.assertMatches(
                    "documents/fresh.txt", String.join("\n\n", none, AssemblyTest.this.problems()));
        }

        @Test
        void areNotGuessedWhereThePolicyCannotBeRead() throws IOException {
            write("plans/policy.yaml", POLICY.replace("windows", "window"));

            assertThat(problems("id: a, window: quiet-nights, takes: 20m,"))
                    .contains("plans/policy.yaml:5")
                    .doesNotContain("plans/p.yaml");
        }
    }

    @Nested
    class Protections {
        private static final String METRICS =
                "country: RU, metrics: {prometheus: http://metrics.invalid, signals: {p99: {query: x, above: 0.5}}}";

        @Test
        void areThoseOfTheSitesSignals() throws IOException {
            write("inventories/i.yaml", Drawer.INVENTORY.replace("country: RU", METRICS));
            write(
                    "plans/p.yaml",
                    PLAN.replace(
                            "  steps:",
                            "  protect: {moscow: {rate: 200Mbit/s, pauseWhen: [p99]}}\n  steps:"));

            var protection = good().graph().protections().get(new SiteName("moscow"));

            assertThat(protection)
                    .isEqualTo(
                            new Protected(
                                    Optional.of(new Rate(200_000_000)),
                                    List.of(
                                            new MetricSignal(
                                                    new SignalName("p99"),
                                                    "x",
                                                    MetricSignal.Side.ABOVE,
                                                    new BigDecimal("0.5"),
                                                    Duration.ZERO))));
        }

        @Test
        void areRefusedWhereTheyAreUnknown() throws IOException {
            write("inventories/i.yaml", Drawer.INVENTORY.replace("country: RU", METRICS));
            write(
                    "plans/p.yaml",
                    PLAN.replace(
                            "  steps:",
                            "  protect:\n    moscow: {rate: 200Mbit, pauseWhen: [p90]}\n    zurich-1: {pauseWhen: [p99]}\n    bern: {}\n  steps:"));
            String unread = problems();
            write(
                    "plans/p.yaml",
                    PLAN.replace(
                            "  steps:",
                            "  protect:\n    moscow: {pauseWhen: [p90]}\n    zurich-1: {pauseWhen: [p99]}\n  steps:"));

            Golden.assertMatches("documents/protections.txt", unread + "\n\n" + problems());
        }
    }

    @Nested
    class Mistakes {
        @Test
        void inSeveralDocumentsAreReportedAllAtOnce() throws IOException {
            write(
                    "plans/p.yaml",
                    PLAN.replace("policy.yaml", "/etc/hostname")
                            .replace("lists/a.txt", "lists/b.txt")
                            .replace("#go-back", "#back")
                            .replace("id: a,", "id: a, needs: [b],"));
            write(
                    "inventories/i.yaml",
                    Drawer.INVENTORY.replace("country: RU", "country: RU, x: y"));
            String withoutInventory = problems();
            write("inventories/i.yaml", Drawer.INVENTORY);

            Golden.assertMatches("documents/assembly.txt", withoutInventory + "\n\n" + problems());
        }

        @Test
        void inThePathsOfFiles(@TempDir Path elsewhere) throws IOException {
            Files.writeString(elsewhere.resolve("secret"), "x");
            Files.createSymbolicLink(folder.resolve("plans/link"), elsewhere.resolve("secret"));
            Files.write(folder.resolve("plans/latin"), new byte[] {(byte) 0xe9});
            Files.write(folder.resolve("plans/huge"), new byte[4 * 1024 * 1024 + 1]);
            var steps = new StringBuilder(PLAN);
            List<String> paths =
                    List.of(
                            "../../../../../../../../../../../../etc/hostname",
                            "link",
                            "latin",
                            "huge",
                            "lists",
                            "list/a.txt",
                            "\\0");
            for (int i = 0; i < paths.size(); i++) {
                steps.append(
                        "    - {id: x%d, action: move, with: {to: zurich-1, list: \"%s\"}}\n"
                                .formatted(i, paths.get(i)));
            }
            write("plans/p.yaml", steps.toString());

            String problems =
                    problems().replaceAll("\"/.*etc/hostname\" lies", "\"/etc/hostname\" lies");

            Golden.assertMatches("documents/files.txt", problems);
        }

        @Test
        void ofAPlanThatIsNotThere() throws IOException {
            Files.move(folder.resolve("plans/p.yaml"), folder.resolve("plans/q.yaml"));

            Golden.assertMatches("documents/no-plan.txt", problems());
        }

        @Test
        void ofAPlanWithoutInventory() throws IOException {
            write("plans/p.yaml", PLAN.replace("  inventory: ../inventories/i.yaml\n", ""));

            Golden.assertMatches("documents/no-inventory.txt", problems());
        }

        @Test
        void ofARunWhoseDocumentsWereNotKept() {
            var first = good();
            var documents = new HashMap<>(first.documents());
            documents.remove(name("plans/lists/a.txt"));

            var again =
                    Assembly.assemble(
                            first.planSource(),
                            Optional.of(first.inventorySource()),
                            Texts.recorded(documents),
                            KINDS);

            Golden.assertMatches("documents/not-recorded.txt", rendered(again.problems()));
        }
    }

    @Nested
    class AProgramme {
        private String problems(String programme) throws IOException {
            write("plans/programme.yaml", programme);
            String source = name("plans/programme.yaml");
            return rendered(
                    ProgrammeAssembly.assemble(
                                    source,
                                    Optional.empty(),
                                    DiskTexts.around(source, List.of()),
                                    KINDS)
                            .problems());
        }

        @Test
        void readsItsPlansInOrder() throws IOException {
            write(
                    "plans/q.yaml",
                    PLAN.replace("name: p,", "name: q,").replace("spec:", "spec:\n  after: [p]"));

            var problems =
                    problems(
                            """
                            apiVersion: gotthard/v1
                            kind: Programme
                            metadata: {name: all, title: All of it}
                            spec: {phases: [{plan: p.yaml}, {plan: q.yaml}]}
                            """);

            assertThat(problems).isEmpty();
        }

        @Test
        void reportsAllMistakesAtOnce() throws IOException {
            write(
                    "plans/q.yaml",
                    PLAN.replace("name: p,", "name: q,")
                            .replace("spec:", "spec:\n  after: [p]\n  due: 2020-01-01"));

            var problems =
                    problems(
                            """
                            apiVersion: gotthard/v1
                            kind: Programme
                            metadata: {name: all, title: All of it}
                            spec:
                              phases:
                                - {plan: q.yaml, due: 2019-12-31}
                                - {plan: p.yaml}
                                - {plan: p.yaml}
                                - {plan: r.yaml}
                            """);

            Golden.assertMatches("documents/programme-plans.txt", problems);
        }
    }
}
