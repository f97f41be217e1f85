package gotthard.run.simulation;

import gotthard.graph.Graph;
import gotthard.graph.Step;
import gotthard.graph.StepId;
import gotthard.graph.Timetable;
import gotthard.inventory.Inventory;
import gotthard.inventory.Person;
import gotthard.inventory.PersonName;
import gotthard.journal.Event;
import gotthard.journal.Opening;
import gotthard.journal.Operations;
import gotthard.journal.RunState;
import gotthard.journal.StepRecord;
import gotthard.journal.StepState;
import gotthard.policy.Calendar;
import gotthard.policy.Undertaking;
import gotthard.run.Approvals;
import gotthard.run.Routes;

import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A planted bug, which the simulation must find.
enum Mutant {
    NONE,
    /// The journal says "durable" before it is.
    INTENT_AFTER_EFFECT,
    /// After a crash, what was there before is captured again.
    RECAPTURE_ON_RESUME(Rule.RESTORES_WHAT_WAS_THERE),
    /// A rollback skips attempts whose end was not recorded.
    UNDO_ONLY_RECORDED(Rule.UNDOES_AFTER_DEPENDANTS_AND_EVERYTHING),
    /// A retry gets a key of its own.
    RETRY_WITH_NEW_KEY(Rule.LOOKS_AND_REPEATS_UNDER_ONE_KEY),
    /// An overtaken coordinator goes on.
    IGNORE_FENCE(Rule.UNDOES_WHEN_ALL_ATTEMPTS_HAVE_ENDED),
    /// Steps don't wait for what they need.
    START_BEFORE_VERIFICATION(Rule.STARTS_WHEN_ITS_NEEDS_ARE_VERIFIED),
    /// An attempt that says it went well is believed.
    BELIEVE_WITHOUT_CHECK(Rule.STARTS_WHEN_ITS_NEEDS_ARE_VERIFIED),
    /// What is undone first is what others rely on.
    UNDO_FORWARDS(Rule.UNDOES_AFTER_DEPENDANTS_AND_EVERYTHING),
    /// After a crash, a step is repeated without a look.
    NO_LOOK_AFTER_CRASH(Rule.LOOKS_AND_REPEATS_UNDER_ONE_KEY),
    /// Undone is taken for restored.
    RESTORED_WITHOUT_CHECK,
    /// Slots are never given back.
    SLOT_LEAK,
    /// Limits are not kept.
    NO_LIMITS,
    /// Whoever asks may approve.
    ANYBODY_APPROVES,
    /// A job that has not reported is taken for ended.
    UNDO_WHILE_APPLYING(Rule.UNDOES_WHEN_ALL_ATTEMPTS_HAVE_ENDED),
    /// What others made is overwritten.
    FOREIGN_IS_OURS,
    /// A pause is forgotten by the next process.
    PAUSE_FORGOTTEN,
    /// What is claimed is believed.
    BELIEVE_CLAIMS,
    /// A step that was skipped counts as undone.
    SKIP_FORGETS_WHAT_IT_TOUCHED,
    /// Windows and freezes are not looked at.
    NO_CALENDAR,
    /// A step starts in its window, whether or not it ends there.
    STARTS_THOUGH_IT_DOES_NOT_FIT,
    /// That a site is spared is forgotten by the next process.
    SPARING_FORGOTTEN,
    /// What a step could break is not looked at.
    GUARD_OFF,
    /// What was found right is undone, too.
    UNDOES_WHAT_WAS_RIGHT(Rule.RESTORES_WHAT_WAS_THERE),
    /// A failed attempt is taken back before the next.
    TAKES_BACK_BEFORE_A_RETRY(Rule.TAKES_BACK_ONLY_ON_THE_WAY_BACK),
    /// That the run goes back is forgotten by the next process.
    WAY_BACK_FORGOTTEN(Rule.TURNS_BACK_AT_ANY_MOMENT),
    /// Nobody hears that the run is to be rolled back.
    DEAF_TO_ROLLBACK(Rule.TURNS_BACK_AT_ANY_MOMENT),
    /// Which steps rely on others is forgotten by the next process.
    RELIANCE_FORGOTTEN(Rule.NEVER_APPLIES_AGAIN_WHAT_IS_RELIED_UPON),
    /// How old a verification is does not count.
    AGE_IGNORED(Rule.BEGINS_ON_NO_VERIFICATION_TOO_OLD),
    /// What was verified is as new as the process that takes the run over.
    AGE_FORGOTTEN(Rule.BEGINS_ON_NO_VERIFICATION_TOO_OLD);

    private static final Instant NEVER_OLD = Instant.parse("2100-01-01T00:00:00Z");

    private final Optional<Rule> breaks;

    Mutant() {
        breaks = Optional.empty();
    }

    Mutant(Rule breaks) {
        this.breaks = Optional.of(breaks);
    }

    /// The rule of the proof that it breaks, if it is one of those.
    Optional<Rule> breaks() {
        return breaks;
    }

    /// What the engine is told to walk.
    Graph graph(Graph honest) {
        if (this == NO_CALENDAR) {
            return new Graph(
                    honest.plan(),
                    honest.steps(),
                    new Timetable(Calendar.EMPTY, Map.of(), honest.timetable().fresh()),
                    Map.of());
        }
        if (this == AGE_IGNORED) {
            return new Graph(
                    honest.plan(),
                    honest.steps(),
                    new Timetable(
                            honest.timetable().calendar(),
                            honest.timetable().undertakings(),
                            Map.of()),
                    Map.of());
        }
        if (this == STARTS_THOUGH_IT_DOES_NOT_FIT) {
            return new Graph(
                    honest.plan(), honest.steps(), instantly(honest.timetable()), Map.of());
        }
        if (this != START_BEFORE_VERIFICATION) {
            return honest;
        }
        List<Step> loose = new ArrayList<>();
        for (Step step : honest.steps()) {
            loose.add(
                    new Step(
                            step.id(),
                            step.kind(),
                            step.version(),
                            Set.of(),
                            step.work(),
                            step.onFailure(),
                            step.deadline(),
                            step.attempts(),
                            step.place(),
                            step.inputs()));
        }
        return new Graph(honest.plan(), loose, honest.timetable(), Map.of());
    }

    private static Timetable instantly(Timetable honest) {
        Map<StepId, Undertaking> instant = new HashMap<>();
        honest.undertakings()
                .forEach(
                        (step, what) ->
                                instant.put(
                                        step,
                                        new Undertaking(
                                                what.window(),
                                                what.notBefore(),
                                                Duration.ZERO,
                                                what.sites())));
        return new Timetable(honest.calendar(), instant, honest.fresh());
    }

    Inventory inventory() {
        Inventory real = Routes.inventory();
        if (this != ANYBODY_APPROVES) {
            return real;
        }
        var anybody = new java.util.HashMap<PersonName, Person>();
        for (String name : List.of("lead-1", "lead-2", "supervisor-1", "stranger")) {
            anybody.put(new PersonName(name), Approvals.person(name, real.roles()));
        }
        return new Inventory(
                real.name(),
                real.sandbox(),
                real.sites(),
                real.regions(),
                real.data(),
                real.roles(),
                anybody);
    }

    /// What a process makes of the journal when it takes the run over.
    RunState of(RunState run) {
        return switch (this) {
            case UNDO_ONLY_RECORDED ->
                    run.direction() == Event.Direction.BACK ? withoutUnrecorded(run) : run;
            case UNDO_WHILE_APPLYING ->
                    run.direction() == Event.Direction.BACK ? takenForEnded(run) : run;
            case UNDOES_WHAT_WAS_RIGHT ->
                    run.direction() == Event.Direction.BACK ? verified(run, true) : run;
            case RELIANCE_FORGOTTEN ->
                    run.direction() == Event.Direction.FORWARD ? verified(run, false) : run;
            case WAY_BACK_FORGOTTEN -> forward(run);
            case AGE_FORGOTTEN -> with(run, run.opening(), renewed(run));
            case NO_LIMITS -> with(run, unlimited(run.opening()), run.steps());
            case PAUSE_FORGOTTEN -> withoutPause(run);
            case SPARING_FORGOTTEN -> withoutSparing(run);
            case SKIP_FORGETS_WHAT_IT_TOUCHED -> with(run, run.opening(), skippedUntouched(run));
            case NONE,
                    INTENT_AFTER_EFFECT,
                    RECAPTURE_ON_RESUME,
                    RETRY_WITH_NEW_KEY,
                    IGNORE_FENCE,
                    START_BEFORE_VERIFICATION,
                    BELIEVE_WITHOUT_CHECK,
                    UNDO_FORWARDS,
                    NO_LOOK_AFTER_CRASH,
                    RESTORED_WITHOUT_CHECK,
                    SLOT_LEAK,
                    ANYBODY_APPROVES,
                    BELIEVE_CLAIMS,
                    NO_CALENDAR,
                    STARTS_THOUGH_IT_DOES_NOT_FIT,
                    GUARD_OFF,
                    FOREIGN_IS_OURS,
                    TAKES_BACK_BEFORE_A_RETRY,
                    AGE_IGNORED,
                    DEAF_TO_ROLLBACK ->
                    run;
        };
    }

    private static PMap<StepId, StepRecord> renewed(RunState run) {
        PMap<StepId, StepRecord> steps = run.steps();
        for (StepRecord record : run.steps().values()) {
            if (record.state() instanceof StepState.Verified(_, var seq, var evidence)) {
                var renewed = new StepState.Verified(NEVER_OLD, seq, evidence);
                steps = steps.plus(record.id(), with(record, renewed, record.touched()));
            }
        }
        return steps;
    }

    private static RunState withoutPause(RunState run) {
        return with(
                run,
                new Operations(
                        Optional.empty(),
                        HashTreePMap.empty(),
                        run.operations().claims(),
                        run.operations().waivers(),
                        run.operations().cancelled(),
                        run.operations().collected(),
                        run.operations().sparedSites(),
                        run.operations().imported(),
                        run.operations().waived()));
    }

    private static RunState withoutSparing(RunState run) {
        return with(
                run,
                new Operations(
                        run.operations().paused(),
                        run.operations().pausedSteps(),
                        run.operations().claims(),
                        run.operations().waivers(),
                        run.operations().cancelled(),
                        run.operations().collected(),
                        HashTreePMap.empty(),
                        run.operations().imported(),
                        run.operations().waived()));
    }

    private static RunState with(RunState run, Operations operations) {
        return new RunState(
                run.id(),
                run.opening(),
                run.openedAt(),
                run.direction(),
                run.steps(),
                run.approvals(),
                run.handled(),
                run.last(),
                run.lastAt(),
                run.ending(),
                run.expected(),
                operations);
    }

    private static PMap<StepId, StepRecord> skippedUntouched(RunState run) {
        PMap<StepId, StepRecord> steps = run.steps();
        for (StepRecord record : run.steps().values()) {
            if (record.state() instanceof StepState.Skipped) {
                steps = steps.plus(record.id(), with(record, record.state(), false));
            }
        }
        return steps;
    }

    private static RunState withoutUnrecorded(RunState run) {
        PMap<StepId, StepRecord> steps = run.steps();
        for (Map.Entry<StepId, StepRecord> entry : run.steps().entrySet()) {
            if (entry.getValue().state() instanceof StepState.Running) {
                steps =
                        steps.plus(
                                entry.getKey(),
                                with(entry.getValue(), new StepState.Pending(), false));
            }
        }
        return with(run, run.opening(), steps);
    }

    /// All that was verified is said to be touched, or not to be.
    private static RunState verified(RunState run, boolean touched) {
        PMap<StepId, StepRecord> steps = run.steps();
        for (StepRecord record : run.steps().values()) {
            if (record.isVerified()) {
                steps = steps.plus(record.id(), with(record, record.state(), touched));
            }
        }
        return with(run, run.opening(), steps);
    }

    private static RunState forward(RunState run) {
        return new RunState(
                run.id(),
                run.opening(),
                run.openedAt(),
                Event.Direction.FORWARD,
                run.steps(),
                run.approvals(),
                run.handled(),
                run.last(),
                run.lastAt(),
                run.ending(),
                run.expected(),
                run.operations());
    }

    private static RunState takenForEnded(RunState run) {
        PMap<StepId, StepRecord> steps = run.steps();
        for (Map.Entry<StepId, StepRecord> entry : run.steps().entrySet()) {
            if (entry.getValue().state() instanceof StepState.Running(var since)) {
                steps =
                        steps.plus(
                                entry.getKey(),
                                with(entry.getValue(), new StepState.Applied(since), true));
            }
        }
        return with(run, run.opening(), steps);
    }

    private static StepRecord with(StepRecord record, StepState state, boolean touched) {
        return new StepRecord(
                record.id(),
                state,
                record.generation(),
                record.attempts(),
                record.undoAttempts(),
                touched,
                record.before(),
                record.checkpoint(),
                record.started(),
                record.ended());
    }

    private static Opening unlimited(Opening opening) {
        return new Opening(
                opening.plan(),
                opening.title(),
                opening.planSource(),
                opening.inventorySource(),
                opening.toolVersion(),
                opening.startedBy(),
                opening.seed(),
                opening.selection(),
                new Opening.Limits(1000, 1000),
                opening.steps(),
                opening.documents());
    }

    private static RunState with(RunState run, Opening opening, PMap<StepId, StepRecord> steps) {
        return new RunState(
                run.id(),
                opening,
                run.openedAt(),
                run.direction(),
                steps,
                run.approvals(),
                run.handled(),
                run.last(),
                run.lastAt(),
                run.ending(),
                run.expected(),
                run.operations());
    }
}
