package gotthard.files.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.action.Allowance;
import gotthard.action.Before;
import gotthard.action.LentContext;
import gotthard.action.Outcome;
import gotthard.action.Progress;
import gotthard.kubernetes.CutContext;
import gotthard.shape.Rate;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.batch.v1.Job;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

/// Movers between volumes of two real clusters, and what may befall them.
@Tag("lab")
final class VolumeCopyLabTest {
    private static final int LARGE = 24_000_000;
    private static final Allowance SLOW = new Allowance.AtMost(new Rate(24_000_000));
    private static final Duration LONGEST = Duration.ofMinutes(3);

    private LabVolumes lab;
    private LentContext context;

    @BeforeEach
    void start() throws Exception {
        lab = LabVolumes.ready();
        context = lab.context(1);
    }

    @AfterEach
    void stop() {
        lab.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void bringsAllAndNothingTwice(int shards) throws Exception {
        fill(300);
        VolumeCopy action = lab.action(shards);

        Outcome outcome = action.apply(context, new Before.Absent());

        assertThat(outcome).isInstanceOf(Outcome.Changed.class);
        assertThatAllIsThere();
        assertThat(action.apply(context, new Before.Absent())).isEqualTo(outcome);
    }

    @ParameterizedTest
    @ValueSource(strings = {"moscow", "zurich-1"})
    void goesOnAfterAPodWasDeleted(String site) throws Exception {
        FutureTask<Outcome> applied = underway();
        Pod pod = theOnlyPod(site);

        lab.cluster(LabVolumes.site(site)).resource(pod).delete();

        assertThat(ended(applied)).isInstanceOf(Outcome.Changed.class);
        assertThatAllIsThere();
    }

    @Test
    void isTakenUpWhenItsCoordinatorWasKilled() throws Exception {
        fill(20);
        context.allow(SLOW);
        lab.source().write("large.bin", random(LARGE));
        try {
            lab.action(1).apply(new CutContext(context, 6), new Before.Absent());
        } catch (CutContext.Killed _) {
            // as kill -9 would
        }
        List<String> before = uids();

        Outcome outcome = lab.action(1).apply(lab.context(1).withFence(2), new Before.Absent());

        assertThat(outcome).isInstanceOf(Outcome.Changed.class);
        assertThat(uids()).as("the same Jobs").isEqualTo(before);
        assertThatAllIsThere();
    }

    @Test
    void goesOnAfterTheLineWasDown() throws Exception {
        FutureTask<Outcome> applied = underway();

        lab.lab().run("link", "moscow", "zurich-1", "down");
        Thread.sleep(Duration.ofSeconds(25));
        lab.lab().run("link", "moscow", "zurich-1", "up");

        assertThat(ended(applied)).isInstanceOf(Outcome.Changed.class);
        assertThatAllIsThere();
    }

    @Test
    void leavesNothingAtWorkWhenItIsToldToStop() throws Exception {
        FutureTask<Outcome> applied = underway();

        applied.cancel(true);

        until(() -> lab.pods(LabVolumes.MOSCOW).isEmpty());
        until(() -> lab.pods(LabVolumes.ZURICH).isEmpty());
        assertThat(lab.jobs(LabVolumes.ZURICH)).allMatch(job -> job.getSpec().getSuspend());
        assertThat(lab.action(1).apply(context, new Before.Absent()))
                .isInstanceOf(Outcome.Changed.class);
        assertThatAllIsThere();
    }

    @Test
    void waitsWhileASiteIsSparedAndRecoversAlone() throws Exception {
        FutureTask<Outcome> applied = underway(3 * LARGE);

        context.allow(new Allowance.Nothing());

        until(() -> standsStill());
        assertThat(applied.isDone()).as("stopped on its way").isFalse();
        context.allow(new Allowance.Unlimited());
        assertThat(ended(applied)).isInstanceOf(Outcome.Changed.class);
        assertThatAllIsThere();
    }

    /// No byte more for three looks.
    private boolean standsStill() {
        List<Progress> shown = context.shown();
        return shown.size() > 3
                && shown.subList(shown.size() - 3, shown.size()).stream()
                                .map(Progress::done)
                                .distinct()
                                .count()
                        == 1
                && shown.getLast().doing().contains("spared");
    }

    /// A copy of one large file that takes about eight seconds, two of which are over.
    private FutureTask<Outcome> underway() throws Exception {
        return underway(LARGE);
    }

    private FutureTask<Outcome> underway(int bytes) throws Exception {
        context.allow(SLOW);
        fill(20);
        lab.source().write("large.bin", random(bytes));
        var applied = new FutureTask<>(() -> lab.action(1).apply(context, new Before.Absent()));
        Thread.ofVirtual().start(applied);
        until(() -> isMoving(applied));
        return applied;
    }

    private boolean isMoving(FutureTask<Outcome> applied) throws IOException {
        assertThat(applied.isDone()).as("not over yet").isFalse();
        return lab.partial() > 4_000_000;
    }

    private static Outcome ended(FutureTask<Outcome> applied) throws Exception {
        return applied.get(LONGEST.toSeconds(), TimeUnit.SECONDS);
    }

    private Pod theOnlyPod(String site) {
        List<Pod> pods = lab.pods(LabVolumes.site(site));
        assertThat(pods).hasSize(1);
        return pods.getFirst();
    }

    private List<String> uids() {
        return List.of(LabVolumes.MOSCOW, LabVolumes.ZURICH).stream()
                .flatMap(site -> lab.jobs(site).stream())
                .map(Job::getMetadata)
                .map(metadata -> metadata.getUid())
                .toList();
    }

    private void assertThatAllIsThere() throws Exception {
        var there = lab.target().describe();
        assertThat(there).containsAllEntriesOf(lab.source().describe());
    }

    private void fill(int files) throws Exception {
        for (int i = 0; i < files; i++) {
            lab.source().write("d%d/e%d/f%d.bin".formatted(i % 5, i % 3, i), random(17 * i));
        }
    }

    private static byte[] random(int size) {
        byte[] content = new byte[size];
        new Random(size).nextBytes(content);
        return content;
    }

    /// Something that comes about by itself.
    private interface Condition {
        boolean holds() throws Exception;
    }

    private static void until(Condition condition) throws Exception {
        Instant end = Instant.now().plus(LONGEST);
        while (!condition.holds()) {
            assertThat(Instant.now()).isBefore(end);
            Thread.sleep(Duration.ofMillis(200));
        }
    }
}
