package gotthard.run;

import gotthard.action.Verdict;
import gotthard.graph.Step;
import gotthard.graph.StepId;
import gotthard.journal.Entry;
import gotthard.journal.Event;
import gotthard.journal.RunState;
import gotthard.journal.StepRecord;
import gotthard.journal.StepState;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SequencedMap;

/// Verifies afresh every step that was verified. Drift is a result, and is recorded; what could not be read is a result too, and is not.
public final class Recheck {
    private final Course course;
    private final Walk.Seams seams;
    private final RunObserver observer;

    Recheck(Course course, Walk.Seams seams, RunObserver observer) {
        this.course = course;
        this.seams = seams;
        this.observer = observer;
    }

    Result of(RunState opened) throws InterruptedException {
        RunState run = opened;
        Slots slots = Slots.free(run.opening().limits());
        Agenda agenda = Agenda.EMPTY;
        for (Step step : course.steps()) {
            if (isChecked(run.step(step.id())) && course.approval(step.id()).isEmpty()) {
                agenda = agenda.plus(course.sites(step.id()), course.place(step.id()));
            }
        }
        SequencedMap<StepId, Verdict> verdicts = new LinkedHashMap<>();
        while (!agenda.isEmpty() || slots.running() > 0) {
            for (var next = nextOf(agenda, slots); next.isPresent(); next = nextOf(agenda, slots)) {
                StepId id = next.get();
                agenda = agenda.minus(course.sites(id), course.place(id));
                slots = slots.take(course.sites(id));
                Instant deadline = seams.clock().instant().plus(course.step(id).deadline());
                seams.workers().carryOut(new Order.Check(id, run.step(id).generation(), deadline));
            }
            Optional<List<Signal>> heard = seams.hear(Optional.empty());
            if (heard.isEmpty()) {
                return new Result.Overtaken();
            }
            for (Signal signal : heard.get()) {
                switch (signal) {
                    case Signal.Checked(var step, var verdict) -> {
                        slots = slots.give(course.sites(step));
                        verdicts.put(step, verdict);
                        Optional<RunState> written = written(run, step, verdict);
                        if (written.isEmpty()) {
                            return new Result.Overtaken();
                        }
                        run = written.get();
                    }
                    case Signal.StopAsked _ -> {
                        return new Result.Stopped();
                    }
                    case Signal.CheckpointReached(_, _, var ticket) ->
                            seams.workers().carryOut(new Order.Confirm(ticket));
                    case Signal.Kept(_, _, _, var ticket) ->
                            seams.workers().carryOut(new Order.Confirm(ticket));
                    case Signal.Report _,
                            Signal.Asked _,
                            Signal.Found _,
                            Signal.Resumed _,
                            Signal.RollbackAsked _,
                            Signal.UndoAsked _ -> {}
                }
            }
        }
        return new Result.Checked(run, verdicts);
    }

    private static boolean isChecked(StepRecord record) {
        return record.state() instanceof StepState.Verified
                || record.state() instanceof StepState.Stale;
    }

    private Optional<StepId> nextOf(Agenda agenda, Slots slots) {
        var place = slots.areFree() ? agenda.next(slots) : OptionalInt.empty();
        return place.isEmpty() ? Optional.empty() : Optional.of(course.at(place.getAsInt()));
    }

    /// The state with a verdict that says something, or nothing when another process has taken the run over.
    private Optional<RunState> written(RunState run, StepId step, Verdict verdict) {
        if (verdict instanceof Verdict.Underway || verdict instanceof Verdict.Unreadable) {
            return Optional.of(run);
        }
        Event event = new Event.StepVerified(step, verdict);
        Instant now = seams.clock().instant().truncatedTo(ChronoUnit.MILLIS);
        if (!seams.append(run.last() + 1, now, List.of(event))) {
            return Optional.empty();
        }
        RunState next = run.after(new Entry(run.last() + 1, now, event));
        observer.changed(next);
        return Optional.of(next);
    }

    /// What verifying afresh led to.
    public sealed interface Result {
        /// All were asked.
        ///
        /// @param verdicts of every step that was verified before, in the order in which they came
        record Checked(RunState state, SequencedMap<StepId, Verdict> verdicts) implements Result {
            /// Whether everything still holds.
            public boolean holds() {
                return verdicts.values().stream()
                        .allMatch(verdict -> verdict instanceof Verdict.Holds);
            }
        }

        record Stopped() implements Result {}

        record Overtaken() implements Result {}
    }
}
