package gotthard.web;

import gotthard.journal.RunId;

import java.util.ArrayList;
import java.util.List;

/// A reader of all runs at once, also of those that begin meanwhile. The id of an event is the place in all of them.
final class AllRuns implements EventStream.Course {
    private final Feeds feeds;
    private final List<Long> after;
    private final List<RunId> runs = new ArrayList<>();
    private final List<Track> tracks = new ArrayList<>();
    private String digest = Place.beginning().digest();
    private long beat;
    private long version = Long.MIN_VALUE;

    /// @param after the last entries that the reader has, of the runs that it knows
    AllRuns(Feeds feeds, Place after) {
        this.feeds = feeds;
        this.after = after.entries();
    }

    @Override
    public List<Track> tracks() {
        beat = feeds.beats();
        long now = feeds.journal().version();
        if (now != version) {
            List<RunId> known = feeds.journal().runs().reversed();
            for (RunId run : known.subList(runs.size(), known.size())) {
                long last = runs.size() < after.size() ? after.get(runs.size()) : 0;
                tracks.add(new Track(feeds.journal(), feeds.watched(run), last));
                runs.add(run);
            }
            digest = Place.of(runs, List.of()).digest();
            tracks.forEach(track -> track.feed().refresh(now));
            version = now;
        }
        return tracks;
    }

    @Override
    public String id() {
        return new Place(digest, tracks.stream().map(Track::at).toList()).toString();
    }

    @Override
    public void await() throws InterruptedException {
        feeds.await(beat);
    }

    @Override
    public boolean outlivesDamage() {
        return true;
    }

    @Override
    public void close() {
        tracks.forEach(track -> track.feed().leave());
    }
}
