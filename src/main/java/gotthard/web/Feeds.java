package gotthard.web;

import gotthard.journal.Journal;
import gotthard.journal.JournalUnusable;
import gotthard.journal.RunId;
import gotthard.overview.Overview;
import gotthard.overview.ProgrammeOverview;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// All runs of a journal, each replayed once for all who look.
final class Feeds {
    private static final Logger LOG = LoggerFactory.getLogger(Feeds.class);

    private final Journal journal;
    private final Clock clock;
    private final Map<RunId, Feed> feeds = new ConcurrentHashMap<>();

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
        Feed feed = feeds.computeIfAbsent(run, id -> new Feed(journal, id, clock));
        feed.refresh(version);
        return feed;
    }

    /// Takes what is new in the runs that somebody watches, and wakes those who do. A journal that can't be asked just now is asked again
    /// at the next tick.
    void tick() {
        try {
            long version = journal.version();
            feeds.values().stream()
                    .filter(feed -> feed.watchers() > 0)
                    .forEach(feed -> feed.refresh(version));
        } catch (JournalUnusable unusable) {
            LOG.atWarn().setCause(unusable).log("journal not read");
        } finally {
            feeds.values().forEach(Feed::tick);
        }
    }

    /// How many streams are open.
    int streams() {
        return feeds.values().stream().mapToInt(Feed::watchers).sum();
    }
}
