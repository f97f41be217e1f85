package gotthard.run;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.graph.Protected;
import gotthard.inventory.SiteName;
import gotthard.journal.Entry;
import gotthard.journal.Event;
import gotthard.journal.Opening;
import gotthard.journal.RunId;
import gotthard.journal.RunState;
import gotthard.journal.SitePause;
import gotthard.shape.Rate;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

final class PacesTest {
    private static final Instant START = Instant.parse("2019-11-13T08:00:00Z");
    private static final SiteName MOSCOW = new SiteName("moscow");
    private static final SiteName ZURICH = new SiteName("zurich-1");
    private static final RunState OPENED =
            RunState.opened(
                    new RunId("moves-aaaaa"),
                    new Entry(
                            1,
                            START,
                            new Event.RunOpened(
                                    new Routes()
                                            .idle("a")
                                            .opening(
                                                    Opening.Selection.ALL,
                                                    Opening.Limits.USUAL,
                                                    1))));
    private static final RunState SPARED =
            OPENED.after(
                    new Entry(
                            2,
                            START,
                            new Event.SitePaused(MOSCOW, new SitePause("load", "9", "at most 1"))));

    private final List<Duration> slept = new ArrayList<>();
    private final Paces paces =
            new Paces(
                    Map.of(
                            MOSCOW, protection(8_000_000),
                            ZURICH, protection(4_000_000)),
                    () -> START,
                    slept::add);

    private static Protected protection(long bits) {
        return new Protected(Optional.of(new Rate(bits)), List.of());
    }

    @Test
    void keepsTheRatesOfAllSites() throws InterruptedException {
        paces.await(Set.of(MOSCOW, ZURICH), 1_000_000);
        paces.await(Set.of(MOSCOW), 1_000_000);
        paces.await(Set.of(new SiteName("zurich-2")), 1_000_000_000);

        assertThat(slept).containsExactly(Duration.ofMillis(1_750), Duration.ofMillis(1_750));
    }

    @Test
    void waitsWhileOneOfTheSitesIsSpared() throws Exception {
        paces.follow(SPARED);
        var passed = new CompletableFuture<Boolean>();

        Thread mover =
                Thread.ofVirtual()
                        .start(
                                () -> {
                                    try {
                                        paces.await(Set.of(MOSCOW, ZURICH), 1);
                                        passed.complete(true);
                                    } catch (InterruptedException e) {
                                        passed.completeExceptionally(e);
                                    }
                                });
        paces.await(Set.of(ZURICH), 1);
        boolean early = passed.isDone();
        paces.follow(OPENED);

        assertThat(early).isFalse();
        assertThat(passed.get()).isTrue();
        mover.join();
    }

    @Test
    void isInterruptedWhileItWaits() throws Exception {
        paces.follow(SPARED);
        var interrupted = new CompletableFuture<Boolean>();
        Thread mover =
                Thread.ofVirtual()
                        .start(
                                () -> {
                                    try {
                                        paces.await(Set.of(MOSCOW), 1);
                                        interrupted.complete(false);
                                    } catch (InterruptedException e) {
                                        interrupted.complete(true);
                                    }
                                });

        mover.interrupt();

        assertThat(interrupted.get()).isTrue();
    }
}
