package gotthard.terminal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.OptionalDouble;

/// How fast something goes, over a sliding window. Not for several threads.
public final class Rates {
    private static final Duration WINDOW = Duration.ofSeconds(10);
    private static final Duration LEAST = Duration.ofMillis(500);
    private static final int MOST_MARKS = 200;

    private final Deque<Reached> reached = new ArrayDeque<>();

    private record Reached(Instant at, long done) {}

    /// Notes how much is done now. A smaller amount than before is a new start.
    public void note(Instant at, long done) {
        Reached last = reached.peekLast();
        if (last != null && (done < last.done || at.isBefore(last.at))) {
            reached.clear();
        }
        if (last == null || reached.isEmpty() || done != last.done) {
            reached.addLast(new Reached(at, done));
        }
        while (reached.size() > 2
                && (reached.peekFirst().at().isBefore(at.minus(WINDOW))
                        || reached.size() > MOST_MARKS)) {
            reached.removeFirst();
        }
    }

    /// Units a second over the window; empty until there is half a second to judge by.
    public OptionalDouble perSecond(Instant now) {
        Reached first = reached.peekFirst();
        Reached last = reached.peekLast();
        if (first == null || last == null || Duration.between(first.at, now).compareTo(LEAST) < 0) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(rate(first, last, now));
    }

    /// Between which times the rest is done, by the slower and the faster half of the window; empty while it is not known.
    public Optional<Row.Left> left(Instant now, long total) {
        if (reached.size() < 4) {
            return Optional.empty();
        }
        Reached first = reached.getFirst();
        Reached last = reached.getLast();
        Reached middle = reached.stream().skip(reached.size() / 2).findFirst().orElse(last);
        double whole = rate(first, last, now);
        double early = rate(first, middle, middle.at);
        double late = rate(middle, last, now);
        double fastest = Math.max(whole, Math.max(early, late));
        double slowest = Math.min(whole, Math.min(early, late));
        long rest = total - last.done;
        if (slowest <= 0 || rest <= 0) {
            return Optional.empty();
        }
        return Optional.of(new Row.Left(time(rest / fastest), time(rest / slowest)));
    }

    private static double rate(Reached from, Reached to, Instant until) {
        double seconds = Duration.between(from.at, until).toNanos() / 1e9;
        return seconds <= 0 ? 0 : (to.done - from.done) / seconds;
    }

    private static Duration time(double seconds) {
        return Duration.ofMillis((long) Math.ceil(Math.min(seconds, 1e9) * 1000));
    }
}
