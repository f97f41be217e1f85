package gotthard.run;

import gotthard.action.Action;
import gotthard.action.Captured;
import gotthard.action.Checkpoint;
import gotthard.action.Failure;
import gotthard.action.Forecast;
import gotthard.action.Outcome;
import gotthard.action.Prediction;
import gotthard.action.Unreachable;
import gotthard.action.Verdict;
import gotthard.action.Work;
import gotthard.graph.StepId;
import gotthard.journal.Lease;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.Predicate;

/// The workers of a real run: one virtual thread for each job, which reports once, whatever happens.
final class Crew implements Workers {
    private static final Logger LOG = LoggerFactory.getLogger(Crew.class);

    private final Course course;
    private final Lease lease;
    private final Connections connections;
    private final Post post;
    private final InstantSource clock;
    private final Predicate<StepId> isPredicted;
    private final Paces paces;
    private final Map<StepId, Thread> threads = new ConcurrentHashMap<>();
    private final Map<Long, CountDownLatch> tickets = new ConcurrentHashMap<>();
    private final AtomicLong lastTicket = new AtomicLong();

    /// @param isPredicted the steps of which the run has a prediction to compare with
    Crew(
            Course course,
            Lease lease,
            Connections connections,
            Post post,
            InstantSource clock,
            Predicate<StepId> isPredicted) {
        this.isPredicted = isPredicted;
        this.course = course;
        this.lease = lease;
        this.connections = connections;
        this.post = post;
        this.clock = clock;
        paces = new Paces(course.graph().protections(), clock, Sleep.REAL);
    }

    Course course() {
        return course;
    }

    Paces paces() {
        return paces;
    }

    Lease lease() {
        return lease;
    }

    Connections connections() {
        return connections;
    }

    Post post() {
        return post;
    }

    InstantSource clock() {
        return clock;
    }

    @Override
    public void carryOut(Order order) {
        switch (order) {
            case Order.Job job -> {
                Thread thread =
                        Thread.ofVirtual()
                                .name(job.step().value())
                                .unstarted(() -> post.put(Unspoken.of(report(job))));
                threads.put(job.step(), thread);
                thread.start();
            }
            case Order.Cancel(var step) -> {
                Thread thread = threads.get(step);
                if (thread != null) {
                    thread.interrupt();
                }
            }
            case Order.Confirm(var ticket) -> {
                CountDownLatch latch = tickets.remove(ticket);
                if (latch != null) {
                    latch.countDown();
                }
            }
        }
    }

    @Override
    public void interruptAll() {
        threads.values().forEach(Thread::interrupt);
    }

    /// Sends a signal and waits until what it carries is durable.
    void awaitDurable(LongFunction<Signal> signal) throws InterruptedException {
        long ticket = lastTicket.incrementAndGet();
        var latch = new CountDownLatch(1);
        tickets.put(ticket, latch);
        post.put(signal.apply(ticket));
        latch.await();
    }

    private Signal.Report report(Order.Job job) {
        LOG.atDebug()
                .addKeyValue("step", job.step())
                .addKeyValue("job", job.getClass().getSimpleName())
                .log("started");
        Action action = action(job.step());
        return switch (job) {
            case Order.Look look -> look(look, action);
            case Order.Apply apply ->
                    new Signal.Ended(
                            apply.step(),
                            change(
                                    job,
                                    () ->
                                            action.apply(
                                                    loan(job, apply.resumedFrom()),
                                                    apply.before())));
            case Order.Check check ->
                    new Signal.Checked(
                            check.step(),
                            read(job, () -> action.verify(loan(job, check.resumedFrom()))));
            case Order.Undo undo ->
                    new Signal.Undone(
                            undo.step(),
                            change(
                                    job,
                                    () ->
                                            action.rollback(
                                                    loan(job, undo.resumedFrom()), undo.before())));
            case Order.CheckRestored check ->
                    new Signal.RestoredChecked(
                            check.step(),
                            read(job, () -> action.restored(loan(job), check.before())));
            case Order.Collect collect ->
                    new Signal.Collected(
                            collect.step(), change(job, () -> action.collect(loan(job))));
        };
    }

    private Signal.Report look(Order.Look look, Action action) {
        Verdict verdict = read(look, () -> action.verify(loan(look)));
        if (verdict instanceof Verdict.Underway || verdict instanceof Verdict.Unreadable) {
            return new Signal.Looked(look.step(), verdict, Optional.empty());
        }
        boolean isToBeChanged = isToBeChanged(verdict);
        Optional<Prediction> now =
                isToBeChanged && isPredicted.test(look.step())
                        ? Optional.of(predicted(look, action))
                        : Optional.empty();
        if (now.orElse(null) instanceof Prediction.Obstacle(var failure)
                && failure.kind() != Failure.Kind.REFUSED) {
            return new Signal.Looked(
                    look.step(), new Verdict.Unreadable(failure), Optional.empty());
        }
        Optional<Captured> captured =
                attempt(
                        look,
                        () -> captured(look, action, isToBeChanged),
                        failure -> Optional.of(new Captured.Failed(failure)));
        return new Signal.Looked(look.step(), verdict, captured, now);
    }

    /// What applying would change now that the steps before have done theirs.
    private Prediction predicted(Order.Look look, Action action) {
        return attempt(
                look, () -> action.predict(loan(look), Forecast.EMPTY), Prediction.Obstacle::new);
    }

    /// Whether it is not as wanted, and nothing of anybody else is in the way.
    private static boolean isToBeChanged(Verdict verdict) {
        return verdict instanceof Verdict.Differs(var differences)
                && Attempts.foreign(differences).isEmpty();
    }

    /// What is not to be changed needs a pre-image only where it carries the step's own mark.
    private Optional<Captured> captured(Order.Look look, Action action, boolean isToBeChanged)
            throws InterruptedException, Unreachable {
        Optional<String> marks = action.marked(loan(look));
        if (!isToBeChanged && marks.isEmpty()) {
            return Optional.empty();
        }
        Captured captured = action.capture(loan(look));
        return Optional.of(
                marks.isPresent() && captured instanceof Captured.Found(var before)
                        ? new Captured.Recovered(before, marks.get())
                        : captured);
    }

    private Action action(StepId step) {
        return switch (course.step(step).work()) {
            case Work.Change(var action, _) -> action;
            case Work.Approval _ ->
                    throw new IllegalStateException(
                            step + " is an approval, for which nobody works");
        };
    }

    private Loan loan(Order.Job job) {
        return loan(job, Optional.empty());
    }

    private Loan loan(Order.Job job, Optional<Checkpoint> resumedFrom) {
        return new Loan(this, job, resumedFrom);
    }

    private Verdict read(Order.Job job, Call<Verdict> call) {
        return attempt(job, call, Verdict.Unreadable::new);
    }

    private Outcome change(Order.Job job, Call<Outcome> call) {
        return attempt(job, () -> unlessInterrupted(job, call), Outcome.Failed::new);
    }

    private static Outcome unlessInterrupted(Order.Job job, Call<Outcome> call) throws Unreachable {
        try {
            return call.call();
        } catch (InterruptedException e) {
            return new Outcome.Unclear(interrupted(job));
        }
    }

    private static Failure interrupted(Order.Job job) {
        return Failure.transientFailure(
                "the step " + job.step() + " was interrupted",
                "resume the run, which looks how it ended");
    }

    /// The one place where what an action throws becomes a value.
    private <T> T attempt(Order.Job job, Call<T> call, Function<Failure, T> failed) {
        try {
            return call.call();
        } catch (Unreachable e) {
            return failed.apply(e.failure());
        } catch (InterruptedException e) {
            return failed.apply(interrupted(job));
        } catch (RuntimeException | Error e) {
            LOG.atError().addKeyValue("step", job.step()).setCause(e).log("a bug");
            return failed.apply(
                    new Failure(
                            Failure.Kind.BUG,
                            "the step " + job.step() + " met a defect of Gotthard: " + e + place(e),
                            "run it again with --debug, and report what that prints in the project's issue tracker"));
        }
    }

    private static String place(Throwable bug) {
        StackTraceElement[] frames = bug.getStackTrace();
        return frames.length == 0 ? "" : " at " + frames[0];
    }

    /// A call of an action.
    private interface Call<T> {
        T call() throws InterruptedException, Unreachable;
    }
}
