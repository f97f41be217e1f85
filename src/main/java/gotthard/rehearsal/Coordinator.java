package gotthard.rehearsal;

import gotthard.action.Progress;
import gotthard.action.Work;
import gotthard.graph.Assembled;
import gotthard.graph.Assembly;
import gotthard.graph.Graph;
import gotthard.graph.Step;
import gotthard.graph.StepId;
import gotthard.graph.Texts;
import gotthard.inventory.Inventory;
import gotthard.journal.Ending;
import gotthard.journal.Event;
import gotthard.journal.Journal;
import gotthard.journal.Opening;
import gotthard.journal.RunId;
import gotthard.journal.RunState;
import gotthard.journal.SqliteJournal;
import gotthard.run.Openings;
import gotthard.run.Options;
import gotthard.run.Route;
import gotthard.run.RunIds;
import gotthard.run.RunObserver;
import gotthard.run.Runs;
import gotthard.run.Start;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// One coordinator that carries a run of a plan on, on a ground, as long as it lives. One step at a time, so that at each fault is known
/// what else has happened.
final class Coordinator {
    private static final Opening.Limits ONE = new Opening.Limits(1, 1);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String NAME = "rehearsal";

    private final Troupe troupe;
    private final Assembled plan;
    private final Ground ground;
    private final Fate fate;
    private final Shifted clock;

    Coordinator(Troupe troupe, Assembled plan, Ground ground, Fate fate, Shifted clock) {
        this.troupe = troupe;
        this.plan = plan;
        this.ground = ground;
        this.fate = fate;
        this.clock = clock;
    }

    /// Begins a run of the plan.
    ///
    /// @return how it ended; nothing where the coordinator died
    Optional<Ending> begin() throws InterruptedException {
        return live(
                (runs, assembled) ->
                        runs.open(
                                Route.of(assembled),
                                Openings.of(
                                        assembled,
                                        new Openings.Wish(
                                                troupe.version(),
                                                NAME,
                                                0,
                                                Opening.Selection.ALL,
                                                ONE))));
    }

    /// Goes on with a run.
    Optional<Ending> resume(RunId run) throws InterruptedException {
        return live((runs, assembled) -> runs.resume(run, Route.of(assembled)));
    }

    Optional<Ending> rollback(RunId run) throws InterruptedException {
        return live((runs, assembled) -> runs.rollback(run, Route.of(assembled), "a rehearsal"));
    }

    /// The latest run on a ground.
    static RunState latest(Troupe troupe, Ground ground) {
        try (Journal journal = open(troupe, ground)) {
            return journal.state(journal.runs().getFirst()).orElseThrow();
        }
    }

    private static Journal open(Troupe troupe, Ground ground) {
        return SqliteJournal.open(ground.folder(), troupe.version(), troupe.random());
    }

    private interface Verb {
        Start start(Runs runs, Assembled assembled);
    }

    /// When it dies, what it has open is closed around it, as an operating system would.
    private Optional<Ending> live(Verb verb) throws InterruptedException {
        try (Journal journal = open(troupe, ground);
                var reached = new Reached()) {
            Ending ending = go(verb.start(runs(journal), assembled(reached)));
            return fate.isDead() ? Optional.empty() : Optional.of(ending);
        } catch (Death _) {
            return Optional.empty();
        } catch (InterruptedException interrupted) {
            if (!fate.isDead()) {
                throw interrupted;
            }
            return Optional.empty();
        } finally {
            if (fate.isDead()) {
                boolean _ = Thread.interrupted();
            }
            fate.over();
        }
    }

    private Ending go(Start start) throws InterruptedException {
        return switch (start) {
            case Start.Ready(var running) -> {
                try (running) {
                    yield running.go(Options.USUAL.waiting(PATIENCE), new People());
                }
            }
            case Start.Over(var state) -> state.ending().orElseThrow();
            case Start.Busy _, Start.Missing _, Start.Impossible _ ->
                    throw new IllegalStateException(start.toString());
        };
    }

    private Runs runs(Journal journal) {
        return new Runs(
                new Runs.Tools(
                        new FatedJournal(journal, fate),
                        troupe.secrets(),
                        clock,
                        new RunIds(troupe.random()),
                        troupe.version(),
                        NAME));
    }

    private Assembled assembled(Reached reached) {
        Assembled again =
                Assembly.assemble(
                                plan.planSource(),
                                Optional.of(plan.inventorySource()),
                                Texts.recorded(plan.documents()),
                                troupe.kinds(),
                                reached::of)
                        .toOptional()
                        .orElseThrow();
        Graph graph = again.graph();
        List<Step> fated = graph.steps().stream().map(this::fated).toList();
        return new Assembled(
                again.plan(),
                again.inventory(),
                again.policy(),
                new Graph(graph.plan(), fated, graph.timetable(), graph.protections()),
                again.planSource(),
                again.inventorySource(),
                again.documents());
    }

    private Step fated(Step step) {
        return switch (step.work()) {
            case Work.Approval _ -> step;
            case Work.Change(var action, _) ->
                    new Step(
                            step.id(),
                            step.kind(),
                            step.version(),
                            step.needs(),
                            new Work.Change(new FatedAction(step.id(), action, fate)),
                            step.onFailure(),
                            step.deadline(),
                            step.attempts(),
                            step.place(),
                            step.inputs());
        };
    }

    /// Those who approve whatever waits for them, as soon as it does.
    private final class People implements RunObserver {
        @Override
        public void changed(RunState state) {
            approve(state);
        }

        @Override
        public void changed(RunState state, List<Event> events) {
            if (events.stream().anyMatch(Event.StepHeld.class::isInstance)) {
                approve(state);
            }
        }

        @Override
        public void progressed(StepId step, Progress progress) {}

        private void approve(RunState state) {
            if (!fate.isDead()) {
                try (Journal journal = open(troupe, ground)) {
                    troupe.stage().approve(journal, state, ground.sites());
                }
            }
        }
    }

    /// The sites, started when the inventory has been read.
    private final class Reached implements AutoCloseable {
        private Optional<Stage.Sites> sites = Optional.empty();

        Inventory of(Inventory inventory) {
            try {
                Stage.Sites started = troupe.stage().start(inventory, ground.sites(), fate);
                sites = Optional.of(started);
                return started.inventory();
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }

        @Override
        public void close() {
            sites.ifPresent(Stage.Sites::close);
        }
    }
}
