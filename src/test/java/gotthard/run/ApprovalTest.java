package gotthard.run;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.journal.Ending;
import gotthard.journal.Event;
import gotthard.journal.MemoryJournal;
import gotthard.journal.RunId;
import gotthard.proof.Monitor;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;

/// Approvals come through the inbox, before a run and while it waits.
@Timeout(60)
final class ApprovalTest {
    private static final Options PATIENT =
            new Options(Duration.ofSeconds(20), Duration.ofSeconds(5), Monitor.USUAL);

    private final Rig rig = new Rig();
    private final Map<String, String> world = rig.world;
    private final MemoryJournal journal = rig.journal;
    private final Runs runs = rig.runs;

    private final Routes routes =
            new Routes()
                    .step("a", rig.thing("a"))
                    .approval("go", Set.of(Routes.LEAD, Routes.SUPERVISOR), "a")
                    .step("b", rig.thing("b"), "go");

    @Test
    void isAwaitedAndThenCounts() throws InterruptedException {
        Ending first = rig.go(runs.open(routes.route(), routes.opening()));
        RunId id = rig.state().id();
        approve(id, "lead-2");
        approve(id, "supervisor-1");

        Ending second = rig.go(runs.resume(id, routes.route()));

        assertThat(first).isEqualTo(Ending.WAITING);
        assertThat(second).isEqualTo(Ending.DONE);
        assertThat(world).containsOnlyKeys("a", "b");
    }

    @Test
    void isHeardWhileTheRunWaits() throws InterruptedException {
        try (Running running = Rig.ready(runs.open(routes.route(), routes.opening()))) {
            approve(running.id(), "lead-2");
            Thread late = Thread.ofVirtual().start(() -> approve(running.id(), "supervisor-1"));

            Ending ending = running.go(PATIENT, RunObserver.NONE);

            late.join();
            assertThat(ending).isEqualTo(Ending.DONE);
        }
    }

    @Test
    void byTheAuthorIsRefused() throws InterruptedException {
        rig.go(runs.open(routes.route(), routes.opening()));
        RunId id = rig.state().id();
        approve(id, "lead-1");

        rig.go(runs.resume(id, routes.route()));

        assertThat(journal.entries(id, 0))
                .anySatisfy(
                        entry ->
                                assertThat(entry.event())
                                        .isInstanceOfSatisfying(
                                                Event.RequestRefused.class,
                                                it ->
                                                        assertThat(it.why())
                                                                .contains("or started this run")));
    }

    private void approve(RunId id, String by) {
        journal.ask(
                id,
                Approvals.signed(
                        id,
                        routes.opening(),
                        Routes.inventory(),
                        new Approvals.Given(
                                Routes.id("go"), by, InstantSource.system().instant())));
    }
}
