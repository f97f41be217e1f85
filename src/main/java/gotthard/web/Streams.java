package gotthard.web;

import gotthard.journal.JournalUnusable;

import io.javalin.http.Context;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// Opens streams of events, not more than there may be, and ends them with the server.
final class Streams {
    static final int MOST = 256;

    private final Feeds feeds;
    private final Semaphore free = new Semaphore(MOST);
    private volatile boolean isOpen = true;

    Streams(Feeds feeds) {
        this.feeds = feeds;
    }

    /// No stream goes on after the next tick.
    void close() {
        isOpen = false;
    }

    /// Waits until all that were open have said their last, and no longer than this for readers who don't read on.
    void awaitEnd(Duration patience) throws InterruptedException {
        if (free.tryAcquire(MOST, patience.toNanos(), TimeUnit.NANOSECONDS)) {
            free.release(MOST);
        }
    }

    /// The events of one run.
    void open(Context context, Feed feed) throws IOException, InterruptedException {
        OptionalLong after = number(last(context).orElse("0"));
        if (after.isEmpty()) {
            unreadable(context);
        } else if (after.getAsLong() > feed.seq()) {
            elsewhere(
                    context,
                    "the journal ends at entry " + feed.seq() + ", before the one asked for");
        } else {
            write(context, () -> new OneRun(feeds, feeds.watched(feed.run()), after.getAsLong()));
        }
    }

    /// The events of all runs.
    void openAll(Context context) throws IOException, InterruptedException {
        Optional<Place> after =
                last(context).map(Place::read).orElse(Optional.of(Place.beginning()));
        List<Feed> all = feeds.all().reversed();
        if (after.isEmpty()) {
            unreadable(context);
        } else if (all.size() > Place.MOST) {
            refused(
                    context,
                    "there are more than " + Place.MOST + " runs, too many for one stream",
                    "follow those that matter at /api/v1/runs/RUN/events");
        } else if (!isThere(after.get(), all)) {
            elsewhere(context, "this journal has no such place");
        } else {
            write(context, () -> new AllRuns(feeds, after.get()));
        }
    }

    private static boolean isThere(Place place, List<Feed> all) {
        if (!place.isOf(all.stream().map(Feed::run).toList())) {
            return false;
        }
        for (int i = 0; i < place.entries().size(); i++) {
            Feed feed = all.get(i);
            if (feed.damage().isEmpty() && place.entries().get(i) > feed.seq()) {
                return false;
            }
        }
        return true;
    }

    /// Where somebody stands who has seen all of these runs, the latest first.
    static String place(List<Feed> all) {
        List<Feed> oldest = all.reversed();
        return Place.of(
                        oldest.stream().map(Feed::run).toList(),
                        oldest.stream().map(Feed::seq).toList())
                .toString();
    }

    private static void unreadable(Context context) {
        Gate.problem(
                context,
                400,
                Answers.problem(
                        "what events are wanted after is no id of one",
                        "send the id of the last one that came as Last-Event-ID, or as ?after="));
    }

    private static void elsewhere(Context context, String what) {
        Gate.problem(context, 409, Answers.problem(what, "begin anew, without Last-Event-ID"));
    }

    private static void refused(Context context, String what, String next) {
        context.header("Retry-After", "10");
        Gate.problem(context, 503, Answers.problem(what, next));
    }

    /// How many are open.
    int open() {
        return MOST - free.availablePermits();
    }

    private void write(Context context, Supplier<EventStream.Course> course)
            throws IOException, InterruptedException {
        if (!free.tryAcquire()) {
            refused(context, MOST + " streams are open already", "close some, or come back later");
            return;
        }
        try {
            tell(context, course);
        } catch (JournalUnusable unusable) {
            // The reader comes back, and is told then whether it can be read again.
            return;
        } finally {
            free.release();
        }
    }

    /// Its last is said when this returns.
    private void tell(Context context, Supplier<EventStream.Course> course)
            throws IOException, InterruptedException {
        context.disableCompression();
        context.contentType("text/event-stream");
        context.header("X-Accel-Buffering", "no");
        try (OutputStream out = context.res().getOutputStream()) {
            new EventStream(course.get(), Gate.seesWords(context), out, feeds.clock())
                    .run(() -> isOpen);
        }
    }

    private static Optional<String> last(Context context) {
        return Optional.ofNullable(context.header("Last-Event-ID"))
                .or(() -> Optional.ofNullable(context.queryParam("after")));
    }

    private static OptionalLong number(String written) {
        return written.matches("[0-9]{1,18}")
                ? OptionalLong.of(Long.parseLong(written))
                : OptionalLong.empty();
    }
}
