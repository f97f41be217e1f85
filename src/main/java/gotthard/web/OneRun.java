package gotthard.web;

import java.util.List;

/// A reader of one run. The id of an event is the number of its entry.
final class OneRun implements EventStream.Course {
    private final Feed feed;
    private final Track track;
    private long ticks;

    /// @param feed one that is watched already, until this is closed
    OneRun(Feeds feeds, Feed feed, long after) {
        this.feed = feed;
        track = new Track(feeds.journal(), feed, after);
    }

    @Override
    public List<Track> tracks() {
        ticks = feed.ticks();
        return List.of(track);
    }

    @Override
    public String id() {
        return Long.toString(track.at());
    }

    @Override
    public void await() throws InterruptedException {
        feed.await(track.at(), ticks);
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
