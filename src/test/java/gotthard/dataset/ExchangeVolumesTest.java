package gotthard.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gotthard.action.Before;
import gotthard.action.Difference;
import gotthard.action.Forecast;
import gotthard.action.Outcome;
import gotthard.action.Prediction;
import gotthard.action.Route;
import gotthard.action.Verdict;
import gotthard.files.jobs.LabVolumes;
import gotthard.files.jobs.PlayedMovers;
import gotthard.files.jobs.PlayedVolumes;
import gotthard.files.jobs.VolumeRoute;
import gotthard.kubernetes.CutContext;
import gotthard.sandbox.cluster.Programs;
import gotthard.transfer.report.Ending;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What an exchange between volumes makes of its movers, which are played.
final class ExchangeVolumesTest {
    private static final Before NOTHING = new Before.Absent();

    @TempDir private Path folder;
    private PlayedVolumes sites;

    ExchangeVolumesTest() {}

    @BeforeEach
    void start() throws Exception {
        sites = new PlayedVolumes(folder);
    }

    @AfterEach
    void stop() throws Exception {
        sites.close();
    }

    @Test
    void looksBeforeItBringsBothWays() throws Exception {
        Outcome outcome = action().apply(sites.context(), NOTHING);

        assertThat(roles().subList(0, 2)).containsOnly("compare-receive", "compare-send");
        assertThat(roles().subList(2, roles().size())).containsOnly("receive", "send");
        assertThat(((Outcome.Changed) outcome).evidence().statement())
                .isEqualTo("20 files, 2,000 bytes, exchanged between moscow and zurich-1");
        assertThat(action().verify(sites.context())).isInstanceOf(Verdict.Holds.class);
    }

    @Test
    void bringsNothingWhereOneNameStandsForDifferentContent() throws Exception {
        sites.movers.play(
                pod ->
                        Optional.of(
                                pod.job().contains("-compare-")
                                        ? PlayedMovers.ended(Ending.INCOMPLETE, 1)
                                        : PlayedMovers.COMPLETE));

        Outcome outcome = action().apply(sites.context(), NOTHING);

        assertThat(((Outcome.Failed) outcome).failure().what())
                .contains("zurich-1:europe/file-0.bin", "nothing is overwritten");
        assertThat(roles()).containsOnly("compare-receive", "compare-send");
        assertThat(action().verify(sites.context()))
                .isInstanceOfSatisfying(
                        Verdict.Differs.class,
                        differs ->
                                assertThat(differs.differences())
                                        .extracting(Difference::thing)
                                        .contains("zurich-1:europe/file-0.bin"));
    }

    @Test
    void makesNoMoverForAPrediction() throws Exception {
        Prediction prediction = action().predict(sites.context(), Forecast.EMPTY);

        assertThat(((Prediction.Changes) prediction).certainty())
                .isEqualTo(Prediction.Certainty.OPAQUE);
        assertThat(sites.movers.started()).isEmpty();
    }

    @Test
    void looksAgainWhenItGoesOnAfterADeath() throws Exception {
        sites.movers.play(
                pod ->
                        pod.job().startsWith("gotthard-receive-")
                                ? Optional.empty()
                                : Optional.of(PlayedMovers.COMPLETE));
        assertThatThrownBy(() -> action().apply(new CutOnceItBrings(sites.context()), NOTHING))
                .isInstanceOf(CutContext.Killed.class);
        assertThat(action().marked(sites.context())).isPresent();
        sites.movers.play(_ -> Optional.of(PlayedMovers.COMPLETE));

        Outcome outcome;
        try (var later = sites.context().withFence(2)) {
            outcome = action().apply(later, NOTHING);
        }

        assertThat(outcome).isInstanceOf(Outcome.Changed.class);
    }

    @Test
    void takesBackAtBothEnds() throws Exception {
        action().apply(sites.context(), NOTHING);

        Outcome outcome = action().rollback(sites.context(), NOTHING);

        assertThat(((Outcome.Changed) outcome).evidence().statement()).startsWith("20 files, ");
        assertThat(roles().getLast()).isEqualTo("withdraw");
        assertThat(action().restored(sites.context(), NOTHING)).isInstanceOf(Verdict.Holds.class);
    }

    private List<String> roles() {
        return sites.movers.started().stream()
                .map(Programs.Pod::arguments)
                .map(List::getFirst)
                .toList();
    }

    private static ExchangeAction action() {
        return new ExchangeAction(
                new ExchangeAction.Sites(LabVolumes.MOSCOW, LabVolumes.ZURICH),
                List.of(new VolumeRoute(PlayedVolumes.order(1), Route.Manner.MERGE)),
                List.of(new VolumeRoute(PlayedVolumes.orderBack(1), Route.Manner.RETURN)),
                Level.FULL);
    }
}
