package gotthard.run;

import gotthard.action.Progress;
import gotthard.graph.StepId;
import gotthard.journal.Journal;
import gotthard.journal.Lease;
import gotthard.journal.RunId;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// The mailbox of a real run: what workers report, what the inbox holds, and how far the steps are. Only the deciding thread touches the
/// journal; workers only put things here.
final class Post implements Mailbox {
    private static final Duration POLL = Duration.ofMillis(500);

    private final LinkedBlockingQueue<Signal> signals = new LinkedBlockingQueue<>();
    private final Map<StepId, Progress> latest = new ConcurrentHashMap<>();
    private final Journal journal;
    private final Lease lease;
    private final RunId run;
    private final InstantSource clock;
    private final RunObserver observer;
    private long row;
    private long version;
    private Instant polled;

    Post(Journal journal, Lease lease, InstantSource clock, RunObserver observer) {
        this.journal = journal;
        this.lease = lease;
        this.run = lease.run();
        this.clock = clock;
        this.observer = observer;
        polled = clock.instant();
        version = Long.MIN_VALUE;
    }

    /// From any thread. How far an attempt had come is not shown any more once it has reported.
    void put(Signal signal) {
        if (signal instanceof Signal.Report report) {
            latest.remove(report.step());
        }
        signals.add(signal);
    }

    /// From any thread; only the latest is shown.
    void show(StepId step, Progress progress) {
        latest.put(step, progress);
    }

    /// Rows that were asked before this process took the run over, after those that are handled.
    List<Signal> found(long handled) {
        List<Signal> found = new ArrayList<>();
        row = handled;
        version = journal.version();
        for (Journal.Asked asked : journal.asked(run, handled)) {
            found.add(new Signal.Found(asked.row(), asked.request()));
            row = asked.row();
        }
        return found;
    }

    @Override
    public List<Signal> take(Optional<Instant> wake) throws InterruptedException {
        List<Signal> heard = new ArrayList<>();
        while (true) {
            Instant now = clock.instant();
            if (!now.isBefore(polled.plus(POLL))) {
                polled = now;
                showProgress(now);
                askInbox(heard);
                if (!journal.beat(lease)) {
                    return heard;
                }
            }
            signals.drainTo(heard);
            if (!heard.isEmpty() || wake.filter(at -> !at.isAfter(now)).isPresent()) {
                return heard;
            }
            Signal first = signals.poll(pause(now, wake).toMillis() + 1, TimeUnit.MILLISECONDS);
            if (first != null) {
                heard.add(first);
            }
        }
    }

    private Duration pause(Instant now, Optional<Instant> wake) {
        Duration untilPoll = Duration.between(now, polled.plus(POLL));
        Duration untilWake = wake.map(at -> Duration.between(now, at)).orElse(untilPoll);
        return untilWake.compareTo(untilPoll) < 0 ? untilWake : untilPoll;
    }

    private void showProgress(Instant now) {
        for (StepId step : List.copyOf(latest.keySet())) {
            Progress progress = latest.remove(step);
            if (progress != null) {
                journal.progress(run, step, progress, now);
                observer.progressed(step, progress);
            }
        }
    }

    private void askInbox(List<Signal> heard) {
        long seen = journal.version();
        if (seen == version) {
            return;
        }
        version = seen;
        for (Journal.Asked asked : journal.asked(run, row)) {
            heard.add(new Signal.Asked(asked.row(), asked.request()));
            row = asked.row();
        }
    }
}
