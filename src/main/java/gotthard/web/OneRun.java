package gotthard.web;

import java.util.List;

/// A reader of one run. The id of an event is the number of its entry.
final class OneRun implements EventStream.Course {
    private final Feeds feeds;
    private final Feed feed;
    private final Track track;
    private long beat;

    /// @param feed one that is watched already, until this is closed
    OneRun(Feeds feeds, Feed feed, long after) {
        this.feeds = feeds;
        this.feed = feed;
        track = new Track(feeds.journal(), feed, after);
    }

    @Override
    public List<Track> tracks() {
        beat = feeds.beats();
        return List.of(track);
    }

    @Override
    public String id() {
        return Long.toString(track.at());
    }

    @Override
    public void await() throws InterruptedException {
        feeds.await(beat);
    }

    @Override
    public boolean outlivesDamage() {
        return false;
    }

    @Override
    public void close() {
        feed.leave();
    }
}
