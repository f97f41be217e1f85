package gotthard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.files.FileTree;
import gotthard.sandbox.SandboxHost;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/// What runbooks tell people to type for data sets on hosts, typed as it is printed.
final class DatasetByHandTest {
    private static final String FOLLOW =
            "{id: follow, action: dataset.follow, with: {data: files, from: moscow, to: zurich-1, regions: [europe]}}";
    private static final String EXCHANGE =
            "{id: exchange, action: dataset.exchange, with: {data: files, between: [moscow, zurich-1], regions: [europe]}}";
    private static final String DELETE =
            "{id: delete, action: dataset.delete, with: {data: files, at: moscow, covered: [zurich-1], regions: [europe]}}";

    @TempDir Path folder;
    private SandboxHost moscow;
    private SandboxHost zurich;
    private FileTree source;
    private FileTree target;

    @BeforeEach
    void starts() throws IOException {
        moscow = SandboxHost.start(folder.resolve("moscow"));
        zurich = SandboxHost.start(folder.resolve("zurich"));
        source = new FileTree(folder.resolve("source/europe"));
        target = new FileTree(folder.resolve("target/europe"));
        Files.createDirectories(folder.resolve("source"));
        Files.createDirectories(folder.resolve("target"));
    }

    @AfterEach
    void ends() throws IOException {
        moscow.close();
        zurich.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"append-only", "mutable"})
    void followsInPassesAndTakesAllOfThemAwayAgain(String kind) throws Exception {
        source.write("deep/a file", "one");
        source.write("it's two", "two");
        target.write("of zurich", "theirs");
        FollowedRunbook runbook = runbook(kind, FOLLOW);
        runbook.follow("Make ready", "Do");
        source.write("three", "three");
        if (kind.equals("mutable")) {
            source.write("it's two", "two and more");
        }

        runbook.follow("Each pass");
        runbook.follow("Check");

        assertThat(files(target)).containsAllEntriesOf(files(source)).hasSize(4);
        assertThat(ofTheProgram("plan", runbook))
                .contains("the target has all that its source has");

        runbook.follow("Undo");

        assertThat(files(target)).containsOnlyKeys("of zurich");
    }

    @Test
    void leavesAloneWhatWasThereBeforeItFollows() throws Exception {
        source.write("both", "of moscow");
        target.write("both", "of zurich");
        source.write("one", "one");
        FollowedRunbook runbook = runbook("mutable", FOLLOW);

        runbook.follow("Make ready", "Do");

        assertThat(Files.readString(target.root().resolve("both"))).isEqualTo("of zurich");
        assertThat(runbook.attempt("Check").said()).contains("both: FAILED", "one: OK");
    }

    @Test
    void exchangesAndGivesEachSiteBackWhatItHad() throws Exception {
        source.write("deep/a file", "one");
        source.write("both", "both");
        target.write("both", "both");
        target.write("deep/it's two", "two");
        Map<String, String> here = files(source);
        Map<String, String> there = files(target);
        FollowedRunbook runbook = runbook("append-only", EXCHANGE);

        runbook.follow("Make ready", "Do");
        runbook.follow("Check");

        assertThat(files(target)).isEqualTo(files(source)).hasSize(3);
        assertThat(ofTheProgram("plan", runbook)).contains("both sites have the same");

        runbook.follow("Undo");

        assertThat(files(source)).isEqualTo(here);
        assertThat(files(target)).isEqualTo(there);
    }

    @Test
    void exchangesWithASiteThatHasNothingYet() throws Exception {
        target.write("deep/it's two", "two");
        FollowedRunbook runbook = runbook("append-only", EXCHANGE);

        runbook.follow("Make ready", "Do");
        runbook.follow("Check");

        assertThat(files(source)).isEqualTo(files(target)).hasSize(1);
    }

    @Test
    void namesWhatBothHaveWithDifferentContentBeforeItExchanges() throws Exception {
        source.write("a both", "of moscow");
        target.write("a both", "of zurich");
        source.write("one", "one");

        String said = runbook("append-only", EXCHANGE).follow("Make ready", "Do");

        assertThat(said.lines()).containsExactly("./a both");
        assertThat(Files.readString(target.root().resolve("a both"))).isEqualTo("of zurich");
        assertThat(Files.readString(source.root().resolve("a both"))).isEqualTo("of moscow");
    }

    @Test
    void deletesWhatLiesElsewhere() throws Exception {
        for (FileTree tree : new FileTree[] {source, target}) {
            tree.write("deep/a file", "one");
            tree.write("it's two", "two");
        }
        target.write("three", "three");
        FollowedRunbook runbook = runbook("append-only", DELETE);

        String said = runbook.follow("Make ready", "Do");

        assertThat(said).contains("all of it lies at zurich-1");
        assertThat(runbook.follow("Check")).isEmpty();
        assertThat(files(source)).isEmpty();
        assertThat(files(target)).hasSize(3);
        assertThat(ofTheProgram("plan", runbook)).contains("nothing of it is there");
    }

    @Test
    void deletesNothingWhereSomethingDoesNotLieElsewhere() throws Exception {
        source.write("one", "one");
        source.write("two", "two");
        target.write("one", "one");
        target.write("two", "another");

        FollowedRunbook.Ended ended = runbook("append-only", DELETE).attempt("Make ready", "Do");

        assertThat(ended.exit()).isNotZero();
        assertThat(files(source)).hasSize(2);
    }

    private String ofTheProgram(String verb, FollowedRunbook runbook) {
        Typed typed = new Workplace(folder.resolve("state")).type(verb, runbook.plan().toString());
        assertThat(typed.exit()).as(typed.transcript()).isEqualTo(Exit.DONE);
        return typed.out();
    }

    private static Map<String, String> files(FileTree tree) throws IOException {
        var files = new TreeMap<>(tree.describe());
        files.values().removeIf(what -> !what.startsWith("file "));
        return files;
    }

    private FollowedRunbook runbook(String kind, String step) throws IOException {
        Path project = Files.createDirectories(folder.resolve("project"));
        FollowedRunbook.inventory(project, moscow, zurich, kind);
        Path plan = project.resolve("plan.yaml");
        Files.writeString(
                plan,
                """
                apiVersion: gotthard/v1
                kind: Plan
                metadata: {name: one-step, owner: platform, title: "One step by hand"}
                spec:
                  inventory: inventory.yaml
                  steps:
                    - %s
                """
                        .formatted(step));
        return new FollowedRunbook(plan, project);
    }
}
