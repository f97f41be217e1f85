package gotthard.run;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.inventory.PersonName;
import gotthard.journal.Ending;
import gotthard.journal.Event;
import gotthard.journal.MemoryJournal;
import gotthard.journal.Request;
import gotthard.journal.RunId;
import gotthard.journal.RunState;
import gotthard.secret.Secrets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/// Approvals come through the inbox, before a run and while it waits.
@Timeout(60)
final class ApprovalTest {
    private static final Options PATIENT =
            new Options(Duration.ofSeconds(20), Duration.ofSeconds(5));

    private final Map<String, String> world = ThingAction.emptyWorld();
    private final List<String> calls = ThingAction.noCalls();
    private final MemoryJournal journal = MemoryJournal.alone();
    private final Runs runs =
            new Runs(
                    new Runs.Tools(
                            journal,
                            new Secrets(Map.of()),
                            InstantSource.system(),
                            new RunIds(new Random(7)),
                            "test",
                            "a test"));

    private ThingAction thing(String name) {
        return new ThingAction(world, name, calls);
    }

    private static Running ready(Start start) {
        assertThat(start).isInstanceOf(Start.Ready.class);
        return ((Start.Ready) start).running();
    }

    private Ending go(Start start) throws InterruptedException {
        return go(start, Options.USUAL);
    }

    private Ending go(Start start, Options options) throws InterruptedException {
        try (Running running = ready(start)) {
            return running.go(options, RunObserver.NONE);
        }
    }

    private RunState state() {
        RunId id = journal.runs().getFirst();
        return journal.state(id).orElseThrow();
    }

    private final Routes routes =
            new Routes()
                    .step("a", thing("a"))
                    .approval("go", Set.of(Routes.LEAD, Routes.SUPERVISOR), "a")
                    .step("b", thing("b"), "go");

    @Test
    void isAwaitedAndThenCounts() throws InterruptedException {
        Ending first = go(runs.open(routes.route(), routes.opening()));
        RunId id = state().id();
        approve(id, "lead-2");
        approve(id, "supervisor-1");

        Ending second = go(runs.resume(id, routes.route()));

        assertThat(first).isEqualTo(Ending.WAITING);
        assertThat(second).isEqualTo(Ending.DONE);
        assertThat(world).containsOnlyKeys("a", "b");
    }

    @Test
    void isHeardWhileTheRunWaits() throws InterruptedException {
        try (Running running = ready(runs.open(routes.route(), routes.opening()))) {
            approve(running.id(), "lead-2");
            Thread late = Thread.ofVirtual().start(() -> approve(running.id(), "supervisor-1"));

            Ending ending = running.go(PATIENT, RunObserver.NONE);

            late.join();
            assertThat(ending).isEqualTo(Ending.DONE);
        }
    }

    @Test
    void byTheAuthorIsRefused() throws InterruptedException {
        go(runs.open(routes.route(), routes.opening()));
        RunId id = state().id();
        approve(id, "lead-1");

        go(runs.resume(id, routes.route()));

        assertThat(journal.entries(id, 0))
                .anySatisfy(
                        entry ->
                                assertThat(entry.event())
                                        .isInstanceOfSatisfying(
                                                Event.RequestRefused.class,
                                                it ->
                                                        assertThat(it.why())
                                                                .contains("started this run")));
    }

    private void approve(RunId id, String by) {
        journal.ask(
                id,
                new Request.Approve(
                        Routes.id("go"),
                        new PersonName(by),
                        InstantSource.system().instant(),
                        "read the runbook"));
    }
}
