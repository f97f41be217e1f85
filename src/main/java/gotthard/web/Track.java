package gotthard.web;

import gotthard.action.Progress;
import gotthard.graph.StepId;
import gotthard.journal.Journal;
import gotthard.overview.Moment;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// One run for one reader, who has come to one of its entries.
final class Track {
    private final Feed feed;
    private final Reading reading;
    private final Map<StepId, Progress> shown = new HashMap<>();
    private long at;
    private boolean hasMoved;

    /// @param at the last entry that the reader has
    Track(Journal journal, Feed feed, long at) {
        this.feed = feed;
        reading = new Reading(journal, feed, at);
        this.at = at;
    }

    Feed feed() {
        return feed;
    }

    /// The last entry that was written to the reader.
    long at() {
        return at;
    }

    /// The entry is written.
    void pass(long seq) {
        at = seq;
    }

    /// What comes next; nothing where there is nothing yet.
    List<Moment> next() {
        hasMoved = false;
        List<Moment> moments = reading.next();
        hasMoved = !moments.isEmpty();
        return moments;
    }

    /// Whether there was something the last time.
    boolean hasMoved() {
        return hasMoved;
    }

    /// How far steps are, where that is not told yet.
    Map<StepId, Progress> progress() {
        var fresh = new HashMap<StepId, Progress>();
        feed.progress()
                .forEach(
                        (step, reached) -> {
                            if (!reached.equals(shown.put(step, reached))) {
                                fresh.put(step, reached);
                            }
                        });
        return fresh;
    }
}
