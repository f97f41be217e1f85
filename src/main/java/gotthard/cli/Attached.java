package gotthard.cli;

import gotthard.journal.Ending;
import gotthard.journal.Journal;
import gotthard.journal.RunId;
import gotthard.journal.RunState;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Watches a run that another process carries out, by the journal alone, until that process leaves it.
final class Attached {
    private static final long LOOK_MILLIS = 250;

    /// How long a run without an end may be nobody's: a coordinator looks every second, and one on another machine may have to wait
    /// until the lease of a dead one has run out.
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Call call;
    private final Journal journal;
    private final boolean waits;
    private final Followed run;

    /// @param waits whether to wait for somebody who carries it out, for as long as it is open
    Attached(Call call, Journal journal, RunState state, boolean waits) {
        this.call = call;
        this.journal = journal;
        run = new Followed(journal, state);
        this.waits = waits;
    }

    /// Shows the run, and says at the end what came of it. Ctrl-C leaves it, and the run goes on.
    ///
    /// @param wanted how the run is to end: done, or rolled back
    /// @return as the process that carries it out ends, or 5 when it was left
    Exit watch(Ending wanted) {
        Optional<String> holder = run.holder();
        holder.ifPresent(it -> call.console().say("attached to the run " + run.id() + " of " + it));
        Thread here = Thread.currentThread();
        try (var display = new Display(call.console(), call.surroundings().clock());
                var _ = Signals.on("INT", here::interrupt)) {
            display.start();
            display.changed(run.state());
            follow(display);
        } catch (InterruptedException left) {
            return detached(run.id());
        }
        return run.state()
                .ending()
                .map(ending -> Ended.of(call, journal, run.state(), wanted).tell(ending))
                .orElseGet(this::nobody);
    }

    private void follow(Display display) throws InterruptedException {
        Instant seen = now();
        while (true) {
            boolean isHeld = run.holder().isPresent();
            run.look(display);
            seen = isHeld ? now() : seen;
            if (!isHeld && isLeft(Duration.between(seen, now()))) {
                return;
            }
            Thread.sleep(LOOK_MILLIS);
        }
    }

    /// Whether nobody will carry the run out by itself, as far as this call waits for it.
    private boolean isLeft(Duration alone) {
        return run.state()
                .ending()
                .map(ending -> !waits || !Coordinator.takesUp(ending))
                .orElse(!waits && alone.compareTo(PATIENCE) > 0);
    }

    private Instant now() {
        return call.surroundings().clock().instant();
    }

    /// A process that was killed has written no end; what it had begun is looked at by the next one.
    private Exit nobody() {
        Console console = call.console();
        console.json(
                JsonLine.of("ending")
                        .put("run", run.id().value())
                        .put("ending", "nobody")
                        .put("exit", Exit.WAITING.code()));
        console.say(Reports.held(console, "nobody carries out the run " + run.id()));
        console.say(
                "  → gotthard apply "
                        + run.state().opening().planSource()
                        + " goes on with it, or a coordinator: gotthard coordinate");
        return Exit.WAITING;
    }

    private Exit detached(RunId run) {
        call.console().say("left; the run goes on without you");
        call.console().say("  → gotthard attach " + run + " comes back to it");
        return Exit.WAITING;
    }
}
