package gotthard.files.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gotthard.action.Unreachable;
import gotthard.inventory.EndpointName;
import gotthard.inventory.Store;
import gotthard.sandbox.cluster.Programs;
import gotthard.transfer.Amount;
import gotthard.transfer.report.Ending;
import gotthard.transfer.report.Role;
import gotthard.transfer.report.Told;

import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.client.KubernetesClient;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the coordinator makes of a mover that only looks, which is played.
final class SoundingTest {
    private static final Told TOLD =
            new Told(
                    Optional.of(new Told.Counted(12, new Amount(10, 1000), 3, new Amount(2, 200))),
                    5000,
                    Optional.of(new Told.Inodes(70, 100)),
                    Optional.of(Told.Probe.STAYED));
    private static final Sounding SOUNDING =
            new Sounding(
                    LabVolumes.CELL,
                    7,
                    new End(
                            EndpointName.cluster(LabVolumes.ZURICH),
                            PlayedVolumes.NAMESPACE,
                            new Store.Volume.Claim("uploads"),
                            "files/europe",
                            "gotthard/mover:test"),
                    Order.Owners.OWN,
                    1000);
    private static final Sounding.Wanted COUNTED =
            new Sounding.Wanted(Optional.of(Duration.ofDays(1)), Optional.empty());

    @TempDir private Path folder;
    private PlayedVolumes sites;

    SoundingTest() {}

    @BeforeEach
    void start() throws IOException {
        sites = new PlayedVolumes(folder);
        sites.movers.play(_ -> Optional.of(PlayedMovers.told(TOLD)));
    }

    @AfterEach
    void stop() throws IOException {
        sites.close();
    }

    @Test
    void tellsWhatTheMoverToldAndLeavesNothing() throws Exception {
        Told told = SOUNDING.told(sites.context(), COUNTED);

        assertThat(told).isEqualTo(TOLD);
        assertThat(left()).isEmpty();
    }

    @Test
    void asksForNoMoreThanIsWanted() throws Exception {
        SOUNDING.told(sites.context(), COUNTED);

        List<String> arguments = sites.movers.started().getFirst().arguments();
        assertThat(arguments)
                .startsWith("tell", "--root", "/data/files/europe")
                .containsSequence("--young", "86400")
                .doesNotContain("--probe", "--connect", "--listen");
    }

    @Test
    void letsTheMoverWriteWhereAFileIsTriedAndNowhereElse() {
        var tried = new Sounding.Wanted(Optional.empty(), Optional.of(Duration.ofSeconds(2)));

        assertThat(Duty.telling(COUNTED).onlyReads(Role.TELL)).isTrue();
        assertThat(Duty.telling(tried).onlyReads(Role.TELL)).isFalse();
        assertThat(Duty.telling(tried).arguments()).containsExactly("--probe", "2");
    }

    @Test
    void tellsWhyTheMoverCouldNotLook() {
        sites.movers.play(_ -> Optional.of(PlayedMovers.ended(Ending.STOPPED, 0)));

        assertThatThrownBy(() -> SOUNDING.told(sites.context(), COUNTED))
                .isInstanceOfSatisfying(
                        Unreachable.class,
                        it -> assertThat(it.failure().what()).contains("the disk is full"));
        assertThat(left()).isEmpty();
    }

    @Test
    void saysThatAnOlderMoverDoesNotKnowTheOrder() {
        sites.movers.play(_ -> Optional.of(new Programs.End(Ending.BAD_USE, "")));

        assertThatThrownBy(() -> SOUNDING.told(sites.context(), COUNTED))
                .isInstanceOfSatisfying(
                        Unreachable.class,
                        it ->
                                assertThat(it.failure().next())
                                        .contains("the image of this version"));
    }

    private List<Job> jobs() {
        try (KubernetesClient client = PlayedVolumes.client(sites.zurich)) {
            return client.batch()
                    .v1()
                    .jobs()
                    .inNamespace(PlayedVolumes.NAMESPACE)
                    .list()
                    .getItems();
        }
    }

    private List<String> left() {
        var left = new ArrayList<String>();
        jobs().forEach(job -> left.add(job.getMetadata().getName()));
        return left;
    }
}
