package gotthard.web;

import gotthard.journal.JournalUnusable;

import io.javalin.http.Context;

import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Semaphore;

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

    void open(Context context, Feed feed) throws IOException, InterruptedException {
        OptionalLong after = after(context);
        if (after.isEmpty()) {
            Gate.problem(
                    context,
                    400,
                    Answers.problem(
                            "the number after which events are wanted is none",
                            "send the id of the last one that came as Last-Event-ID, or as ?after="));
            return;
        }
        if (after.getAsLong() > feed.seq()) {
            Gate.problem(
                    context,
                    409,
                    Answers.problem(
                            "the journal ends at entry "
                                    + feed.seq()
                                    + ", before the one asked for",
                            "begin anew, without Last-Event-ID"));
            return;
        }
        if (!free.tryAcquire()) {
            context.header("Retry-After", "10");
            Gate.problem(
                    context,
                    503,
                    Answers.problem(
                            MOST + " streams are open already", "close some, or come back later"));
            return;
        }
        try {
            write(context, feed, after.getAsLong());
        } finally {
            free.release();
        }
    }

    private void write(Context context, Feed feed, long after)
            throws IOException, InterruptedException {
        context.disableCompression();
        context.contentType("text/event-stream");
        context.header("X-Accel-Buffering", "no");
        var stream =
                new EventStream(
                        feed,
                        new Reading(feeds.journal(), feed, after),
                        Gate.seesWords(context),
                        context.res().getOutputStream(),
                        feeds.clock());
        try {
            stream.run(() -> isOpen);
        } catch (JournalUnusable unusable) {
            // The reader comes back, and is told then whether it can be read again.
            return;
        }
    }

    private static OptionalLong after(Context context) {
        String written =
                Optional.ofNullable(context.header("Last-Event-ID"))
                        .or(() -> Optional.ofNullable(context.queryParam("after")))
                        .orElse("0");
        return written.matches("[0-9]{1,18}")
                ? OptionalLong.of(Long.parseLong(written))
                : OptionalLong.empty();
    }
}
