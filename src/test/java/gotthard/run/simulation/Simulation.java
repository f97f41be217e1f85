package gotthard.run.simulation;

import gotthard.action.Work;
import gotthard.graph.Step;
import gotthard.graph.StepId;
import gotthard.inventory.PersonName;
import gotthard.inventory.SiteName;
import gotthard.journal.Ending;
import gotthard.journal.Entry;
import gotthard.journal.Event;
import gotthard.journal.Hold;
import gotthard.journal.Journal.Acquired;
import gotthard.journal.Lease;
import gotthard.journal.MemoryJournal;
import gotthard.journal.Request;
import gotthard.journal.RunId;
import gotthard.journal.RunState;
import gotthard.journal.StepRecord;
import gotthard.journal.StepState;
import gotthard.journal.Waived;
import gotthard.policy.Delay;
import gotthard.run.Approvals;
import gotthard.run.Decider;
import gotthard.run.Moved;
import gotthard.run.Options;
import gotthard.run.Routes;
import gotthard.run.Rules;
import gotthard.run.Signal;
import gotthard.run.StopLevel;
import gotthard.run.Walking;
import gotthard.world.Invariant;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;

/// One seeded run from its opening to its end, through as many processes as it takes.
final class Simulation {
    private static final int TROUBLED_SESSIONS = 8;
    private static final int MOST_SESSIONS = 40;
    static final RunId RUN = new RunId("moves-aaaaa");
    private static final Options OPTIONS = Options.USUAL;
    private static final Options PATIENT = OPTIONS.waiting(Duration.ofDays(2));

    private final Random random;
    private final Random drifts;
    private final Random ages;
    private final Mutant mutant;
    private final Scenario scenario;
    private final MemoryJournal.Store store = new MemoryJournal.Store();
    private final Rules rules;
    private Referee referee;
    private Machine machine;
    private int crashes;
    private boolean undoing;
    private boolean attending;
    private int sessions;

    Simulation(long seed, Mutant mutant) {
        random = new Random(seed * 31 + 7);
        drifts = new Random(seed * 37 + 5);
        ages = new Random(seed * 41 + 3);
        this.mutant = mutant;
        scenario = Scenario.of(seed);
        Function<StepId, Set<StepId>> undoneAfter =
                mutant == Mutant.UNDO_FORWARDS
                        ? scenario.graph()::dependants
                        : id -> scenario.graph().step(id).map(Step::needs).orElse(Set.of());
        rules =
                Walking.rules(
                        mutant.graph(scenario.graph()),
                        undoneAfter,
                        mutant.inventory(),
                        mutant == Mutant.GUARD_OFF
                                ? Optional.empty()
                                : scenario.writers()
                                        .map(two -> Writers.model(scenario.graph(), two)),
                        seed % 4 == 0 ? PATIENT : OPTIONS);
    }

    /// The journal, for whoever looks into a broken promise.
    String story() {
        var story = new StringBuilder();
        new MemoryJournal(store)
                .entries(RUN, 0).stream()
                        .skip(1)
                        .forEach(
                                entry ->
                                        story.append(entry.seq())
                                                .append(' ')
                                                .append(entry.at())
                                                .append(' ')
                                                .append(entry.event())
                                                .append('\n'));
        return story.toString();
    }

    List<Entry> entries() {
        return new MemoryJournal(store).entries(RUN, 0);
    }

    int crashes() {
        return crashes;
    }

    int sessions() {
        return sessions;
    }

    /// Runs to the end.
    ///
    /// @throws Violation when a promise is broken
    Ending run() throws InterruptedException {
        open();
        while (sessions < MOST_SESSIONS) {
            sessions++;
            drift();
            age();
            Ending ending = session();
            if (isLast(ending)) {
                return ending;
            }
            if (ending == Ending.WAITING) {
                peopleAct();
            }
            undoing = undoing || ending == Ending.CANCELLED;
        }
        throw new Violation("never ends: " + referee.durable().steps());
    }

    private void open() {
        var journal = new MemoryJournal(store);
        Lease lease = acquire(journal);
        var now = java.time.Instant.parse("2026-01-01T00:00:00Z");
        journal.append(lease, 1, now, opened());
        journal.close();
        referee = new Referee(scenario, new MemoryJournal(store), RUN);
        machine = new Machine(scenario, referee, RUN, session(journal, 0));
    }

    /// Of the writers, only that there may not be two of them is not waived: their data are no part of the simulation.
    private List<Event> opened() {
        List<Event> opened = new ArrayList<>();
        opened.add(new Event.RunOpened(scenario.opening()));
        for (Invariant waived : Invariant.values()) {
            if (scenario.writers().isPresent() && waived != Invariant.TWO_WRITERS) {
                opened.add(
                        new Event.RunWaived(
                                new Waived(
                                        waived,
                                        Moved.CELL.toString(),
                                        new PersonName("lead-2"),
                                        Instant.parse("2036-01-01T00:00:00Z"),
                                        "not simulated",
                                        "signed")));
            }
        }
        return opened;
    }

    private static Lease acquire(MemoryJournal journal) {
        return switch (journal.acquire(RUN, "a process")) {
            case Acquired.Granted(var lease) -> lease;
            case Acquired.Taken(var holder) -> throw new Violation("taken by " + holder);
        };
    }

    private Session session(MemoryJournal journal, int dies) {
        boolean calm = sessions > TROUBLED_SESSIONS;
        return new Session(scenario, journal, new Faults(random, calm), mutant, sessions > 1, dies);
    }

    private Ending session() throws InterruptedException {
        boolean calm = sessions > TROUBLED_SESSIONS;
        var journal = new MemoryJournal(store);
        Lease lease = acquire(journal);
        attending = !calm && sessions > 1 && random.nextInt(8) == 0;
        if (attending) {
            operators().act(journal);
        }
        int dies = !calm && random.nextInt(5) > 0 ? 1 + random.nextInt(50) : 0;
        var session = session(journal, dies);
        RunState run = mutant.of(journal.state(RUN).orElseThrow());
        machine.begin(session);
        for (SiteName site : run.operations().sparedSites().keySet()) {
            machine.resumeIn(site, 1 + random.nextInt(10_000));
        }
        List<Signal> first = new ArrayList<>();
        if (attending) {
            first.add(new Signal.StopAsked(StopLevel.ATTEND));
        } else if (sessions > 1) {
            first.add(new Signal.Resumed("test", "a process"));
        }
        if (undoing && !attending) {
            first.add(new Signal.RollbackAsked("it was cancelled"));
            referee.askedToTurn();
        } else if (!calm && !attending && sessions > 1 && random.nextInt(10) == 0) {
            List<Step> steps = scenario.graph().steps();
            StepId step = steps.get(random.nextInt(steps.size())).id();
            first.add(new Signal.UndoAsked(step));
            referee.askedToUndo(step);
        }
        first.addAll(machine.found(run.handled()));
        if (!calm) {
            trouble(journal);
        }
        var guarded =
                new GuardedJournal(
                        journal, session, referee, () -> perhapsOvertaken(journal, calm));
        try {
            return Walking.walk(
                    bent(rules),
                    new Walking.Seams(guarded, lease, machine, machine, machine),
                    rules.open(run, journal.entries(RUN, 0)),
                    first);
        } catch (Crash _) {
            crashes++;
            return Ending.STOPPED;
        } finally {
            machine.die();
            journal.close();
            referee.durable();
        }
    }

    /// Somebody changes what was verified, and somebody else verifies it afresh.
    private void drift() {
        if (sessions > TROUBLED_SESSIONS) {
            scenario.site().putBack();
            return;
        }
        var journal = new MemoryJournal(store);
        RunState run = journal.state(RUN).orElseThrow();
        if (sessions == 1 || drifts.nextInt(3) > 0 || run.direction() == Event.Direction.BACK) {
            return;
        }
        Lease lease = acquire(journal);
        List<Event> drifted = new ArrayList<>();
        for (StepRecord step : run.steps().values()) {
            boolean isWriter = scenario.writers().filter(two -> two.has(step.id())).isPresent();
            if (step.state() instanceof StepState.Verified && !isWriter && drifts.nextInt(4) == 0) {
                scenario.site().drift(step.id());
                if (!scenario.site().isAsWanted(step.id())) {
                    drifted.add(
                            new Event.StepVerified(step.id(), scenario.site().verify(step.id())));
                }
            }
        }
        if (!drifted.isEmpty()) {
            journal.append(lease, run.last() + 1, machine.instant(), drifted);
        }
        journal.close();
    }

    /// Somebody changes what was verified and says nothing, and nobody has the run until that verification does not count any more.
    private void age() {
        RunState run = referee.durable();
        if (sessions == 1 || sessions > TROUBLED_SESSIONS || ages.nextInt(3) > 0) {
            return;
        }
        for (StepRecord step : run.steps().values()) {
            Optional<Duration> fresh = scenario.graph().timetable().fresh(step.id());
            boolean isWriter = scenario.writers().filter(two -> two.has(step.id())).isPresent();
            if (step.state() instanceof StepState.Verified(var at, _, _)
                    && fresh.isPresent()
                    && !isWriter
                    && ages.nextBoolean()) {
                machine.sleepUntil(at.plus(fresh.get()).plusSeconds(1));
                scenario.site().drift(step.id());
            }
        }
    }

    /// Another process may take over just now.
    private void perhapsOvertaken(MemoryJournal journal, boolean calm) {
        if (calm || random.nextInt(60) > 0) {
            return;
        }
        journal.close();
        var other = new MemoryJournal(store);
        Lease lease = acquire(other);
        long last = other.state(RUN).orElseThrow().last();
        other.append(
                lease,
                last + 1,
                machine.instant(),
                List.of(new Event.RunResumed("test", "another")));
        other.close();
    }

    private Operators operators() {
        return new Operators(scenario, RUN, random);
    }

    private void trouble(MemoryJournal journal) {
        if (random.nextInt(4) == 0) {
            var site = new SiteName(List.of("moscow", "zurich-1").get(random.nextInt(2)));
            machine.at(
                    random.nextInt(20_000), () -> machine.spare(site, 1 + random.nextInt(200_000)));
        }
        for (int asked = random.nextInt(4); asked > 0; asked--) {
            machine.at(random.nextInt(60_000), () -> operators().act(journal));
        }
        if (random.nextInt(12) == 0) {
            machine.at(
                    random.nextInt(60_000),
                    () ->
                            journal.ask(
                                    RUN,
                                    new Request.Rollback(
                                            new PersonName("lead-2"), "a change of mind")));
        }
        if (random.nextInt(12) == 0) {
            var level = random.nextInt(2) == 0 ? StopLevel.START_NOTHING : StopLevel.INTERRUPT;
            machine.at(random.nextInt(60_000), () -> machine.stop(level));
        }
        if (random.nextInt(4) == 0) {
            machine.at(
                    random.nextInt(60_000),
                    () -> approveAll(journal, List.of("stranger", "lead-1", "lead-2")));
        }
    }

    /// Some come back before the calendar lets the next step start, most when it does.
    private void timePasses() {
        for (StepRecord step : referee.durable().steps().values()) {
            Optional<Instant> until =
                    scenario.graph()
                            .timetable()
                            .delay(step.id(), machine.instant())
                            .map(Delay::until);
            boolean isHeld = step.state() instanceof StepState.Held;
            if (isHeld && until.isPresent() && random.nextInt(4) > 0) {
                machine.sleepUntil(until.get());
                return;
            }
        }
    }

    /// Where nobody mends any more what keeps a step from going on, all is undone.
    private boolean isHeldForGood() {
        return sessions > TROUBLED_SESSIONS
                && referee.durable().steps().values().stream()
                        .anyMatch(
                                step ->
                                        step.state() instanceof StepState.Held(Hold.Breach _)
                                                || step.state()
                                                        instanceof
                                                        StepState.Held(Hold.ReliedUpon _));
    }

    private void peopleAct() {
        timePasses();
        undoing = undoing || isHeldForGood();
        operators().resume(new MemoryJournal(store), referee.durable().operations());
        if (random.nextInt(3) == 0) {
            approveAll(new MemoryJournal(store), List.of("lead-1", "lead-2"));
            return;
        }
        approveAll(new MemoryJournal(store), List.of("lead-2", "supervisor-1"));
        if (drifts.nextBoolean()) {
            scenario.site().putBack();
        }
        if (random.nextBoolean()) {
            scenario.site().removeForeign();
        }
    }

    /// Of the steps that need no approval only some, since signing takes longer than all else in a run.
    private void approveAll(MemoryJournal journal, List<String> people) {
        for (Step step : scenario.graph().steps()) {
            if (!(step.work() instanceof Work.Approval) && random.nextInt(20) > 0) {
                continue;
            }
            for (String person : people) {
                journal.ask(
                        RUN,
                        Approvals.signed(
                                RUN,
                                scenario.opening(),
                                Routes.inventory(),
                                new Approvals.Given(step.id(), person, machine.instant())));
            }
        }
    }

    private boolean isLast(Ending ending) {
        return switch (ending) {
            case DONE -> {
                referee.doneAtLast();
                yield true;
            }
            case ROLLED_BACK -> {
                referee.rolledBackAtLast();
                yield true;
            }
            case ROLLBACK_FAILED ->
                    sessions > TROUBLED_SESSIONS + 1 && referee.leftOnlyWhatIsBeyondReturn();
            case CANCELLED -> {
                referee.cancelledAtLast();
                yield !undoing && random.nextBoolean();
            }
            case FAILED, WAITING, UNKNOWN, STOPPED, OVERTAKEN -> false;
        };
    }

    private Decider bent(Decider honest) {
        if (mutant == Mutant.DEAF_TO_ROLLBACK) {
            return (state, heard, now) ->
                    honest.decide(
                            state,
                            heard.stream().filter(signal -> !asksToTurn(signal)).toList(),
                            now);
        }
        if (mutant != Mutant.SLOT_LEAK) {
            return honest;
        }
        return (state, heard, now) -> {
            var turn = honest.decide(state, heard, now);
            return heard.isEmpty() ? turn : Walking.leaking(turn, Set.of());
        };
    }

    private static boolean asksToTurn(Signal signal) {
        return (signal instanceof Signal.Asked(_, var asked) && asked instanceof Request.Rollback)
                || (signal instanceof Signal.Found(_, var found)
                        && found instanceof Request.Rollback);
    }
}
