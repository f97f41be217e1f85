package gotthard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/// A process carries out what others hand over, and every verb works beside it.
final class CoordinatorTest {
    private static final String PLAN = Workplace.plan("attach");
    private static final String LEAD = "platform-lead-1";

    @TempDir Path state;

    private FutureTask<Typed> task = new FutureTask<>(() -> here().type("coordinate"));
    private Thread coordinator = Thread.ofPlatform().unstarted(task);

    private Workplace here() {
        return new Workplace(state);
    }

    private void restart() {
        task = new FutureTask<>(() -> here().type("coordinate"));
        coordinator = Thread.ofPlatform().start(task);
    }

    private Typed end() throws InterruptedException, ExecutionException {
        coordinator.interrupt();
        return task.get();
    }

    private void handOver(String plan) {
        Typed apply = here().type("apply", plan, "--detach");
        assertThat(apply.exit()).as(apply.transcript()).isEqualTo(Exit.DONE);
    }

    @AfterEach
    void stop() throws InterruptedException {
        coordinator.interrupt();
        coordinator.join();
    }

    @Test
    void carriesOutWhatIsHandedOverToItsEnd() throws InterruptedException, ExecutionException {
        handOver(PLAN);
        restart();
        here().untilItWaits();
        here().approve("attach", "go", LEAD);

        Typed attached = here().type("attach", "--wait");

        assertThat(attached.exit()).as(attached.transcript()).isEqualTo(Exit.DONE);
        assertThat(attached.out()).contains("done, all verified");
        assertThat(end().transcript())
                .containsPattern("attach-[a-z0-9]{5}  mark  verified")
                .contains("done, all verified", "exit 0");
    }

    @Test
    void leavesARunOpenForTheNextCoordinator() throws InterruptedException, ExecutionException {
        handOver(PLAN);
        restart();
        here().untilItWaits();

        Typed ended = end();
        restart();
        here().approve("attach", "go", LEAD);

        assertThat(ended.exit()).as(ended.transcript()).isEqualTo(Exit.DONE);
        assertThat(ended.out()).contains("what was open stays open");
        assertThat(here().type("attach", "--wait").exit()).isEqualTo(Exit.DONE);
    }

    @Test
    void leavesAFailedRunToPeopleUntilTheyAskForAnotherTry()
            throws InterruptedException, ExecutionException {
        handOver(Workplace.plan("mended"));
        restart();
        Typed failed = here().type("attach", "--wait");

        assertThat(failed.exit()).as(failed.transcript()).isEqualTo(Exit.FAILED);
        assertThat(here().type("skip", "mended", "first", "--by", LEAD, "--reason", "not now"))
                .extracting(Typed::exit)
                .isEqualTo(Exit.DONE);
        Typed attached = here().type("attach", "--wait");
        assertThat(attached.exit()).as(attached.transcript()).isEqualTo(Exit.DONE);
        assertThat(end().out()).contains("second  verified");
    }
}
