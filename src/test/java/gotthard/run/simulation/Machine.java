package gotthard.run.simulation;

import gotthard.action.Key;
import gotthard.graph.StepId;
import gotthard.inventory.SiteName;
import gotthard.journal.Journal;
import gotthard.journal.Request;
import gotthard.journal.RunId;
import gotthard.journal.SitePause;
import gotthard.run.Mailbox;
import gotthard.run.Order;
import gotthard.run.Signal;
import gotthard.run.Workers;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;

/// Time, the workers and the mailbox, all on one thread: what is to happen stands in a queue, and waiting moves the clock to it.
final class Machine implements Workers, Mailbox, InstantSource {
    private final Scenario scenario;
    private final Referee referee;
    private final RunId run;
    private final PriorityQueue<Happening> queue =
            new PriorityQueue<>(
                    Comparator.comparing(Happening::at).thenComparingLong(Happening::number));
    private final Map<StepId, Job> jobs = new HashMap<>();
    private final List<Job> leftBehind = new ArrayList<>();
    private final List<Signal> heard = new ArrayList<>();
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private long number;
    private Session session;
    private long row;

    Machine(Scenario scenario, Referee referee, RunId run, Session first) {
        this.scenario = scenario;
        this.referee = referee;
        this.run = run;
        session = first;
    }

    Referee referee() {
        return referee;
    }

    void begin(Session next) {
        session = next;
        heard.clear();
        referee.sessionBegins();
    }

    /// What was asked while no process had the run.
    List<Signal> found(long handled) {
        List<Signal> found = new ArrayList<>();
        row = handled;
        for (Journal.Asked asked : session.journal().asked(run, handled)) {
            row = asked.row();
            tell(asked);
            found.add(new Signal.Found(asked.row(), asked.request()));
        }
        return found;
    }

    /// The process is gone; some of what it began at the sites goes on.
    void die() {
        for (Job job : jobs.values()) {
            job.reports = false;
            if (job.changes() && session.faults().random().nextInt(3) == 0) {
                leftBehind.add(job);
            } else {
                job.stopped = true;
            }
        }
        jobs.clear();
    }

    @Override
    public Instant instant() {
        return now;
    }

    void at(long inMillis, Runnable what) {
        queue.add(new Happening(now.plusMillis(inMillis), number++, what));
    }

    @Override
    public List<Signal> take(Optional<Instant> wake) {
        while (true) {
            askInbox();
            if (!heard.isEmpty()) {
                List<Signal> all = List.copyOf(heard);
                heard.clear();
                return all;
            }
            Happening next = queue.peek();
            if (next == null && wake.isEmpty()) {
                throw new Violation("waits for nothing, forever");
            }
            if (next == null || wake.filter(at -> at.isBefore(next.at())).isPresent()) {
                now = wake.filter(at -> at.isAfter(now)).orElse(now);
                return List.of();
            }
            queue.remove();
            now = next.at().isAfter(now) ? next.at() : now;
            next.what().run();
        }
    }

    private void askInbox() {
        for (Journal.Asked asked : session.journal().asked(run, row)) {
            row = asked.row();
            tell(asked);
            heard.add(new Signal.Asked(asked.row(), asked.request()));
        }
    }

    private void tell(Journal.Asked asked) {
        if (asked.request() instanceof Request.Rollback) {
            referee.askedToTurn();
        }
    }

    @Override
    public void carryOut(Order order) {
        session.boundary();
        switch (order) {
            case Order.Job job -> {
                Optional<Signal> believed = session.believed(job);
                if (believed.isPresent()) {
                    heard.add(believed.get());
                } else {
                    start(session.bent(job));
                }
            }
            case Order.Cancel(var step) -> cancel(step);
            case Order.Confirm _ -> {}
        }
        session.boundary();
    }

    private void start(Order.Job order) {
        boolean going = leftBehind.stream().anyMatch(job -> job.isGoing() && job.isAttempt());
        referee.ordered(order, going, isGoing(order.step()));
        String key = Key.of(run.value(), order.step().value(), order.generation()).hex();
        var job = new Job(this, scenario.site(), session, order, key);
        jobs.put(order.step(), job);
        job.begin();
    }

    boolean isGoing(StepId step) {
        return leftBehind.stream().anyMatch(job -> job.isGoing() && job.step().equals(step));
    }

    void report(Job job, Signal signal) {
        session.boundary();
        jobs.remove(job.step(), job);
        referee.reported(job.step());
        heard.add(signal);
    }

    private void cancel(StepId step) {
        Job job = jobs.get(step);
        if (job != null) {
            job.cancel();
        }
    }

    void stop(gotthard.run.StopLevel level) {
        heard.add(new Signal.StopAsked(level));
    }

    /// A site's signals ask for rest, and some time later are well again.
    void spare(SiteName site, long millis) {
        heard.add(new Signal.SitePaused(site, new SitePause("load", "9", "at most 1")));
        resumeIn(site, millis);
    }

    void resumeIn(SiteName site, long millis) {
        at(millis, () -> heard.add(new Signal.SiteResumed(site)));
    }

    /// Nobody has the run until then.
    void sleepUntil(Instant then) {
        now = then.isAfter(now) ? then : now;
    }

    @Override
    public void interruptAll() {
        die();
    }

    private record Happening(Instant at, long number, Runnable what) {}
}
