package gotthard.files.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gotthard.Golden;
import gotthard.action.Access;
import gotthard.action.Allowance;
import gotthard.action.Before;
import gotthard.action.Forecast;
import gotthard.action.Outcome;
import gotthard.action.Prediction;
import gotthard.action.Unreachable;
import gotthard.action.Verdict;
import gotthard.kubernetes.CutContext;
import gotthard.sandbox.cluster.Programs;
import gotthard.sandbox.cluster.Right;
import gotthard.sandbox.cluster.SandboxCluster;
import gotthard.shape.Rate;
import gotthard.transfer.report.Ending;

import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.client.KubernetesClient;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.FutureTask;
import java.util.stream.Collectors;

/// What the coordinator makes of movers, whatever becomes of them; the movers are played.
final class VolumeCopyTest {
    private static final Before NOTHING = new Before.Absent();

    @TempDir private Path folder;
    private PlayedVolumes sites;

    VolumeCopyTest() {}

    @BeforeEach
    void start() throws IOException {
        sites = new PlayedVolumes(folder);
    }

    @AfterEach
    void stop() throws IOException {
        sites.close();
    }

    @Test
    void isDoneWhenEveryShardSaysSo() throws Exception {
        Outcome outcome = apply(3);

        assertThat(((Outcome.Changed) outcome).evidence().compared()).isEqualTo(30);
        assertThat(apply(3)).isEqualTo(outcome);
        assertThat(sites.movers.started()).as("by the same movers").hasSize(6);
        assertThat(PlayedVolumes.action(3).predict(sites.context(), Forecast.EMPTY))
                .isInstanceOf(Prediction.Nothing.class);
        assertThat(PlayedVolumes.action(3).verify(sites.context()))
                .isInstanceOf(Verdict.Holds.class);
    }

    @Test
    void isUnclearWhenOneShardLeavesNoReport() throws Exception {
        sites.movers.play(
                pod ->
                        Optional.of(
                                receives(pod) && pod.index() == 1
                                        ? new Programs.End(0, "it went well")
                                        : PlayedMovers.COMPLETE));

        assertThat(apply(3)).isInstanceOf(Outcome.Unclear.class);
    }

    @Test
    void failsByNameWhereSomethingDidNotArriveAndLeavesNoJob() throws Exception {
        sites.movers.play(
                pod ->
                        Optional.of(
                                receives(pod) && pod.index() == 1
                                        ? PlayedMovers.ended(Ending.INCOMPLETE, 2)
                                        : PlayedMovers.COMPLETE));

        Outcome outcome = apply(2);

        Golden.assertMatches(
                "files/movers-incomplete.txt", ((Outcome.Failed) outcome).failure().toString());
        assertThat(jobs(sites.moscow)).isEmpty();
        assertThat(jobs(sites.zurich)).isEmpty();
    }

    @Test
    void goesOnWithTheNextPodAfterOneThatWasBroken() throws Exception {
        sites.movers.play(
                pod ->
                        Optional.of(
                                pod.name().endsWith("-0-0")
                                        ? PlayedMovers.ended(Ending.BROKEN, 0)
                                        : PlayedMovers.COMPLETE));

        assertThat(apply(1)).isInstanceOf(Outcome.Changed.class);
        assertThat(sites.movers.started().stream().filter(VolumeCopyTest::receives)).hasSize(2);
    }

    @Test
    void isRefusedWhereAMoverCannotGoOn() throws Exception {
        sites.movers.play(
                pod ->
                        receives(pod)
                                ? Optional.of(PlayedMovers.ended(Ending.STOPPED, 0))
                                : Optional.empty());

        Outcome outcome = apply(1);

        assertThat(((Outcome.Failed) outcome).failure().toString())
                .isEqualTo("the disk is full; make room");
        assertThat(((Outcome.Failed) outcome).failure().kind().mayPass()).isFalse();
    }

    @Test
    void isFoundAgainByWhoeverGoesOn() throws Exception {
        sites.movers.play(_ -> Optional.empty());
        var killed = new CutContext(sites.context(), 1);
        assertThatThrownBy(() -> PlayedVolumes.action(1).apply(killed, NOTHING))
                .isInstanceOf(CutContext.Killed.class);
        List<String> before = uids();
        sites.movers.play(_ -> Optional.of(PlayedMovers.COMPLETE));

        Outcome outcome;
        try (var later = sites.context().withFence(2)) {
            outcome = PlayedVolumes.action(1).apply(later, NOTHING);
        }

        assertThat(outcome).isInstanceOf(Outcome.Changed.class);
        assertThat(uids()).isEqualTo(before);
    }

    @Test
    void isLeftAloneByAnOvertakenCoordinator() throws Exception {
        try (var later = sites.context().withFence(2)) {
            PlayedVolumes.action(1).apply(later, NOTHING);
        }

        assertThatThrownBy(() -> apply(1))
                .isInstanceOf(Unreachable.class)
                .hasMessageContaining("another coordinator");
    }

    @Test
    void isSuspendedWhenItIsToldToStopAndGoesOnLater() throws Exception {
        sites.movers.play(_ -> Optional.empty());
        var applied = new FutureTask<>(() -> apply(2));
        Thread worker = Thread.ofVirtual().start(applied);
        while (sites.movers.started().size() < 4) {
            Thread.onSpinWait();
        }

        applied.cancel(true);
        worker.join();

        assertThat(jobs(sites.zurich)).allMatch(job -> job.getSpec().getSuspend());
        assertThat(jobs(sites.moscow)).allMatch(job -> job.getSpec().getSuspend());
        sites.movers.play(_ -> Optional.of(PlayedMovers.COMPLETE));
        assertThat(apply(2)).isInstanceOf(Outcome.Changed.class);
    }

    @Test
    void tellsEachMoverItsShareOfTheRate() throws Exception {
        sites.context().allow(new Allowance.AtMost(new Rate(8_000_000)));

        apply(2);

        assertThat(sites.movers.started())
                .hasSize(4)
                .allSatisfy(
                        pod -> assertThat(pod.arguments()).containsSequence("--rate", "500000"));
    }

    @Test
    void leavesNothingAfterARollback() throws Exception {
        apply(2);

        Outcome undone = PlayedVolumes.action(2).rollback(sites.context(), NOTHING);

        assertThat(undone).isInstanceOf(Outcome.Changed.class);
        assertThat(jobs(sites.moscow)).isEmpty();
        assertThat(jobs(sites.zurich)).isEmpty();
        try (KubernetesClient client = PlayedVolumes.client(sites.zurich)) {
            assertThat(client.secrets().inNamespace(PlayedVolumes.NAMESPACE).list().getItems())
                    .isEmpty();
            assertThat(client.services().inNamespace(PlayedVolumes.NAMESPACE).list().getItems())
                    .isEmpty();
        }
        assertThat(PlayedVolumes.action(2).restored(sites.context(), NOTHING))
                .isInstanceOf(Verdict.Holds.class);
    }

    @Test
    void tellsMoversOfEachCellItsListAndThatTheFolderIsShared() throws Exception {
        var action = new VolumeCopy(PlayedVolumes.sharedOrder());
        String key = sites.context().key().brief();

        action.apply(sites.context(), NOTHING);
        action.verify(sites.context());
        action.rollback(sites.context(), NOTHING);

        for (int cell = 0; cell < 2; cell++) {
            String ending = key + "-" + cell;
            List<Programs.Pod> pods =
                    sites.movers.started().stream()
                            .filter(pod -> pod.job().endsWith(ending))
                            .toList();
            assertThat(pods).hasSize(5);
            for (Programs.Pod pod : pods) {
                assertThat(pod.arguments()).containsSequence("--key", ending);
                if (pod.job().contains("-send-")) {
                    assertThat(pod.arguments())
                            .containsSequence(
                                    "--list",
                                    "/data/lists/" + (cell == 0 ? "asia" : "europe") + ".txt")
                            .doesNotContain("--folder");
                } else {
                    assertThat(pod.arguments())
                            .containsSequence("--folder", "shared")
                            .doesNotContain("--list");
                }
            }
        }
    }

    @Test
    void needsTheRightsThatItDeclaresAndNoOthers() throws Exception {
        VolumeCopy action = PlayedVolumes.action(2);
        Set<Access> declared = action.declaration().access();
        sites.moscow.allowOnly(rights(declared, LabVolumes.MOSCOW.value()));
        sites.zurich.allowOnly(rights(declared, LabVolumes.ZURICH.value()));

        action.predict(sites.context(), Forecast.EMPTY);
        apply(2);
        action.verify(sites.context());
        action.rollback(sites.context(), NOTHING);
        action.restored(sites.context(), NOTHING);

        assertThat(sites.moscow.refused()).isEmpty();
        assertThat(sites.zurich.refused()).isEmpty();
    }

    private static Set<Right> rights(Set<Access> declared, String site) {
        return declared.stream()
                .map(Access.Kubernetes.class::cast)
                .filter(one -> one.where().site().value().equals(site))
                .map(
                        one ->
                                new Right(
                                        one.verb(),
                                        one.group(),
                                        one.resource(),
                                        one.namespace(),
                                        one.name()))
                .collect(Collectors.toSet());
    }

    private Outcome apply(int shards) throws Exception {
        return PlayedVolumes.action(shards).apply(sites.context(), NOTHING);
    }

    private static boolean receives(Programs.Pod pod) {
        return pod.job().startsWith("gotthard-receive-");
    }

    private List<String> uids() {
        return List.of(sites.moscow, sites.zurich).stream()
                .flatMap(cluster -> jobs(cluster).stream())
                .map(job -> job.getMetadata().getUid())
                .toList();
    }

    private static List<Job> jobs(SandboxCluster cluster) {
        try (KubernetesClient client = PlayedVolumes.client(cluster)) {
            return client.batch()
                    .v1()
                    .jobs()
                    .inNamespace(PlayedVolumes.NAMESPACE)
                    .list()
                    .getItems();
        }
    }
}
