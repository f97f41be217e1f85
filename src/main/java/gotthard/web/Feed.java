package gotthard.web;

import gotthard.action.Progress;
import gotthard.graph.StepId;
import gotthard.journal.Damaged;
import gotthard.journal.Entry;
import gotthard.journal.Journal;
import gotthard.journal.RunId;
import gotthard.overview.Moment;
import gotthard.overview.Overview;
import gotthard.overview.Replay;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;

/// One run for all who look at it: replayed once, entry by entry, and none kept but the latest. Who is slower reads the journal at its own
/// pace, so that nothing is lost and nothing piles up.
final class Feed {
    /// How many of the latest moments are kept for those who keep up.
    static final int RECENT = 1024;

    private static final int CHUNK = 1000;

    private final Journal journal;
    private final RunId run;
    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<Moment> recent = new ArrayDeque<>();
    private @Nullable Replay replay;
    private @Nullable Damaged damage;
    private @Nullable Seen seen;
    private Map<StepId, Progress> progress = Map.of();
    private long version = Long.MIN_VALUE;
    private final AtomicInteger watchers = new AtomicInteger();
    private volatile Instant looked = Instant.MIN;

    Feed(Journal journal, RunId run, Clock clock) {
        this.journal = journal;
        this.run = run;
        this.clock = clock;
    }

    /// A run as it is at one of its entries.
    record Seen(Overview overview, long seq) {}

    RunId run() {
        return run;
    }

    /// Takes what is new in the journal.
    ///
    /// @param now a number that is another one whenever somebody has written
    void refresh(long now) {
        lock.lock();
        try {
            if (now == version) {
                return;
            }
            catchUp();
            progress = journal.progress(run);
            version = now;
        } catch (Damaged damaged) {
            damage = damaged;
        } finally {
            lock.unlock();
        }
    }

    private void catchUp() {
        List<Entry> next;
        do {
            next = journal.entries(run, seq(), CHUNK);
            next.forEach(this::take);
        } while (next.size() == CHUNK);
        damage = null;
    }

    private void take(Entry entry) {
        if (replay == null) {
            replay = new Replay(run, entry);
        } else {
            replay.take(entry);
        }
        if (watchers.get() == 0) {
            recent.clear();
            return;
        }
        recent.addLast(Moment.of(replay.state(), entry));
        if (recent.size() > RECENT) {
            recent.removeFirst();
        }
    }

    /// The number of the last entry that was taken.
    long seq() {
        lock.lock();
        try {
            return replay == null ? 0 : replay.state().last();
        } finally {
            lock.unlock();
        }
    }

    /// Why its journal can't be believed, if it can't.
    Optional<Damaged> damage() {
        lock.lock();
        try {
            return Optional.ofNullable(damage);
        } finally {
            lock.unlock();
        }
    }

    /// The run in numbers: computed once an entry, and once a second while time goes on.
    ///
    /// @throws Damaged when its journal can't be believed
    Seen look() {
        lock.lock();
        try {
            if (damage != null) {
                throw damage;
            }
            if (replay == null) {
                throw new IllegalStateException(run + " has no entry");
            }
            Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
            Seen last = seen;
            if (last == null || last.seq() != seq() || !last.overview().at().equals(now)) {
                last = new Seen(replay.overview(progress, now), seq());
                seen = last;
            }
            return last;
        } finally {
            lock.unlock();
        }
    }

    /// How far steps are, as far as it is known.
    Map<StepId, Progress> progress() {
        lock.lock();
        try {
            return progress;
        } finally {
            lock.unlock();
        }
    }

    /// What comes after `after`, if it is among the latest; empty where it has to be read from the journal.
    Optional<List<Moment>> recent(long after, int most) {
        lock.lock();
        try {
            if (after >= seq()) {
                return Optional.of(List.of());
            }
            if (recent.isEmpty() || recent.getFirst().seq() > after + 1) {
                return Optional.empty();
            }
            return Optional.of(
                    recent.stream().skip(after + 1 - recent.getFirst().seq()).limit(most).toList());
        } finally {
            lock.unlock();
        }
    }

    /// The steps that entries after `after` are about.
    Set<StepId> touched(long after) {
        Set<StepId> steps = new HashSet<>();
        Optional<List<Moment>> kept = recent(after, RECENT);
        if (kept.isPresent()) {
            kept.get().forEach(moment -> moment.step().ifPresent(steps::add));
            return steps;
        }
        long from = after;
        List<Entry> next = new ArrayList<>();
        do {
            next = journal.entries(run, from, CHUNK);
            for (Entry entry : next) {
                Moment.about(entry.event()).ifPresent(steps::add);
                from = entry.seq();
            }
        } while (next.size() == CHUNK);
        return steps;
    }

    /// From now on the latest are kept, for somebody more.
    void join() {
        watchers.incrementAndGet();
    }

    void leave() {
        watchers.decrementAndGet();
        looked(clock.instant());
    }

    int watchers() {
        return watchers.get();
    }

    /// Somebody looks at it.
    void looked(Instant now) {
        looked = now;
    }

    boolean isUnseenSince(Instant moment) {
        return watchers.get() == 0 && looked.isBefore(moment);
    }
}
