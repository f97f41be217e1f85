package gotthard.run;

import gotthard.graph.Step;
import gotthard.graph.StepId;
import gotthard.journal.Entry;
import gotthard.journal.Event;
import gotthard.journal.RunState;
import gotthard.journal.StepRecord;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;

/// Has one job done for each of some steps of a run, as many at a time as its limits allow. Nothing that one of them reports
/// decides about another.
final class Round {
    private final Course course;
    private final Walk.Seams seams;
    private final RunObserver observer;
    private RunState run;

    Round(Course course, Walk.Seams seams, RunObserver observer, RunState run) {
        this.course = course;
        this.seams = seams;
        this.observer = observer;
        this.run = run;
    }

    /// The run with all that was recorded so far.
    RunState run() {
        return run;
    }

    /// @param chosen the steps that work is done for; approvals have none
    End of(Predicate<StepRecord> chosen, Task task) throws InterruptedException {
        Slots slots = Slots.free(run.opening().limits());
        Agenda agenda = Agenda.EMPTY;
        for (Step step : course.steps()) {
            if (chosen.test(run.step(step.id())) && course.approval(step.id()).isEmpty()) {
                agenda = agenda.plus(course.sites(step.id()), course.place(step.id()));
            }
        }
        while (!agenda.isEmpty() || slots.running() > 0) {
            for (var next = nextOf(agenda, slots); next.isPresent(); next = nextOf(agenda, slots)) {
                StepId id = next.get();
                agenda = agenda.minus(course.sites(id), course.place(id));
                slots = slots.take(course.sites(id));
                Instant deadline = seams.clock().instant().plus(course.step(id).deadline());
                seams.workers().carryOut(task.job(run.step(id), deadline));
            }
            Optional<List<Signal>> heard = seams.hear(Optional.empty());
            if (heard.isEmpty()) {
                return End.OVERTAKEN;
            }
            for (Signal signal : heard.get()) {
                switch (signal) {
                    case Signal.Report report -> {
                        slots = slots.give(course.sites(report.step()));
                        Optional<Event> event = task.reported(report);
                        if (event.isPresent() && !record(event.get())) {
                            return End.OVERTAKEN;
                        }
                    }
                    case Signal.StopAsked _ -> {
                        return End.STOPPED;
                    }
                    case Signal.CheckpointReached(_, _, var ticket) ->
                            seams.workers().carryOut(new Order.Confirm(ticket));
                    case Signal.Kept(_, _, _, var ticket) ->
                            seams.workers().carryOut(new Order.Confirm(ticket));
                    case Signal.Asked _,
                            Signal.Found _,
                            Signal.Resumed _,
                            Signal.SitePaused _,
                            Signal.SiteResumed _,
                            Signal.RollbackAsked _,
                            Signal.UndoAsked _ -> {}
                }
            }
        }
        return End.ALL;
    }

    /// Makes an event durable.
    ///
    /// @return false when another process has taken the run over
    boolean record(Event event) {
        Instant now = seams.clock().instant().truncatedTo(ChronoUnit.MILLIS);
        if (!seams.append(run.last() + 1, now, List.of(event))) {
            return false;
        }
        run = run.after(new Entry(run.last() + 1, now, event));
        observer.changed(run);
        return true;
    }

    private Optional<StepId> nextOf(Agenda agenda, Slots slots) {
        var place = slots.areFree() ? agenda.next(slots) : OptionalInt.empty();
        return place.isEmpty() ? Optional.empty() : Optional.of(course.at(place.getAsInt()));
    }

    /// How a round ended.
    enum End {
        ALL,
        STOPPED,
        OVERTAKEN
    }

    /// What is done for each step.
    interface Task {
        Order.Job job(StepRecord step, Instant deadline);

        /// What is recorded of it, if anything.
        Optional<Event> reported(Signal.Report report);
    }
}
