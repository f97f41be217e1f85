package gotthard.run.simulation;

import gotthard.action.Before;
import gotthard.action.Declaration;
import gotthard.action.Verdict;
import gotthard.action.Work;
import gotthard.graph.Graph;
import gotthard.graph.Step;
import gotthard.graph.StepId;
import gotthard.inventory.Person;
import gotthard.inventory.RoleName;
import gotthard.inventory.SiteName;
import gotthard.journal.Entry;
import gotthard.journal.Event;
import gotthard.journal.Hold;
import gotthard.journal.MemoryJournal;
import gotthard.journal.Operation;
import gotthard.journal.Operations;
import gotthard.journal.Request;
import gotthard.journal.RunId;
import gotthard.journal.RunState;
import gotthard.journal.StepRecord;
import gotthard.journal.StepState;
import gotthard.run.Order;
import gotthard.run.Routes;

import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Compares every order with what is durable and with the world as it really is.
final class Referee {
    private final Scenario scenario;
    private final MemoryJournal reading;
    private final RunId run;
    private final Map<StepId, Order.Job> working = new HashMap<>();
    private final Set<StepId> looked = new HashSet<>();
    private final Set<StepId> verified = new HashSet<>();
    private final Set<StepId> toUndo = new HashSet<>();
    private RunState durable;
    private boolean overtaken;
    private boolean isAskedToTurn;

    Referee(Scenario scenario, MemoryJournal reading, RunId run) {
        this.scenario = scenario;
        this.reading = reading;
        this.run = run;
        durable = RunState.replay(run, reading.entries(run, 0));
    }

    RunState durable() {
        for (Entry entry : reading.entries(run, durable.last())) {
            judge(entry.event());
            judgeIntent(entry.event());
            judgeTime(entry);
            durable = durable.after(entry);
        }
        return durable;
    }

    void sessionBegins() {
        working.clear();
        looked.clear();
        overtaken = false;
        isAskedToTurn = false;
    }

    /// Somebody whom the run knows wants it rolled back, and the engine has been told.
    void askedToTurn() {
        isAskedToTurn = true;
    }

    /// Somebody wants a step undone, with what depends on it.
    void askedToUndo(StepId step) {
        toUndo.addAll(graph().withDependants(step));
    }

    void appendRefused() {
        overtaken = true;
    }

    void reported(StepId step) {
        working.remove(step);
    }

    /// No intent outside its window, inside a freeze, or at a site that is spared.
    private void judgeTime(Entry entry) {
        judgeAge(entry);
        if (!(entry.event() instanceof Event.StepIntended intended)) {
            return;
        }
        StepId step = intended.step();
        graph().timetable()
                .delay(step, entry.at())
                .ifPresent(
                        delay -> require(false, "begun at a wrong time, " + delay + ": " + step));
        Set<SiteName> spared = durable.operations().sparedSites().keySet();
        require(
                Collections.disjoint(spared, sites(step)),
                "begun at a site that is spared: " + step);
    }

    private void judgeAge(Entry entry) {
        Optional<StepId> begins =
                switch (entry.event()) {
                    case Event.StepIntended intended -> Optional.of(intended.step());
                    case Event.StepApproved(var gate, _) when leadsBeyondReturn(gate) ->
                            Optional.of(gate);
                    default -> Optional.empty();
                };
        begins.ifPresent(step -> judgeAge(step, entry));
    }

    /// Up to where a person answers for a step.
    private void judgeAge(StepId step, Entry begun) {
        for (StepId need : step(step).needs()) {
            if (durable.step(need).state() instanceof StepState.Verified(var at, _, _)) {
                boolean counts =
                        graph().timetable()
                                .fresh(need)
                                .filter(age -> at.plus(age).isBefore(begun.at()))
                                .isEmpty();
                require(
                        Rule.BEGINS_ON_NO_VERIFICATION_TOO_OLD,
                        counts,
                        begun.event() + " on " + need + ", verified at " + at);
                judgeAge(need, begun);
            }
        }
    }

    private boolean leadsBeyondReturn(StepId gate) {
        return graph().withDependants(gate).stream().anyMatch(this::isIrreversible);
    }

    private void judgeIntent(Event event) {
        if (event instanceof Event.StepIntended intended) {
            StepId step = intended.step();
            require(
                    Rule.NEVER_APPLIES_AGAIN_WHAT_IS_RELIED_UPON,
                    !verified.contains(step)
                            || graph().withDependants(step).stream()
                                    .noneMatch(it -> !it.equals(step) && hasBegun(it)),
                    step + " is applied again, though others rely on it");
            toUndo.remove(step);
        } else if (event instanceof Event.StepFoundRight found) {
            verified.add(found.step());
        } else if (event instanceof Event.StepVerified(var step, Verdict.Holds _)) {
            verified.add(step);
        } else if (event instanceof Event.StepUndoIntended undo) {
            verified.remove(undo.step());
        } else if (event
                instanceof Event.RequestAccepted(_, Operation.RollbackStep(_, var step, _))) {
            askedToUndo(step);
        }
    }

    /// Whether a step relies on what it needs: it was begun and is not undone, or a look at what it needs counts.
    private boolean hasBegun(StepId step) {
        StepRecord record = durable.step(step);
        return record.touched() && (!isOnlyALook(step) || record.isSettled());
    }

    private boolean isOnlyALook(StepId step) {
        return step(step).work() instanceof Work.Change(_, var declaration)
                && declaration.reversal() == Declaration.Reversal.NOTHING_TO_UNDO;
    }

    private void judge(Event event) {
        if (event instanceof Event.StepSkipped(var step, _, _)) {
            require(roles(step).isEmpty(), step + " is an approval, and was skipped");
            require(
                    graph().withDependants(step).stream()
                            .noneMatch(it -> !it.equals(step) && isIrreversible(it)),
                    step + " was skipped before a point of no return");
        }
        if (event instanceof Event.StepResolved(var step, var claim, _)) {
            require(
                    claim == Operation.Claim.APPLIED
                            ? scenario.site().isAsWanted(step)
                            : !scenario.site().isMarked(step),
                    step + " is not " + claim);
        }
        if (event instanceof Event.StepApproved(var step, var approvals)) {
            Set<RoleName> missing = new HashSet<>(roles(step));
            Set<String> people = new HashSet<>();
            for (Request.Approve approval : approvals) {
                Person person = Routes.inventory().people().get(approval.by());
                require(person != null, step + " was approved by somebody unknown");
                require(
                        !approval.by().value().equals("lead-1"),
                        step + " was approved by its author");
                require(
                        people.add(approval.by().value()),
                        step + " was approved by one person for two roles");
                person.roles().forEach(missing::remove);
            }
            require(missing.isEmpty(), step + " was approved without " + missing);
        }
    }

    private Set<RoleName> roles(StepId step) {
        return step(step).work() instanceof Work.Approval approval
                ? approval.oneOfEach()
                : Set.of();
    }

    private Step step(StepId id) {
        return graph().step(id).orElseThrow();
    }

    private Graph graph() {
        return scenario.graph();
    }

    /// @param stillGoing whether a change of the step that a dead process began still goes on
    void ordered(Order.Job job, boolean anyStillGoing, boolean stillGoing) {
        require(
                Rule.UNDOES_WHEN_ALL_ATTEMPTS_HAVE_ENDED,
                !overtaken,
                job + " after another coordinator took over");
        StepRecord record = durable().step(job.step());
        require(working.put(job.step(), job) == null, "two jobs at once: " + job);
        require(
                Rule.LOOKS_AND_REPEATS_UNDER_ONE_KEY,
                job.generation() == record.generation(),
                "a fresh key: " + job);
        slots(job);
        switch (job) {
            case Order.Look _ -> {
                require(!record.touched(), "captured again: " + job);
                boolean isSpared =
                        !Collections.disjoint(
                                durable.operations().sparedSites().keySet(), sites(job.step()));
                require(!isSpared, "looked at a site that is spared: " + job);
            }
            case Order.Check _, Order.CheckRestored _ -> looked.add(job.step());
            case Order.Apply apply -> applied(apply, record, stillGoing);
            case Order.Collect _ -> require(false, "no decision asks for it: " + job);
            case Order.Undo undo -> undone(undo, record, anyStillGoing);
        }
    }

    private void applied(Order.Apply apply, StepRecord record, boolean stillGoing) {
        StepId id = apply.step();
        require(
                record.touched() && record.state() instanceof StepState.Running,
                "no durable intent: " + apply);
        require(
                Rule.LOOKS_AND_REPEATS_UNDER_ONE_KEY,
                record.attempts() == 1 || looked.contains(id),
                "repeated without a look: " + apply);
        looked.add(id);
        if (record.state() instanceof StepState.Running(var since)) {
            resting(apply, since);
        }
        require(!stillGoing, "the attempt before still goes on: " + apply);
        require(wasThere(record, apply.before()), "not what was there before: " + apply);
        require(!scenario.site().hasForeign(id), "applied over what a stranger made: " + apply);
        require(
                Rule.TURNS_BACK_AT_ANY_MOMENT,
                durable.direction() == Event.Direction.FORWARD,
                "applied on the way back: " + apply);
        require(
                Rule.TURNS_BACK_AT_ANY_MOMENT,
                !isAskedToTurn,
                "applied though it was asked to turn back: " + apply);
        standsOn(apply, id);
    }

    /// Everything that a step needs is verified, and whatever that was verified on, up to where a person answers for it.
    private void standsOn(Order.Apply apply, StepId id) {
        for (StepId need : step(id).needs()) {
            StepState state = durable.step(need).state();
            require(
                    Rule.STARTS_WHEN_ITS_NEEDS_ARE_VERIFIED,
                    durable.step(need).isSettled(),
                    apply + " before " + need + " was verified");
            boolean approval =
                    step(need).work() instanceof Work.Approval
                            || state instanceof StepState.Skipped;
            require(
                    Rule.STARTS_WHEN_ITS_NEEDS_ARE_VERIFIED,
                    approval || scenario.site().isAsWanted(need),
                    apply + " and " + need + " is not as wanted");
            if (state instanceof StepState.Verified) {
                standsOn(apply, need);
            }
        }
    }

    private void undone(Order.Undo undo, StepRecord record, boolean anyStillGoing) {
        StepId id = undo.step();
        require(
                Rule.TAKES_BACK_ONLY_ON_THE_WAY_BACK,
                durable.direction() == Event.Direction.BACK || toUndo.contains(id),
                "taken back, and nobody asked for it: " + undo);
        require(record.state() instanceof StepState.RollingBack, "no durable intent: " + undo);
        if (record.state() instanceof StepState.RollingBack(var since)) {
            durable()
                    .operations()
                    .paused()
                    .ifPresent(
                            it ->
                                    require(
                                            !since.isAfter(it.since()),
                                            "undone though paused: " + undo));
        }
        require(
                Rule.RESTORES_WHAT_WAS_THERE,
                record.touched(),
                "undone, and it was found right: " + undo);
        require(
                Rule.RESTORES_WHAT_WAS_THERE,
                wasThere(record, undo.before()),
                "not what was there before: " + undo);
        require(
                Rule.UNDOES_WHEN_ALL_ATTEMPTS_HAVE_ENDED,
                !anyStillGoing,
                "an attempt still goes on: " + undo);
        require(
                Rule.UNDOES_WHEN_ALL_ATTEMPTS_HAVE_ENDED,
                working.values().stream().noneMatch(job -> job instanceof Order.Apply),
                "an attempt is under way: " + undo);
        for (StepId dependant : graph().withDependants(id)) {
            boolean left = !dependant.equals(id) && scenario.site().isMarked(dependant);
            require(
                    Rule.UNDOES_AFTER_DEPENDANTS_AND_EVERYTHING,
                    !left,
                    undo + " before " + dependant);
        }
    }

    /// What people made by hand may be there before a later generation.
    private boolean wasThere(StepRecord record, Before before) {
        boolean byHand = record.generation() > 1 && scenario.site().isMended(record.id());
        return byHand || before.equals(scenario.site().initial(record.id()));
    }

    /// Nothing is begun after a pause or a cancellation.
    private void resting(Order.Apply apply, Instant since) {
        Operations operations = durable().operations();
        Stream.of(
                        operations.paused(),
                        operations.cancelled(),
                        Optional.ofNullable(operations.pausedSteps().get(apply.step())))
                .flatMap(Optional::stream)
                .forEach(
                        it ->
                                require(
                                        !since.isAfter(it.since()),
                                        "begun though " + it + ": " + apply));
    }

    private void slots(Order.Job job) {
        var limits = scenario.opening().limits();
        require(working.size() <= limits.run(), "too many at once: " + job);
        for (SiteName site : sites(job.step())) {
            long there =
                    working.keySet().stream().filter(step -> sites(step).contains(site)).count();
            require(there <= limits.site(), "too many at " + site + ": " + job);
        }
    }

    private Set<SiteName> sites(StepId id) {
        return step(id).work() instanceof Work.Change(_, var declaration)
                ? declaration.sites()
                : Set.of();
    }

    void doneAtLast() {
        for (Step step : graph().steps()) {
            boolean approval =
                    step.work() instanceof Work.Approval
                            || durable().step(step.id()).state() instanceof StepState.Skipped;
            require(
                    durable().step(step.id()).isSettled(),
                    "done, and " + step.id() + " is not verified");
            require(
                    approval || scenario.site().isAsWanted(step.id()) || hasDriftedSince(step.id()),
                    "done, and " + step.id() + " is not as wanted");
        }
        unharmed();
    }

    /// What somebody changed after all had begun on it, and said nothing, is not seen by anybody.
    private boolean hasDriftedSince(StepId step) {
        return graph().timetable().fresh(step).isPresent() && scenario.site().hasDrifted(step);
    }

    void cancelledAtLast() {
        require(working.isEmpty(), "cancelled, and at work: " + working);
        unharmed();
    }

    void rolledBackAtLast() {
        require(
                Rule.UNDOES_AFTER_DEPENDANTS_AND_EVERYTHING,
                scenario.site().changed().isEmpty(),
                "rolled back, and " + scenario.site().changed());
        unharmed();
    }

    private void unharmed() {
        require(
                scenario.site().harmed().isEmpty(),
                "harmed what strangers made: " + scenario.site().harmed());
    }

    /// Whether what is left undone is a point of no return, or held because undoing it would break what holds, or needed by one of these.
    boolean leftOnlyWhatIsBeyondReturn() {
        return graph().steps().stream()
                .map(Step::id)
                .filter(step -> scenario.site().isMarked(step))
                .allMatch(
                        step ->
                                graph().withDependants(step).stream()
                                        .anyMatch(
                                                other ->
                                                        isBeyondReturn(other)
                                                                || isHeldBack(other)));
    }

    /// Whether undoing it would break what holds.
    private boolean isHeldBack(StepId step) {
        return durable().step(step).state() instanceof StepState.Held(Hold.Breach _);
    }

    /// What a job changes never makes two writers of one.
    ///
    /// @param wereTwo whether there were two before
    void changed(Order.Job job, boolean wereTwo) {
        require(wereTwo || !areTwo(), "two writers by " + job);
    }

    boolean areTwo() {
        return scenario.writers().filter(two -> two.areTwo(scenario.site())).isPresent();
    }

    private boolean isBeyondReturn(StepId step) {
        return durable().step(step).touched() && isIrreversible(step);
    }

    private boolean isIrreversible(StepId step) {
        return step(step).work() instanceof Work.Change(_, var declaration)
                && declaration.reversal() == Declaration.Reversal.IRREVERSIBLE;
    }

    private static void require(Rule rule, boolean kept, String otherwise) {
        if (!kept) {
            throw new Violation(rule, otherwise);
        }
    }

    private static void require(boolean kept, String otherwise) {
        if (!kept) {
            throw new Violation(otherwise);
        }
    }
}
