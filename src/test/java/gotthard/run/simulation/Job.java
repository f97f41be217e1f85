package gotthard.run.simulation;

import gotthard.action.Before;
import gotthard.action.Captured;
import gotthard.action.Difference;
import gotthard.action.Evidence;
import gotthard.action.Failure;
import gotthard.action.Outcome;
import gotthard.action.Progress;
import gotthard.action.Verdict;
import gotthard.graph.StepId;
import gotthard.run.Order;
import gotthard.run.Signal;

import java.util.Optional;
import java.util.OptionalLong;

/// One call of an action at the model's sites, part by part.
final class Job {
    private final Machine machine;
    private final Site site;
    private final Session session;
    private final Order.Job order;
    private final String key;
    private final Faults.Course course;
    private boolean ended;
    boolean stopped;
    boolean reports = true;
    private boolean cancelled;

    Job(Machine machine, Site site, Session session, Order.Job order, String key) {
        this.machine = machine;
        this.site = site;
        this.session = session;
        this.order = order;
        this.key = key;
        course = session.faults().change();
    }

    StepId step() {
        return order.step();
    }

    boolean changes() {
        return order instanceof Order.Apply || order instanceof Order.Undo;
    }

    /// Whether it makes something that an undo could meet.
    boolean isAttempt() {
        return order instanceof Order.Apply && !site.parts(step()).isEmpty();
    }

    boolean isGoing() {
        return !ended && !stopped;
    }

    void begin() {
        if (!changes()) {
            long duration = session.faults().duration(session.faults().slowRead());
            machine.at(duration, () -> end(read()));
            return;
        }
        int parts = Math.max(1, site.parts(step()).size());
        long duration = session.faults().duration(course == Faults.Course.SLOW);
        int done =
                switch (course) {
                    case WELL, FAILS_WHEN_DONE, UNCLEAR_DONE, SLOW -> parts;
                    case FAILS_HALF_DONE -> parts / 2;
                    case LIES -> session.faults().random().nextInt(parts);
                    case FAILS_AT_ONCE, UNCLEAR_NOT_DONE, REFUSED, BUG -> 0;
                };
        for (int i = 0; i < done; i++) {
            int part = i;
            machine.at(duration * (i + 1) / (parts + 1), () -> change(part));
        }
        machine.at(duration, () -> end(changed()));
    }

    private void change(int part) {
        if (!isGoing()) {
            return;
        }
        if (reports) {
            session.boundary();
        }
        boolean wereTwo = machine.referee().areTwo();
        switch (order) {
            case Order.Apply _ -> site.make(step(), part, key);
            case Order.Undo undo -> site.unmake(step(), part, key, undo.before());
            case Order.Look _, Order.Check _, Order.CheckRestored _, Order.Collect _ -> {}
        }
        machine.referee().changed(order, wereTwo);
        if (reports) {
            session.boundary();
        }
    }

    /// Told to stop: some do, others go on and say at the end that they don't know.
    void cancel() {
        cancelled = true;
        if (session.faults().random().nextInt(2) == 0) {
            stopped = true;
            machine.at(
                    100,
                    () -> {
                        stopped = false;
                        end(changes() ? changed() : read());
                        stopped = true;
                    });
        }
    }

    private void end(Signal signal) {
        if (!isGoing()) {
            return;
        }
        ended = true;
        if (reports) {
            machine.report(this, signal);
        }
    }

    private Signal changed() {
        var why = Failure.transientFailure("it went wrong", "try again");
        Outcome outcome =
                cancelled
                        ? new Outcome.Unclear(why)
                        : switch (course) {
                            case WELL, LIES, SLOW -> new Outcome.Changed(Evidence.of(1, "changed"));
                            case FAILS_AT_ONCE, FAILS_HALF_DONE, FAILS_WHEN_DONE ->
                                    new Outcome.Failed(why);
                            case UNCLEAR_DONE, UNCLEAR_NOT_DONE -> new Outcome.Unclear(why);
                            case REFUSED -> new Outcome.Failed(Failure.refused("no", "ask"));
                            case BUG ->
                                    new Outcome.Failed(new Failure(Failure.Kind.BUG, "a bug", ""));
                        };
        return order instanceof Order.Undo
                ? new Signal.Undone(step(), outcome)
                : new Signal.Ended(step(), outcome);
    }

    private Signal read() {
        return switch (order) {
            case Order.Look _ -> looked(verdict(() -> session.bent(site.verify(step()))));
            case Order.Check _ -> new Signal.Checked(step(), verdict(() -> site.verify(step())));
            case Order.CheckRestored check ->
                    new Signal.RestoredChecked(
                            step(), verdict(() -> site.restored(step(), key, check.before())));
            case Order.Apply _, Order.Undo _, Order.Collect _ ->
                    throw new IllegalStateException("no reading: " + order);
        };
    }

    private Signal looked(Verdict verdict) {
        boolean free =
                verdict instanceof Verdict.Differs(var differences)
                        && differences.stream()
                                .allMatch(it -> it.owner() == Difference.Owner.OURS_OR_ABSENT);
        if (!free) {
            return new Signal.Looked(step(), verdict, Optional.empty());
        }
        Captured captured =
                session.faults().unreadable()
                        ? new Captured.Failed(Failure.transientFailure("not readable", "wait"))
                        : new Captured.Found(capture());
        return new Signal.Looked(step(), verdict, Optional.of(captured));
    }

    private Before capture() {
        return site.capture(step());
    }

    private Verdict verdict(java.util.function.Supplier<Verdict> read) {
        if (cancelled || session.faults().unreadable()) {
            return new Verdict.Unreadable(Failure.transientFailure("not readable", "wait"));
        }
        if (machine.isGoing(step())) {
            return new Verdict.Underway(
                    new Progress(1, OptionalLong.empty(), Progress.Unit.OBJECTS, "goes on"));
        }
        return read.get();
    }
}
