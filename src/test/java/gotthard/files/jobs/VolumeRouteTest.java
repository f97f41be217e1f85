package gotthard.files.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gotthard.Golden;
import gotthard.action.Difference;
import gotthard.action.Prediction;
import gotthard.action.Route;
import gotthard.action.Unreachable;
import gotthard.sandbox.cluster.Programs;
import gotthard.transfer.Amount;
import gotthard.transfer.Late;
import gotthard.transfer.report.Ending;

import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.client.KubernetesClient;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.FutureTask;

/// What a way between volumes makes of its movers, which are played.
final class VolumeRouteTest {
    private static final Instant WRITTEN = Instant.parse("2019-11-04T08:00:00Z");
    private static final Amount AMOUNT = new Amount(10, 1000);
    private static final Programs.End STAGE_IS_THERE =
            PlayedMovers.ended(Ending.INCOMPLETE, 0, Late.NONE, Amount.NONE);

    private static final Optional<Instant> NEVER = Optional.empty();

    @TempDir private Path folder;
    private PlayedVolumes sites;

    VolumeRouteTest() {}

    @BeforeEach
    void start() throws IOException {
        sites = new PlayedVolumes(folder);
    }

    @AfterEach
    void stop() throws IOException {
        sites.close();
    }

    @Test
    void makesMoversAnewForEachPass() throws Exception {
        Instant before = sites.context().now().minusSeconds(1);

        Route.Brought first = bring();
        Route.Brought second = bring();

        assertThat(first.things()).isEqualTo(20);
        assertThat(first.bytes()).isEqualTo(2000);
        assertThat(first.left()).isZero();
        assertThat(first.asOf()).isBetween(before, sites.context().now());
        assertThat(second.asOf()).isAfterOrEqualTo(first.asOf());
        assertThat(sites.movers.started().stream().filter(pod -> pod.job().contains("-send-")))
                .as("which call at doors of their own")
                .hasSize(4);
    }

    @Test
    void leavesWhatWasChangedWhileItWasReadForTheNextPass() throws Exception {
        sites.movers.play(
                _ ->
                        Optional.of(
                                PlayedMovers.ended(
                                        Ending.INCOMPLETE,
                                        2,
                                        new Late(2, new Amount(2, 300), OptionalLong.empty()),
                                        AMOUNT)));

        Route.Brought brought = bring();

        assertThat(brought.left()).isEqualTo(4);
        assertThat(brought.leftBytes()).isEqualTo(600);
        assertThat(route().compare(sites.context(), Optional.of(WRITTEN)).of())
                .as("none is taken for one at work")
                .isEqualTo(16);
    }

    @Test
    void namesWhatStandsInTheWay() {
        sites.movers.play(_ -> Optional.of(PlayedMovers.ended(Ending.INCOMPLETE, 1)));

        assertThatThrownBy(this::bring)
                .isInstanceOfSatisfying(
                        Unreachable.class,
                        e ->
                                Golden.assertMatches(
                                        "files/movers-in-the-way.txt", e.failure().toString()));
        assertThat(jobs()).isEmpty();
    }

    @Test
    void takesNothingComparedForNoEvidence() {
        sites.movers.play(
                _ -> Optional.of(PlayedMovers.ended(Ending.COMPLETE, 0, Late.NONE, Amount.NONE)));

        assertThatThrownBy(this::bring)
                .isInstanceOf(Unreachable.class)
                .hasMessageContaining("holds no files, and nothing compared proves nothing");
        assertThatThrownBy(() -> route().compare(sites.context(), Optional.of(WRITTEN)))
                .isInstanceOf(Unreachable.class)
                .hasMessageContaining("holds no files, and nothing compared proves nothing");
    }

    @Test
    void tellsWhatIsLateAndSinceWhen() throws Exception {
        sites.movers.play(
                _ ->
                        Optional.of(
                                PlayedMovers.ended(
                                        Ending.COMPLETE,
                                        0,
                                        new Late(
                                                3,
                                                new Amount(2, 300),
                                                OptionalLong.of(WRITTEN.getEpochSecond())),
                                        AMOUNT)));

        Route.Compared compared = route().compare(sites.context(), Optional.of(WRITTEN));

        assertThat(compared.late()).isEqualTo(new Route.Late(6, 600, Optional.of(WRITTEN)));
        assertThat(compared.differences()).isEmpty();
        assertThat(compared.of()).isEqualTo(16);
        assertThat(sites.movers.started())
                .allSatisfy(
                        pod ->
                                assertThat(pod.arguments())
                                        .containsSequence(
                                                "--as-of",
                                                Long.toString(WRITTEN.getEpochSecond())));
        assertThat(jobs()).isEmpty();
    }

    @Test
    void sparesReadingContentWhereNamesDifferBeforeTheFirstPass() throws Exception {
        sites.movers.play(_ -> Optional.of(PlayedMovers.ended(Ending.INCOMPLETE, 1)));

        Route.Compared compared = route().compare(sites.context(), Optional.empty());

        assertThat(compared.differences()).hasSize(2);
        assertThat(sites.movers.started())
                .hasSize(4)
                .allSatisfy(
                        pod -> assertThat(pod.arguments()).containsSequence("--level", "count"));
    }

    @Test
    void predictsThatMoversWillRunAndMakesNone() throws Exception {
        try (Route.Outlook outlook = route().look(sites.context(), Optional.empty())) {
            assertThat(outlook.certainty()).isEqualTo(Prediction.Certainty.OPAQUE);
            assertThat(outlook.change().orElseThrow().summary())
                    .isEqualTo("copied by 2 at each end; how much it is, they will see");
        }

        assertThat(sites.movers.started()).isEmpty();
        bring();
        try (Route.Outlook later = route().look(sites.context(), Optional.empty())) {
            assertThat(later.change()).isEmpty();
        }
    }

    @Test
    void isMarkedByItsJobsAndWithoutThemByWhatLiesAtTheTarget() throws Exception {
        assertThat(route().marked(sites.context())).isEmpty();
        bring();
        assertThat(route().marked(sites.context())).isPresent();
        new Copiers(sites.context(), PlayedVolumes.order(2)).stop();
        sites.movers.play(_ -> Optional.of(STAGE_IS_THERE));

        assertThat(route().marked(sites.context()))
                .hasValueSatisfying(
                        words -> assertThat(words).startsWith("what movers have brought to"));
    }

    @Test
    void takesBackWhatItsKeyHasPlacedAndItsJobs() throws Exception {
        bring();

        Route.Withdrawn gone = route().withdraw(sites.context(), "");

        assertThat(gone).isEqualTo(new Route.Withdrawn(true, 20, 2000, List.of()));
        assertThat(jobs()).isEmpty();
        assertThat(route().unrestored(sites.context(), "")).isEmpty();
        sites.movers.play(_ -> Optional.of(STAGE_IS_THERE));
        assertThat(route().unrestored(sites.context(), "")).isPresent();
    }

    @Test
    void forgetsItsBooksOnce() throws Exception {
        assertThat(route().collect(sites.context())).isFalse();
        sites.movers.play(
                pod ->
                        Optional.of(
                                pod.arguments().contains("nothing")
                                        ? STAGE_IS_THERE
                                        : PlayedMovers.COMPLETE));

        assertThat(route().collect(sites.context())).isTrue();
        assertThat(sites.movers.started().getLast().arguments())
                .containsSequence("--removes", "books");
    }

    @Test
    void leavesNothingAtWorkWhenItIsToldToStop() throws Exception {
        sites.movers.play(_ -> Optional.empty());
        var brought = new FutureTask<>(this::bring);
        Thread worker = Thread.ofVirtual().start(brought);
        while (sites.movers.started().size() < 4) {
            Thread.onSpinWait();
        }

        brought.cancel(true);
        worker.join();

        assertThat(jobs()).hasSize(1).allMatch(job -> job.getSpec().getSuspend());
        assertThat(route().compare(sites.context(), Optional.of(WRITTEN)).differences())
                .singleElement()
                .asString()
                .contains("movers of this step that have not ended");
    }

    @Nested
    final class OfAnExchange {
        @Test
        void looksAtBothEndsBeforeItBringsAnything() throws Exception {
            try (Route.Outlook there = way(Route.Manner.MERGE).look(sites.context(), NEVER);
                    Route.Outlook back = way(Route.Manner.RETURN).look(sites.context(), NEVER)) {
                assertThat(sites.movers.started()).as("not for a prediction").isEmpty();

                assertThat(there.sounded()).isEmpty();
                assertThat(back.sounded()).isEmpty();
            }

            assertThat(sites.movers.started())
                    .hasSize(4)
                    .allSatisfy(
                            pod ->
                                    assertThat(pod.arguments())
                                            .containsSequence("--folder", "merged")
                                            .containsSequence("--level", "common"));
            assertThat(jobs()).isEmpty();
        }

        @Test
        void namesWhatBothHaveAndNotAlike() throws Exception {
            sites.movers.play(_ -> Optional.of(PlayedMovers.ended(Ending.INCOMPLETE, 1)));

            try (Route.Outlook there = way(Route.Manner.MERGE).look(sites.context(), NEVER)) {
                assertThat(there.sounded())
                        .hasSize(2)
                        .allMatch(one -> one.owner() == Difference.Owner.FOREIGN)
                        .first()
                        .asString()
                        .contains("zurich-1:europe/file-0.bin");
            }
        }

        @Test
        void bringsFromAndComparesWithASourceThatHoldsNothing() throws Exception {
            sites.movers.play(
                    _ ->
                            Optional.of(
                                    PlayedMovers.ended(
                                            Ending.COMPLETE, 0, Late.NONE, Amount.NONE)));

            try (Route.Outlook there = way(Route.Manner.MERGE).look(sites.context(), NEVER)) {
                assertThat(there.bring(_ -> {}).things()).isZero();
            }

            Route.Compared compared =
                    way(Route.Manner.RETURN).compare(sites.context(), Optional.of(WRITTEN));
            assertThat(compared.of()).isZero();
            assertThat(compared.differences()).isEmpty();
        }

        @Test
        void tellsBothEndsThatWhatIsThereStays() throws Exception {
            try (Route.Outlook there = way(Route.Manner.MERGE).look(sites.context(), NEVER)) {
                there.bring(_ -> {});
            }
            way(Route.Manner.MERGE).withdraw(sites.context(), "");

            assertThat(sites.movers.started())
                    .hasSize(6)
                    .allSatisfy(
                            pod ->
                                    assertThat(pod.arguments())
                                            .containsSequence("--folder", "merged"));
        }

        private static VolumeRoute way(Route.Manner manner) {
            return new VolumeRoute(PlayedVolumes.order(2), manner);
        }
    }

    private Route.Brought bring() throws Exception {
        try (Route.Outlook outlook = route().look(sites.context(), Optional.empty())) {
            return outlook.bring(_ -> {});
        }
    }

    private static Route route() {
        return new VolumeRoute(PlayedVolumes.order(2), Route.Manner.KEEP);
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
}
