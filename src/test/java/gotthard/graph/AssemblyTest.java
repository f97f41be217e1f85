package gotthard.graph;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.Golden;
import gotthard.action.Kinds;
import gotthard.problem.Checked;
import gotthard.problem.Problem;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

    @TempDir Path folder;

    @BeforeEach
    void project() throws IOException {
        write("plans/p.yaml", PLAN);
        write("plans/policy.yaml", "a policy, not yet read");
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
            assertThat(assembled.policy().orElseThrow().text()).isEqualTo("a policy, not yet read");
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
