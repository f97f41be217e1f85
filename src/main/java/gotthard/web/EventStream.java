package gotthard.web;

import gotthard.action.Progress;
import gotthard.graph.StepId;
import gotthard.journal.Damaged;
import gotthard.overview.Moment;
import gotthard.overview.Reticence;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/// Server-sent events of one run for one reader (HTML standard, section 9.2). Whoever reads slowly holds up its own thread, and nothing else.
final class EventStream {
    private static final Duration ALIVE = Duration.ofSeconds(10);
    private static final Duration BETWEEN_PROGRESS = Duration.ofSeconds(1);

    private final Feed feed;
    private final Reading reading;
    private final boolean saysWords;
    private final OutputStream out;
    private final Clock clock;
    private final Map<StepId, Progress> shown = new HashMap<>();
    private Instant told;
    private Instant progressed = Instant.MIN;

    EventStream(Feed feed, Reading reading, boolean saysWords, OutputStream out, Clock clock) {
        this.feed = feed;
        this.reading = reading;
        this.saysWords = saysWords;
        this.out = out;
        this.clock = clock;
        told = clock.instant();
    }

    /// Writes until the reader leaves, the server ends, or the journal can't be believed any more.
    ///
    /// @throws IOException when the reader has left
    void run(BooleanSupplier isOpen) throws IOException, InterruptedException {
        feed.join();
        try {
            reading.refresh();
            write("retry: 1000\n\n");
            while (isOpen.getAsBoolean()) {
                if (feed.damage().isPresent()) {
                    damaged(feed.damage().get());
                    return;
                }
                step();
            }
        } catch (Damaged damaged) {
            damaged(damaged);
        } finally {
            feed.leave();
        }
    }

    private void step() throws IOException, InterruptedException {
        List<Moment> moments = reading.next();
        if (!moments.isEmpty()) {
            var text = new StringBuilder();
            moments.forEach(moment -> append(text, moment));
            write(text.toString());
        }
        progress();
        if (moments.isEmpty()) {
            if (Duration.between(told, clock.instant()).compareTo(ALIVE) >= 0) {
                write(": alive\n\n");
            }
            feed.await(reading.at());
        }
    }

    private void append(StringBuilder text, Moment moment) {
        Moment said = saysWords ? moment : Reticence.of(moment);
        text.append("id: ").append(said.seq()).append('\n');
        text.append("event: entry\n");
        text.append("data: ").append(Answers.event(feed.run(), said)).append("\n\n");
    }

    /// It has no number, so that a reader who comes back does not ask for what is over.
    private void progress() throws IOException {
        Instant now = clock.instant();
        if (now.isBefore(
                progressed.equals(Instant.MIN) ? now : progressed.plus(BETWEEN_PROGRESS))) {
            return;
        }
        var text = new StringBuilder();
        feed.progress()
                .forEach(
                        (step, reached) -> {
                            if (!reached.equals(shown.put(step, reached))) {
                                text.append("event: progress\ndata: ")
                                        .append(
                                                Answers.progress(
                                                        feed.run(), step, reached, saysWords))
                                        .append("\n\n");
                            }
                        });
        if (!text.isEmpty()) {
            progressed = now;
            write(text.toString());
        }
    }

    private void damaged(Damaged damage) throws IOException {
        write("event: damaged\ndata: " + Answers.problem(damage) + "\n\n");
    }

    private void write(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
        told = clock.instant();
    }
}
