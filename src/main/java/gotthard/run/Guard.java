package gotthard.run;

import gotthard.action.Verdict;
import gotthard.graph.Graph;
import gotthard.graph.Step;
import gotthard.graph.StepId;
import gotthard.journal.Entry;
import gotthard.journal.Event;
import gotthard.journal.Operation;
import gotthard.journal.Resolution;
import gotthard.journal.RunState;
import gotthard.journal.StepState;
import gotthard.proof.Model;
import gotthard.proof.Monitor;
import gotthard.proof.Outlook;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads from a run's events what may be so at the sites, for its invariants to be judged: what was seen there counts, what a person
/// claims without that may be so or not. Pure; made once a process, of what the run recorded.
final class Guard {
    /// Of a plan whose effects nobody knows.
    static final Guard NONE = new Guard(Optional.empty(), Map.of());

    private final Optional<Monitor> monitor;
    private final Map<StepId, Integer> numbers;

    private Guard(Optional<Monitor> monitor, Map<StepId, Integer> numbers) {
        this.monitor = monitor;
        this.numbers = numbers;
    }

    /// @param model of the same steps in the same order
    /// @param most of more states of a cell, not all are looked at
    static Guard of(Graph graph, Optional<Model> model, int most) {
        Map<StepId, Integer> numbers = new HashMap<>();
        for (Step step : graph.steps()) {
            numbers.put(step.id(), numbers.size());
        }
        return new Guard(model.flatMap(known -> Monitor.of(known, most)), numbers);
    }

    Optional<Monitor> monitor() {
        return monitor;
    }

    /// The number of a step in the model.
    int number(StepId id) {
        Integer number = numbers.get(id);
        if (number == null) {
            throw new IllegalArgumentException("the model has no step " + id);
        }
        return number;
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    /// The same as of another time.
    Outlook on(Outlook now, Instant at) {
        return monitor.map(on -> on.on(now, day(at))).orElse(now);
    }

    /// What may be so after all these entries, the first of which opens the run.
    Outlook after(List<Entry> entries, RunState run) {
        if (monitor.isEmpty()) {
            return Outlook.NONE;
        }
        RunState before = RunState.opened(run.id(), entries.getFirst());
        Outlook outlook = monitor.get().first(day(run.lastAt()));
        for (Entry entry : entries.subList(1, entries.size())) {
            RunState after = before.after(entry);
            outlook = after(outlook, entry.event(), before, after);
            before = after;
        }
        return outlook;
    }

    /// What may be so after one more event.
    Outlook after(Outlook now, Event event, RunState before, RunState after) {
        if (monitor.isEmpty()) {
            return now;
        }
        if (event instanceof Event.RunAmended(_, _, var again, _)) {
            Outlook then = now;
            for (StepId id : again) {
                then = numbers.containsKey(id) ? monitor.get().begun(then, number(id)) : then;
            }
            return then;
        }
        return event instanceof Event.OfStep ofStep && numbers.containsKey(ofStep.step())
                ? after(now, ofStep, before, after.step(ofStep.step()).state())
                : now;
    }

    private Outlook after(Outlook now, Event.OfStep event, RunState before, StepState state) {
        Monitor on = monitor.orElseThrow();
        int step = number(event.step());
        return switch (event) {
            case Event.StepFoundRight _, Event.StepApproved _ -> on.done(now, step);
            case Event.StepIntended _ -> on.begun(now, step);
            case Event.StepVerified(_, Verdict.Holds _) -> on.done(now, step);
            case Event.StepVerified _ ->
                    state instanceof StepState.Stale ? on.undoing(now, step) : now;
            case Event.StepSkipped _ -> on.skipped(now, step);
            case Event.StepReleased _ -> on.taken(now, step);
            case Event.StepResolved(_, var claim, var how) -> resolved(now, step, claim, how);
            case Event.StepUndoIntended(_, var attempt) ->
                    isUndone(before, attempt) ? on.undoing(now, step) : now;
            case Event.StepRestored(_, Verdict.Holds _) -> on.undone(now, step);
            case Event.StepRestored _,
                    Event.StepUndone _,
                    Event.StepEnded _,
                    Event.StepGivenUp _,
                    Event.StepHeld _,
                    Event.StepCheckpointed _,
                    Event.StepKept _,
                    Event.StepCollected _,
                    Event.StepRecovered _,
                    Event.StepClaimRefused _,
                    Event.StepWaiverEnded _ ->
                    now;
        };
    }

    private Outlook resolved(Outlook now, int step, Operation.Claim claim, Resolution how) {
        Monitor on = monitor.orElseThrow();
        boolean isSeen = how.basis() instanceof Resolution.Basis.Verified;
        return switch (claim) {
            case APPLIED -> isSeen ? on.done(now, step) : on.begun(now, step);
            case ABSENT -> isSeen ? on.undone(now, step) : on.undoing(now, step);
        };
    }

    /// Of a part of a run, all undoings are intended at first, and each once more when its turn comes.
    private static boolean isUndone(RunState before, int attempt) {
        return before.direction() == Event.Direction.BACK || attempt > 1;
    }
}
