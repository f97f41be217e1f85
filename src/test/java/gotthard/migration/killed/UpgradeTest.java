package gotthard.migration.killed;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.Golden;
import gotthard.graph.StepId;
import gotthard.journal.Entry;
import gotthard.journal.Event;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/// The tool is upgraded while a run is open, with a later version of an action and of an event; and somebody goes on using the older one.
final class UpgradeTest {
    private static final String PLAN = "src/test/resources/cli/upgrade.yaml";
    private static final StepId FILES = new StepId("files");
    private static final int WAITS = 5;
    private static final long PATIENCE_SECONDS = 120;

    @TempDir private Path folder;

    private final Build older = Build.present();
    private Build newer = older;
    private Ground ground = new Ground(Path.of(""));

    UpgradeTest() {}

    @BeforeEach
    void build() throws IOException {
        newer = Build.later(folder.resolve("later"));
        ground = Ground.fresh(folder.resolve("state"), 21);
    }

    @Test
    void inTheMiddleOfACopyGoesOnAndLeavesTheOlderOneToLook() throws Exception {
        Path host = ground.sandbox().resolve("zurich-1/hosts/files-1");
        Held.copies(host);
        Process killed = older.start(ground, "apply", PLAN);
        Held.await(host, killed);
        killed.destroyForcibly().waitFor();
        Held.letGo(host);

        Said resumed = said(newer.start(ground, "apply", PLAN));
        Said refused = said(older.start(ground, "apply", PLAN));
        Said shown = said(older.start(ground, "status"));

        assertThat(resumed.exit()).as(resumed.text()).isEqualTo(WAITS);
        assertThat(intents()).as("under one key").allMatch(intent -> intent.generation() == 1);
        refused.matches("upgrade-older-apply");
        shown.matches("upgrade-older-status");
    }

    @Test
    void whileItWaitsForAnApprovalThatStands() throws Exception {
        assertThat(said(older.start(ground, "apply", PLAN)).exit()).isEqualTo(WAITS);
        Said approved = said(older.start(ground, "approve", "go", "--as", "platform-lead-1"));
        assertThat(approved.exit()).as(approved.text()).isZero();

        Said resumed = said(newer.start(ground, "apply", PLAN));

        assertThat(resumed.exit()).as(resumed.text()).isZero();
        assertThat(intents()).as("what was verified is not done again").hasSize(1);
        Said shown = said(newer.start(ground, "status"));
        assertThat(shown.text()).contains("1 approval").contains("done");
    }

    @Test
    void beginsWhatAnOlderOneDoesNotGoOnWith() throws Exception {
        assertThat(said(newer.start(ground, "apply", PLAN)).exit()).isEqualTo(WAITS);

        Said refused = said(older.start(ground, "apply", PLAN));
        Said shown = said(older.start(ground, "status"));

        refused.matches("upgrade-older-step");
        assertThat(shown.exit()).as(shown.text()).isEqualTo(WAITS);
    }

    private List<Event.StepIntended> intents() {
        return Tool.entries(ground).stream()
                .map(Entry::event)
                .filter(Event.StepIntended.class::isInstance)
                .map(Event.StepIntended.class::cast)
                .filter(intent -> intent.step().equals(FILES))
                .toList();
    }

    private record Said(int exit, String text) {
        /// Without what differs from run to run.
        void matches(String golden) {
            Golden.assertMatches(
                    "migration/" + golden + ".txt",
                    text.replaceAll("upgrade-[a-z0-9]{5}\\b", "RUN")
                                    .replaceAll("20\\d\\d-\\d\\d-\\d\\dT[0-9:.]+Z", "TIME")
                                    .replaceAll("since [0-9.]+s", "since TIME")
                                    .replaceAll("[0-9][0-9,.]* [kM]?B\\b", "SIZE")
                            + "exit "
                            + exit
                            + "\n");
        }
    }

    private static Said said(Process process) throws IOException, InterruptedException {
        String text =
                process.inputReader(StandardCharsets.UTF_8)
                        .lines()
                        .collect(Collectors.joining("\n", "", "\n"));
        assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).as(text).isTrue();
        return new Said(process.exitValue(), text);
    }
}
