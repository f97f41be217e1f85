package gotthard.web;

import gotthard.journal.Entry;
import gotthard.journal.Journal;
import gotthard.journal.RunState;
import gotthard.overview.Moment;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How far one reader of a run has come. It takes the latest moments from the feed, and what lies before them from the journal, a few at
/// a time.
final class Reading {
    private static final int MOST = 256;
    private static final int CHUNK = 1000;

    private final Journal journal;
    private final Feed feed;
    private long at;
    private @Nullable RunState behind;

    /// @param at the last entry that the reader has
    Reading(Journal journal, Feed feed, long at) {
        this.journal = journal;
        this.feed = feed;
        this.at = at;
    }

    /// The last entry that was handed out.
    long at() {
        return at;
    }

    /// What comes next; nothing where there is nothing yet.
    List<Moment> next() {
        Optional<List<Moment>> recent = feed.recent(at, MOST);
        List<Moment> moments = recent.orElseGet(this::stored);
        if (recent.isPresent()) {
            behind = null;
        }
        if (!moments.isEmpty()) {
            at = moments.getLast().seq();
        }
        return moments;
    }

    private List<Moment> stored() {
        RunState state = behind == null ? replayed() : behind;
        List<Moment> moments = new ArrayList<>();
        for (Entry entry : journal.entries(feed.run(), at, MOST)) {
            state = after(state, entry);
            moments.add(Moment.of(state, entry));
        }
        behind = state;
        return moments;
    }

    /// Where the run stood at the reader's last entry.
    private @Nullable RunState replayed() {
        RunState state = null;
        long reached = 0;
        while (reached < at) {
            int most = (int) Math.min(CHUNK, at - reached);
            List<Entry> next = journal.entries(feed.run(), reached, most);
            for (Entry entry : next) {
                state = after(state, entry);
            }
            if (next.isEmpty()) {
                break;
            }
            reached = next.getLast().seq();
        }
        return state;
    }

    private RunState after(@Nullable RunState state, Entry entry) {
        return state == null ? RunState.opened(feed.run(), entry) : state.after(entry);
    }
}
