package gotthard.cli;

import gotthard.graph.Assembled;
import gotthard.journal.Ending;
import gotthard.journal.Journal;
import gotthard.journal.RunId;
import gotthard.journal.RunState;
import gotthard.run.Route;
import gotthard.run.Running;
import gotthard.run.Start;
import gotthard.run.StopLevel;

import java.time.Duration;
import java.util.Optional;

/// A run that a coordinator carries out, in a thread of its own and by a journal of its own.
final class CarriedRun {
    private static final Duration LONG = Duration.ofDays(30);

    private final Call call;
    private final RunId id;
    private volatile long seen;
    private final Thread thread;
    private Optional<Running> running = Optional.empty();
    private boolean isToStop;

    CarriedRun(Call call, RunState found) {
        this.call = call;
        id = found.id();
        seen = found.last();
        thread = Thread.ofPlatform().name("run " + id).unstarted(this::carryOut);
    }

    RunId id() {
        return id;
    }

    /// The last entry that this process knows; what others wrote after it may let the run go on.
    long seen() {
        return seen;
    }

    void start() {
        thread.start();
    }

    boolean hasEnded() {
        return !thread.isAlive();
    }

    /// Asks it to end soon. From any thread.
    synchronized void stop() {
        isToStop = true;
        running.ifPresent(CarriedRun::stop);
    }

    private static void stop(Running run) {
        run.stop(StopLevel.START_NOTHING);
        run.stop(StopLevel.INTERRUPT);
    }

    /// Waits for its end.
    void await() {
        boolean isInterrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException again) {
                isInterrupted = true;
            }
        }
        if (isInterrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void carryOut() {
        try {
            Journals.use(call, this::carryOut);
        } catch (Trouble trouble) {
            new Complaints(call.surroundings(), new String[0]).print(trouble);
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
    }

    private Exit carryOut(Journal journal) throws Trouble, InterruptedException {
        Optional<RunState> state = journal.state(id);
        if (state.isEmpty()) {
            return Exit.DONE;
        }
        try (Reach reach = Reach.of(call)) {
            Assembled assembled = Chosen.recorded(state.get(), reach);
            Start start = Journals.runs(call, journal).resume(id, Route.of(assembled));
            return start instanceof Start.Ready(var ready) ? go(journal, ready) : Exit.DONE;
        }
    }

    private Exit go(Journal journal, Running ready) throws InterruptedException {
        Ending ending;
        try (ready;
                var display = Display.oneOfMany(call);
                var traced = Traced.of(call, display)) {
            take(ready);
            display.start();
            ending = ready.go(gotthard.run.Options.USUAL.waiting(LONG), traced);
        }
        seen = ready.state().last();
        return Ended.of(call, journal, ready.state(), Ending.DONE).tell(ending);
    }

    private synchronized void take(Running ready) {
        running = Optional.of(ready);
        if (isToStop) {
            stop(ready);
        }
    }
}
