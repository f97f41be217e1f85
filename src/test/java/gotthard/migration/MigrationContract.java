package gotthard.migration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import gotthard.graph.StepId;
import gotthard.journal.Ending;
import gotthard.journal.Event;
import gotthard.journal.RunState;
import gotthard.journal.StepState;

import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/// Europe's files and the workload move to both sites in Zurich and back: undisturbed, beside others who work there, and with the
/// tool killed in the middle.
abstract class MigrationContract extends OnGround {
    private Optional<World> undisturbed = Optional.empty();

    /// What runs at a site once it is moved, and answers.
    abstract void answers(String site) throws Exception;

    @Test
    void movesAndVerifiesAndBringsAllBackButWhatOthersChanged() throws Exception {
        othersWereThereBefore();
        World before = World.of(ground());

        Ran moved = move().ended(0);

        assertThat(moved.out()).contains("done, all verified");
        World after = World.of(ground());
        strangersFiles().forEach((name, _) -> assertThat(after.things()).containsKey(name));
        for (String site : Ground.ZURICH) {
            assertThat(after.things()).containsKey(site + " Deployment intake/analysis");
            answers(site);
        }
        tool.run("verify").ended(0);

        Map<String, String> changed = othersChangeThings();
        tool.run("rollback").ended(0);

        assertThat(ledger().theRun().ending()).contains(Ending.ROLLED_BACK);
        World.of(ground()).isAs(before.with(changed));
        ledger().isIntact();
    }

    @Nested
    final class Killed {
        @Test
        void goesOnAfterAnIntent() throws Exception {
            endsAsUndisturbed(underway("mark[zurich-1]"));
        }

        @Test
        void goesOnInTheMiddleOfACopy() throws Exception {
            ground().slowDown();
            Path stage = ground().disk("zurich-1", "files-1").resolve("intake");
            endsAsUndisturbed(
                    underway("files[suspicious-files,zurich-1]").and(_ -> holdsSomeFiles(stage)));
        }

        @Test
        void goesOnInTheMiddleOfApplying() throws Exception {
            endsAsUndisturbed(underway("workloads[zurich-1]").and(_ -> hasNamespace("zurich-1")));
        }

        @Test
        void goesOnRollingBack() throws Exception {
            World before = World.of(ground());
            move().ended(0);
            Command rollback = tool.start("rollback");
            ledger().await(rollback, state -> isOnItsWayBack(state, "workloads[zurich-1]"));
            rollback.kill();
            assertThat(isOnItsWayBack(ledger().theRun(), "workloads[zurich-1]")).isTrue();

            tool.run("rollback").ended(0);

            World.of(ground()).isAs(before);
            assertThat(ledger().theRun().ending()).contains(Ending.ROLLED_BACK);
            ledger().isIntact();
        }
    }

    private void endsAsUndisturbed(Predicate<RunState> moment) throws Exception {
        World wanted = undisturbed();
        Command apply = startApply("--wait");
        ledger().await(apply, moment);
        apply.kill();
        RunState left = ledger().theRun();
        assertThat(moment).as("it was not killed in time").accepts(left);

        ground().heal();
        move().ended(0);

        assertThat(ledger().theRun().id()).isEqualTo(left.id());
        World.of(ground()).withoutNamesOfRuns().isAs(wanted);
        hasArrived();
        nothingWasDoneTwice();
        ledger().isIntact();
    }

    /// No object was made twice and no workload was rolled out again.
    void nothingWasDoneTwice() throws Exception {
        for (String site : Ground.ZURICH) {
            JsonNode deployment =
                    new ObjectMapper()
                            .readTree(
                                    ground().cluster(site)
                                            .raw(
                                                    "/apis/apps/v1/namespaces/intake/deployments/analysis"));
            assertThat(deployment.at("/metadata/generation").asInt())
                    .as("made once, scaled once")
                    .isEqualTo(2);
        }
        for (var step : ledger().theRun().steps().values()) {
            assertThat(step.generation()).as("%s", step.id()).isEqualTo(1);
        }
        long approvals =
                ledger().journal().entries(ledger().theRun().id(), 0).stream()
                        .filter(entry -> entry.event() instanceof Event.StepApproved)
                        .count();
        assertThat(approvals).isOne();
    }

    /// What both sites look like when nothing has come between.
    private World undisturbed() throws Exception {
        if (undisturbed.isEmpty()) {
            move().ended(0);
            undisturbed = Optional.of(World.of(ground()).withoutNamesOfRuns());
            end();
            begin();
        }
        return undisturbed.get();
    }

    /// At the second site the namespace and a ConfigMap of the same name are there already, with content of their own, and at the
    /// first a file in the folder that is copied to.
    private void othersWereThereBefore() throws IOException {
        var cluster = ground().cluster("zurich-2");
        cluster.resource(
                        new NamespaceBuilder()
                                .withNewMetadata()
                                .withName("intake")
                                .addToLabels("team", "others")
                                .endMetadata()
                                .build())
                .create();
        cluster.resource(configMap("intake", Map.of("note", "before"))).create();
        write(strangersFile(), "was there before");
    }

    /// Others change what was theirs, and add things of their own beside ours.
    ///
    /// @return what is to be found of that after all of ours is taken back
    private Map<String, String> othersChangeThings() throws IOException {
        var cluster = ground().cluster("zurich-2");
        cluster.resource(configMap("theirs", Map.of("made", "meanwhile"))).create();
        cluster.configMaps()
                .inNamespace("intake")
                .withName("intake")
                .patch("{\"data\":{\"note\":\"meanwhile\"}}");
        write(strangersFile().resolveSibling("meanwhile.bin"), "came meanwhile");
        Path ours = someFileOfOurs();
        write(ours, "somebody else's words now");

        String folder =
                "zurich-1 files-1 disk intake/files/europe/" + ours.getParent().getFileName();
        var changed = new TreeMap<String, String>();
        World now = World.of(ground());
        now.things()
                .forEach(
                        (name, value) -> {
                            boolean isTheirs =
                                    name.endsWith("/meanwhile.bin")
                                            || name.endsWith("ConfigMap intake/theirs")
                                            || name.equals(folder)
                                            || name.equals(folder + "/" + ours.getFileName());
                            if (isTheirs) {
                                changed.put(name, value);
                            }
                        });
        assertThat(changed).hasSize(4);
        changed.putAll(theirConfigMapAsItMustBe());
        return changed;
    }

    private Map<String, String> theirConfigMapAsItMustBe() {
        return Map.of(
                "zurich-2 ConfigMap intake/intake",
                "{\"data\":{\"note\":\"meanwhile\"},\"metadata\":{\"name\":\"intake\",\"namespace\":\"intake\"}}");
    }

    private Map<String, String> strangersFiles() throws IOException {
        return Map.of("zurich-1 files-1 disk intake/files/europe/strangers.bin", "");
    }

    private Path strangersFile() {
        return ground().disk("zurich-1", "files-1").resolve("intake/files/europe/strangers.bin");
    }

    private Path someFileOfOurs() throws IOException {
        try (var all = Files.walk(strangersFile().getParent())) {
            return all.filter(path -> path.toString().endsWith("/000001.bin"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private void write(Path file, String content) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
        ground().own(ground().disk("zurich-1", "files-1").resolve("intake"));
    }

    private static io.fabric8.kubernetes.api.model.ConfigMap configMap(
            String name, Map<String, String> data) {
        return new ConfigMapBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace("intake")
                .endMetadata()
                .withData(data)
                .build();
    }

    private static boolean isOnItsWayBack(RunState state, String step) {
        return state.step(new StepId(step)).state() instanceof StepState.RollingBack;
    }

    private boolean hasNamespace(String site) {
        return ground().cluster(site).namespaces().withName("intake").get() != null;
    }

    private static boolean holdsSomeFiles(Path folder) {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (var all = Files.walk(folder)) {
            return all.filter(path -> path.toString().endsWith(".bin")).limit(5).count() == 5;
        } catch (IOException | java.io.UncheckedIOException changing) {
            return false;
        }
    }
}
