package gotthard.cli;

import gotthard.action.Progress;
import gotthard.graph.StepId;
import gotthard.journal.Ending;
import gotthard.journal.Entry;
import gotthard.journal.Journal;
import gotthard.journal.RunId;
import gotthard.journal.RunState;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Watches a run that another process carries out, by the journal alone, until that process leaves it.
final class Attached {
    private static final long LOOK_MILLIS = 250;

    private final Call call;
    private final Journal journal;
    private final Map<StepId, Progress> shown = new HashMap<>();
    private RunState state;

    Attached(Call call, Journal journal, RunState state) {
        this.call = call;
        this.journal = journal;
        this.state = state;
    }

    /// Shows the run, and says at the end what came of it. Ctrl-C leaves it, and the run goes on.
    ///
    /// @param wanted how the run is to end: done, or rolled back
    /// @return as the process that carries it out ends, or 5 when it was left
    Exit watch(Ending wanted) {
        Optional<String> holder = journal.holder(state.id());
        holder.ifPresent(
                it -> call.console().say("attached to the run " + state.id() + " of " + it));
        Thread here = Thread.currentThread();
        try (var display = new Display(call.console(), call.surroundings().clock());
                var _ = Signals.on("INT", here::interrupt)) {
            display.start();
            display.changed(state);
            follow(display);
        } catch (InterruptedException left) {
            return detached(state.id());
        }
        return Ended.of(call, journal, state, wanted).tell(ending());
    }

    private void follow(Display display) throws InterruptedException {
        while (journal.holder(state.id()).isPresent()) {
            look(display);
            Thread.sleep(LOOK_MILLIS);
        }
        look(display);
    }

    private void look(Display display) {
        for (Entry entry : journal.entries(state.id(), state.last())) {
            state = state.after(entry);
            display.changed(state);
        }
        journal.progress(state.id())
                .forEach(
                        (step, progress) -> {
                            if (!progress.equals(shown.put(step, progress))) {
                                display.progressed(step, progress);
                            }
                        });
    }

    /// A process that was killed has written no end; what it had begun is looked at by the next one.
    private Ending ending() {
        return state.ending().orElse(Ending.UNKNOWN);
    }

    private Exit detached(RunId run) {
        call.console().say("left; the run goes on without you");
        call.console().say("  → gotthard attach " + run + " comes back to it");
        return Exit.WAITING;
    }
}
