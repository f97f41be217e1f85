package gotthard.migration;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.action.Outcome;
import gotthard.graph.StepId;
import gotthard.journal.Ending;
import gotthard.journal.Entry;
import gotthard.journal.Event;

import io.fabric8.kubernetes.api.model.ConfigMapBuilder;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// What comes between a move and its end. Each time the tool says what to do next, the journal holds, and the sites are left as told:
/// as before, or as far as the move had come.
abstract class FailuresContract extends OnGround {
    private static final String FILES = "files[suspicious-files,zurich-1]";

    /// Which golden files tell of a cut network: where nothing listens, connections are refused; on a real line nothing answers.
    abstract String cutGolden();

    /// Which golden file tells of the rights of somebody who may only read: what that is, each site says for itself.
    abstract String rightsGolden();

    @Test
    void goesOnByItselfWhenTheApiServerIsBackSoon() throws Exception {
        Command apply = startApply("--wait");
        ledger().await(apply, underway("workloads[zurich-1]"));

        ground().killApiServer("zurich-1");
        ledger().await(apply, () -> hasFailedOnce("workloads[zurich-1]"));
        ground().reviveApiServer("zurich-1");

        approvedAtTheGate(apply).ended(0);
        hasArrived();
        ledger().isIntact();
    }

    @Test
    void tellsHowToGoOnWhenTheApiServerStaysAway() throws Exception {
        World before = World.of(ground());
        Command apply = startApply("--wait");
        ledger().await(apply, underway("workloads[zurich-1]"));

        ground().killApiServer("zurich-1");
        told(apply.ended()).matches("api-server-killed");

        ledger().isIntact();
        ground().reviveApiServer("zurich-1");
        tool.run("rollback", run()).ended(0);
        isAsBefore(before, "workloads[zurich-1]");
    }

    @Test
    void bringsBackWhatItBroughtWhenTheDiskIsFull() throws Exception {
        World before = World.of(ground());
        ground().slowDown();
        Command apply = startApply();
        ledger().await(apply, underway(FILES));

        ground().fillDisk("zurich-1", "files-1");
        told(apply.ended()).matches("disk-full");

        isAsBefore(before, FILES);
    }

    @Test
    void tellsHowToGoOnWhenTheNetworkIsCut() throws Exception {
        World before = World.of(ground());
        ground().slowDown();
        Command apply = startApply("--wait");
        ledger().await(apply, underway(FILES));

        ground().cut("zurich-1");
        told(apply.ended()).matches(cutGolden(), FILES);

        ledger().isIntact();
        ground().join("zurich-1");
        ground().heal();
        tool.run("rollback", run()).ended(0);
        assertThat(ledger().theRun().ending()).contains(Ending.ROLLED_BACK);
        World.of(ground()).isAs(before);
    }

    @Test
    void beginsNothingWhenAHostShowsAnotherKey() throws Exception {
        World before = World.of(ground());
        ground().changeHostKey("zurich-1", "files-2");

        told(apply()).matches("host-key-changed");

        assertThat(ledger().run()).isEmpty();
        World.of(ground()).isAs(before);
        ledger().isIntact();
    }

    @Test
    void takesBackFilesThatArriveAltered() throws Exception {
        World before = World.of(ground());
        ground().alterArrivals("zurich-1", "files-1", "000001.bin");

        told(apply()).matches("arrived-altered");

        isAsBefore(before, FILES);
    }

    @Test
    void seesWhatWasAlteredAfterwards() throws Exception {
        move().ended(0);
        Path file = arrived("000002.bin");
        Files.writeString(file, "altered");

        told(tool.run("verify", run())).matches("altered-afterwards");

        ledger().isIntact();
        assertThat(Files.readString(file)).as("verify changes nothing").isEqualTo("altered");
    }

    @Test
    void changesNothingWhereTheRightsAreMissing() throws Exception {
        World before = World.of(ground());

        told(tool.run("apply", EUROPE, "-i", ground().inventoryOfViewer("zurich-1")))
                .matches(rightsGolden());

        assertThat(ledger().run()).isEmpty();
        World.of(ground()).isAs(before);
        ledger().isIntact();
    }

    @Test
    void doesNotDeleteWhatAStrangerPutIntoItsNamespace() throws Exception {
        World before = World.of(ground());
        move().ended(0);
        var theirs =
                ground().cluster("zurich-1")
                        .resource(
                                new ConfigMapBuilder()
                                        .withNewMetadata()
                                        .withName("theirs")
                                        .withNamespace("intake")
                                        .endMetadata()
                                        .withData(Map.of("made", "meanwhile"))
                                        .build());
        theirs.create();

        told(tool.run("rollback", run())).matches("strangers-in-the-namespace");

        assertThat(theirs.get()).isNotNull();
        ledger().isIntact();
        theirs.delete();
        tool.run("rollback", run()).ended(0);
        World.of(ground()).isAs(before);
    }

    /// The run is rolled back by itself, the sites are as they were, and the plan can be applied again.
    private void isAsBefore(World before, String failed) throws Exception {
        assertThat(ledger().theRun().ending()).contains(Ending.ROLLED_BACK);
        World.of(ground()).isAs(before);
        assertThat(ledger().journal().entries(ledger().theRun().id(), 0))
                .extracting(Entry::event)
                .filteredOn(Event.StepGivenUp.class::isInstance)
                .containsExactly(new Event.StepGivenUp(new StepId(failed)));
        ledger().isIntact();
    }

    private boolean hasFailedOnce(String step) {
        return ledger().journal().entries(ledger().theRun().id(), 0).stream()
                .anyMatch(
                        entry ->
                                entry.event() instanceof Event.StepEnded(var id, var outcome)
                                        && id.value().equals(step)
                                        && !(outcome instanceof Outcome.Changed));
    }

    private Path arrived(String name) throws IOException {
        try (var all = Files.walk(ground().disk("zurich-1", "files-1"))) {
            return all.filter(path -> path.endsWith(name)).findFirst().orElseThrow();
        }
    }
}
