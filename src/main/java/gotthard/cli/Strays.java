package gotthard.cli;

import gotthard.action.Action;
import gotthard.action.Key;
import gotthard.action.Unreachable;
import gotthard.action.Work;
import gotthard.graph.Assembled;
import gotthard.graph.Step;
import gotthard.journal.Journal;
import gotthard.journal.RunId;
import gotthard.run.Connections;
import gotthard.secret.Secrets;

import java.time.Instant;
import java.util.ArrayList;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/// Runs of a plan that sites tell of and this state does not know: it was lost, or is another one.
record Strays(Call call, Assembled assembled, Journal journal) {
    private static final int AT_ONCE = 16;

    /// Begins no first run of a plan where another one has been already: what that did would be done again.
    void refuse() throws Trouble, InterruptedException {
        if (Chosen.latest(journal, assembled.plan().name()).isPresent()) {
            return;
        }
        SortedSet<RunId> found = found();
        if (!found.isEmpty()) {
            RunId run = found.last();
            throw Trouble.failed(
                    "the sites tell of the run "
                            + run
                            + " of this plan, and the state "
                            + call.state()
                            + " knows no run of it",
                    "name the state that has it with --state, or import its last backup with gotthard"
                            + " state import FILE; if there is none, gotthard state rebuild "
                            + run
                            + " "
                            + call.words().getLast()
                            + " goes by the marks at the sites");
        }
    }

    /// By the marks that can be read; where a site can't be, its steps will say so. Many are asked at the same time, since a site may be
    /// far away and steps many.
    SortedSet<RunId> found() throws InterruptedException {
        var secrets = new Secrets(call.surroundings().environment());
        var turns = new Semaphore(AT_ONCE);
        try (var connections = new Connections(assembled.inventory(), secrets);
                var asking = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked = new ArrayList<Future<SortedSet<RunId>>>();
            for (Step step : assembled.graph().steps()) {
                if (step.work() instanceof Work.Change(var action, _)) {
                    asked.add(
                            asking.submit(
                                    () -> {
                                        turns.acquire();
                                        try {
                                            return of(action, step, connections);
                                        } finally {
                                            turns.release();
                                        }
                                    }));
                }
            }
            var found = new TreeSet<RunId>();
            for (Future<SortedSet<RunId>> one : asked) {
                found.addAll(one.get());
            }
            return found;
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        }
    }

    private SortedSet<RunId> of(Action action, Step step, Connections connections)
            throws InterruptedException {
        var clock = call.surroundings().clock();
        Instant deadline = clock.instant().plus(step.deadline());
        Key nobody = Key.of("nobody", step.id().value(), 1);
        var runs = new TreeSet<RunId>();
        try {
            for (String run : action.runs(new Glance(nobody, connections, clock, deadline))) {
                if (run.matches(assembled.plan().name().value() + "-[a-z0-9]{5}")) {
                    runs.add(new RunId(run));
                }
            }
        } catch (Unreachable _) {
            return runs;
        }
        return runs;
    }
}
