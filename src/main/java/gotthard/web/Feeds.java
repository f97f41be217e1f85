package gotthard.web;

import gotthard.journal.Journal;
import gotthard.journal.JournalUnusable;
import gotthard.journal.RunId;
import gotthard.overview.Overview;
import gotthard.overview.ProgrammeOverview;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/// All runs of a journal, each replayed once for all who look. What nobody has looked at for a while is let go, and replayed again for the
/// next who does.
final class Feeds {
    /// How long a run is kept that nobody looks at.
    static final Duration KEPT = Duration.ofMinutes(10);

    private static final Logger LOG = LoggerFactory.getLogger(Feeds.class);

    private final Journal journal;
    private final Clock clock;
    private final Map<RunId, Feed> feeds = new ConcurrentHashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition ticked = lock.newCondition();
    private long beats;

    Feeds(Journal journal, Clock clock) {
        this.journal = journal;
        this.clock = clock;
    }

    Journal journal() {
        return journal;
    }

    Clock clock() {
        return clock;
    }

    /// Each run as the journal has it now, the latest first.
    List<Feed> all() {
        long version = journal.version();
        return journal.runs().stream().map(run -> fresh(run, version)).toList();
    }

    /// The run of a name, as the journal has it now.
    Optional<Feed> named(String name) {
        long version = journal.version();
        return journal.runs().stream()
                .filter(run -> run.value().equals(name))
                .findFirst()
                .map(run -> fresh(run, version));
    }

    /// A run that is kept until [Feed#leave].
    Feed watched(RunId run) {
        return known(run, journal.version(), Feed::join);
    }

    /// The runs that can be believed, together; nothing where there is none.
    Optional<ProgrammeOverview> programme() {
        List<Overview> overviews =
                all().stream()
                        .filter(feed -> feed.damage().isEmpty())
                        .map(feed -> feed.look().overview())
                        .toList();
        return overviews.isEmpty()
                ? Optional.empty()
                : Optional.of(ProgrammeOverview.of(overviews));
    }

    private Feed fresh(RunId run, long version) {
        Instant now = clock.instant();
        return known(run, version, feed -> feed.looked(now));
    }

    /// The run as the journal has it now, noted before anybody can let it go.
    private Feed known(RunId run, long version, Consumer<Feed> noted) {
        Feed feed =
                feeds.compute(
                        run,
                        (id, known) -> {
                            Feed one = known == null ? new Feed(journal, id, clock) : known;
                            noted.accept(one);
                            return one;
                        });
        feed.refresh(version);
        return feed;
    }

    /// Takes what is new in the runs that somebody watches, lets go those that nobody has looked at, and wakes those who wait. A journal
    /// that can't be asked just now is asked again at the next tick.
    void tick() {
        try {
            letGo(clock.instant().minus(KEPT));
            long version = journal.version();
            feeds.values().stream()
                    .filter(feed -> feed.watchers() > 0)
                    .forEach(feed -> feed.refresh(version));
        } catch (JournalUnusable unusable) {
            LOG.atWarn().setCause(unusable).log("journal not read");
        } finally {
            beat();
        }
    }

    private void letGo(Instant before) {
        for (RunId run : feeds.keySet()) {
            feeds.computeIfPresent(run, (_, feed) -> feed.isUnseenSince(before) ? null : feed);
        }
    }

    private void beat() {
        lock.lock();
        try {
            beats++;
            ticked.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// How often it has ticked.
    long beats() {
        lock.lock();
        try {
            return beats;
        } finally {
            lock.unlock();
        }
    }

    /// Waits until it has ticked since.
    void await(long since) throws InterruptedException {
        lock.lock();
        try {
            while (beats == since) {
                ticked.await();
            }
        } finally {
            lock.unlock();
        }
    }

    /// How many runs are kept.
    int kept() {
        return feeds.size();
    }
}
