package gotthard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.action.ByHand;
import gotthard.action.Declaration;
import gotthard.action.Kinds;
import gotthard.action.Prompt;
import gotthard.action.Work;
import gotthard.graph.Assembled;
import gotthard.graph.Step;
import gotthard.sandbox.SandboxHost;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What steps tell of how a person does them, and whether that does it.
final class ByHandTest {
    private static final String ALL_KINDS = "src/test/resources/cli/by-hand/plan.yaml";

    @TempDir Path folder;

    private static Assembled assembled(String plan, Optional<String> inventory) {
        return Loading.plan(plan, inventory).toOptional().orElseThrow();
    }

    @Test
    void isToldByEveryInstalledKind() {
        Assembled assembled = assembled(ALL_KINDS, Optional.empty());
        List<Step> steps = assembled.graph().steps();

        assertThat(steps.stream().map(Step::kind).collect(Collectors.toSet()))
                .as("a step of every kind that is installed")
                .containsAll(installed());
        for (Step step : steps) {
            if (step.work() instanceof Work.Change(var action, var declaration)) {
                ByHand told = action.byHand(new Prompt(assembled.inventory(), step.id().value()));

                assertThat(told).as(step.kind()).isInstanceOf(ByHand.Told.class);
                assertThat(((ByHand.Told) told).act()).as(step.kind()).isNotEmpty();
                assertThat(((ByHand.Told) told).check()).as(step.kind()).isNotEmpty();
                assertThat(((ByHand.Told) told).undo().isEmpty())
                        .as(step.kind() + " tells an undo where there is one")
                        .isEqualTo(declaration.reversal() != Declaration.Reversal.RESTORES);
            }
        }
    }

    private static Set<String> installed() {
        return Kinds.installed().names();
    }

    @Test
    void isPointedOutWhereAKindDoesNotTellIt() throws IOException {
        Typed typed =
                PlantedKind.with(
                        PlantedKind.Trouble.NONE,
                        folder,
                        () -> Typed.command("runbook", Workplace.plan("planted")));

        assertThat(typed.out())
                .contains("the plan's author must say how it is done, checked and undone");
    }

    @Test
    void doesWhatTheProgramWouldHaveDone() throws IOException, InterruptedException {
        try (var moscow = SandboxHost.start(folder.resolve("moscow"));
                var zurich = SandboxHost.start(folder.resolve("zurich"))) {
            Path project = project(moscow, zurich);
            Path source = Files.createDirectories(folder.resolve("source/europe/deep"));
            Files.writeString(source.resolve("a file"), "one");
            Files.writeString(source.resolveSibling("it's two"), "two");
            Files.setLastModifiedTime(
                    source.resolve("a file"), FileTime.from(Instant.parse("2019-11-04T08:00:00Z")));
            Path plan = project.resolve("plan.yaml");

            new FollowedRunbook(plan, project).follow("Make ready", "Do", "Check");

            assertThat(ofTheProgram("plan", plan))
                    .contains("all files are there", "every host is right already");
            assertThat(ofTheProgram("apply", plan))
                    .contains("2 files, 6 bytes, equal by SHA-256", "the check holds on 1 hosts");
            assertThat(zurich.identity().resolveSibling("home/a mark")).exists();

            new FollowedRunbook(plan, project).follow("Undo");

            assertThat(zurich.identity().resolveSibling("home/a mark")).doesNotExist();
            try (Stream<Path> left = Files.list(folder.resolve("target/europe"))) {
                assertThat(left).isEmpty();
            }
        }
    }

    /// What the program finds, which has done nothing here before.
    private String ofTheProgram(String verb, Path plan) {
        Typed typed = new Workplace(folder.resolve("state")).type(verb, plan.toString());
        assertThat(typed.exit()).as(typed.transcript()).isEqualTo(Exit.DONE);
        return typed.out();
    }

    private Path project(SandboxHost moscow, SandboxHost zurich) throws IOException {
        Path project = Files.createDirectories(folder.resolve("project"));
        FollowedRunbook.inventory(project, moscow, zurich, "append-only");
        Files.writeString(
                project.resolve("plan.yaml"),
                """
                apiVersion: gotthard/v1
                kind: Plan
                metadata: {name: two-steps, owner: platform, title: "Two steps by hand"}
                spec:
                  inventory: inventory.yaml
                  steps:
                    - {id: files, action: files.copy, with: {data: files, from: moscow, to: zurich-1, regions: [europe]}}
                    - id: mark
                      needs: [files]
                      action: ssh.run
                      with: {at: zurich-1, hosts: files, run: [touch, "a mark"], check: [test, -f, "a mark"], undo: [rm, -f, "a mark"]}
                """);
        return project;
    }
}
