package gotthard.terminal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/// How fast something goes, over a sliding window, and when it may be done. Not for several threads.
///
/// The rule for the end: three rates of the last ten seconds are taken, of the whole window, of its earlier and of its later half; what is left
/// is done between the fastest and the slowest of them. Nothing is said of the end where that would be a guess: while the total is not known, for ten
/// seconds after it has grown, while nothing has moved for half as long as it is known how it goes, at least two seconds, before four steps forward have been seen, and when
/// nothing is left, as for an empty source. A total that shrinks only leaves less to do.
public final class Rates {
    private static final Duration WINDOW = Duration.ofSeconds(10);
    private static final Duration LEAST = Duration.ofMillis(500);
    private static final int MOST_MARKS = 200;

    private static final Duration STILL = Duration.ofSeconds(2);

    private final Deque<Reached> reached = new ArrayDeque<>();
    private OptionalLong total = OptionalLong.empty();
    private Optional<Instant> grew = Optional.empty();

    private record Reached(Instant at, long done) {}

    /// Notes how much is done now, and of how much. A smaller amount than before is a new start.
    public void note(Instant at, long done, OptionalLong of) {
        Reached last = reached.peekLast();
        if (last != null && (done < last.done || at.isBefore(last.at))) {
            reached.clear();
            grew = Optional.empty();
        } else if (total.isPresent() && of.isPresent() && of.getAsLong() > total.getAsLong()) {
            grew = Optional.of(at);
        }
        total = of;
        if (last == null || reached.isEmpty() || done != last.done) {
            reached.addLast(new Reached(at, done));
        }
        while (reached.size() > 2
                && (reached.peekFirst().at().isBefore(at.minus(WINDOW))
                        || reached.size() > MOST_MARKS)) {
            reached.removeFirst();
        }
    }

    /// Units a second over the window; empty until there is half a second to judge by, and 0 when nothing has moved for as long as the window.
    public OptionalDouble perSecond(Instant now) {
        Reached first = reached.peekFirst();
        Reached last = reached.peekLast();
        if (first == null || last == null || Duration.between(first.at, now).compareTo(LEAST) < 0) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(isOlder(last.at, now, WINDOW) ? 0 : rate(first, last, now));
    }

    /// Between which times the rest is done; empty while that can't be said.
    public Optional<Row.Left> left(Instant now) {
        boolean isGrowing = grew.filter(at -> !isOlder(at, now, WINDOW)).isPresent();
        if (reached.size() < 4 || total.isEmpty() || isGrowing || isStill(now)) {
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
        long rest = total.getAsLong() - last.done;
        if (slowest <= 0 || rest <= 0) {
            return Optional.empty();
        }
        return Optional.of(new Row.Left(time(rest / fastest), time(rest / slowest)));
    }

    /// Whether it stands still, by the pace at which it went forward before.
    private boolean isStill(Instant now) {
        Instant first = reached.getFirst().at();
        Instant last = reached.getLast().at();
        Duration half = Duration.between(first, last).dividedBy(2);
        return isOlder(last, now, half.compareTo(STILL) > 0 ? half : STILL);
    }

    private static boolean isOlder(Instant at, Instant now, Duration age) {
        return at.plus(age).isBefore(now);
    }

    private static double rate(Reached from, Reached to, Instant until) {
        double seconds = Duration.between(from.at, until).toNanos() / 1e9;
        return seconds <= 0 ? 0 : (to.done - from.done) / seconds;
    }

    private static Duration time(double seconds) {
        return Duration.ofMillis((long) Math.ceil(Math.min(seconds, 1e9) * 1000));
    }
}
