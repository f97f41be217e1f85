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
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/// Server-sent events for one reader (HTML standard, section 9.2). Whoever reads slowly holds up its own thread, and nothing else.
final class EventStream {
    private static final Duration ALIVE = Duration.ofSeconds(10);
    private static final Duration BETWEEN_PROGRESS = Duration.ofSeconds(1);

    private final Course course;
    private final boolean saysWords;
    private final OutputStream out;
    private final Clock clock;
    private final Set<Track> damaged = new HashSet<>();
    private Instant told;
    private Instant progressed = Instant.MIN;

    EventStream(Course course, boolean saysWords, OutputStream out, Clock clock) {
        this.course = course;
        this.saysWords = saysWords;
        this.out = out;
        this.clock = clock;
        told = clock.instant();
    }

    /// What a reader follows.
    interface Course extends AutoCloseable {
        /// Where it has come to, in each of its runs; takes what has come since.
        List<Track> tracks();

        /// The id of the event that was taken last.
        String id();

        /// Waits until there may be more than was taken last.
        void await() throws InterruptedException;

        /// Whether it goes on where a run can't be believed.
        boolean outlivesDamage();

        /// The runs are no more watched by this reader.
        @Override
        void close();
    }

    /// Writes until the reader leaves, the server ends, or the journal can't be believed any more.
    ///
    /// @throws IOException when the reader has left
    void run(BooleanSupplier isOpen) throws IOException, InterruptedException {
        try (course) {
            write("retry: 1000\n\n");
            while (isOpen.getAsBoolean() && step()) {
                // What has come is written.
            }
        }
    }

    /// @return whether it goes on
    private boolean step() throws IOException, InterruptedException {
        List<Track> tracks = new ArrayList<>(course.tracks());
        tracks.removeAll(damaged);
        boolean isQuiet = true;
        for (Track track : tracks) {
            Optional<Damaged> damage = entries(track);
            if (damage.isPresent()) {
                write("event: damaged\ndata: " + Answers.problem(damage.get()) + "\n\n");
                damaged.add(track);
                if (!course.outlivesDamage()) {
                    return false;
                }
            }
            isQuiet &= !track.hasMoved();
        }
        progress(tracks);
        if (isQuiet) {
            if (Duration.between(told, clock.instant()).compareTo(ALIVE) >= 0) {
                write(": alive\n\n");
            }
            course.await();
        }
        return true;
    }

    /// @return why the run can't be believed, if it can't
    private Optional<Damaged> entries(Track track) throws IOException {
        Optional<Damaged> damage = track.feed().damage();
        if (damage.isPresent()) {
            return damage;
        }
        List<Moment> moments;
        try {
            moments = track.next();
        } catch (Damaged found) {
            return Optional.of(found);
        }
        var text = new StringBuilder();
        for (Moment moment : moments) {
            track.pass(moment.seq());
            append(text, track, moment);
        }
        if (!text.isEmpty()) {
            write(text.toString());
        }
        return Optional.empty();
    }

    private void append(StringBuilder text, Track track, Moment moment) {
        Moment said = saysWords ? moment : Reticence.of(moment);
        text.append("id: ").append(course.id()).append('\n');
        text.append("event: entry\n");
        text.append("data: ").append(Answers.event(track.feed().run(), said)).append("\n\n");
    }

    /// It has no number, so that a reader who comes back does not ask for what is over.
    private void progress(List<Track> tracks) throws IOException {
        Instant now = clock.instant();
        if (now.isBefore(
                progressed.equals(Instant.MIN) ? now : progressed.plus(BETWEEN_PROGRESS))) {
            return;
        }
        var text = new StringBuilder();
        for (Track track : tracks) {
            for (Map.Entry<StepId, Progress> one : track.progress().entrySet()) {
                text.append("event: progress\ndata: ")
                        .append(
                                Answers.progress(
                                        track.feed().run(),
                                        one.getKey(),
                                        one.getValue(),
                                        saysWords))
                        .append("\n\n");
            }
        }
        if (!text.isEmpty()) {
            progressed = now;
            write(text.toString());
        }
    }

    private void write(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
        told = clock.instant();
    }
}
