package gotthard.policy;

import gotthard.inventory.WindowName;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;

/// When something may be done, by the clocks of a zone: `quiet-nights`, from 22:00 to 05:00.
///
/// It opens at `from` and is closed again at `to`, on the next day where `to` is not after `from`, and belongs to the day on which it
/// opens. Openings that touch are one. A time that clocks show twice opens at its first and closes at its last.
///
/// @param days on which it opens
public record Window(
        WindowName name, ZoneId zone, Set<DayOfWeek> days, LocalTime from, LocalTime to) {
    private static final LocalDate MONDAY = LocalDate.of(1970, 1, 5);
    private static final int LONGEST_DAYS = 8;
    private static final int SEARCHED_DAYS = 400;

    public Window {
        days = Set.copyOf(days);
        if (days.isEmpty()) {
            throw new IllegalArgumentException("the window " + name + " never opens");
        }
    }

    /// One time that it is open.
    ///
    /// @param from the first moment
    /// @param to the first moment that is not in it any more
    public record Opening(Instant from, Instant to) {
        /// When something that takes so long may start, if it fits from a moment on.
        Optional<Instant> start(Instant earliest, Duration takes) {
            Instant start = from.isAfter(earliest) ? from : earliest;
            return start.isBefore(to) && !start.plus(takes).isAfter(to)
                    ? Optional.of(start)
                    : Optional.empty();
        }

        Duration length() {
            return Duration.between(from, to);
        }
    }

    /// When something that takes so long may start at the earliest; nothing where it fits in no opening of a year.
    public Optional<Instant> start(Instant earliest, Duration takes) {
        return opening(earliest, takes).flatMap(opening -> opening.start(earliest, takes));
    }

    /// The first opening that is not over, or is still to come.
    public Opening next(Instant now) {
        return opening(now, Duration.ZERO)
                .orElseThrow(() -> new IllegalStateException(name + " does not open in a year"));
    }

    /// How long it is open at most, on days without a change of the clocks; at least eight days where it never closes.
    public Duration longest() {
        var plain = new Window(name, ZoneOffset.UTC, days, from, to);
        Duration longest = Duration.ZERO;
        for (int day = 0; day < DayOfWeek.values().length; day++) {
            LocalDate date = MONDAY.plusDays(day);
            if (days.contains(date.getDayOfWeek())) {
                Duration length = plain.merged(date).length();
                longest = length.compareTo(longest) > 0 ? length : longest;
            }
        }
        return longest;
    }

    private Optional<Opening> opening(Instant earliest, Duration takes) {
        LocalDate first = LocalDate.ofInstant(earliest, zone).minusDays(2);
        for (int day = 0; day < SEARCHED_DAYS; day++) {
            LocalDate date = first.plusDays(day);
            if (days.contains(date.getDayOfWeek())) {
                Opening opening = merged(date);
                if (opening.start(earliest, takes).isPresent()) {
                    return Optional.of(opening);
                }
            }
        }
        return Optional.empty();
    }

    /// The opening of a day, with those of the next days that touch it.
    private Opening merged(LocalDate date) {
        Opening opening = of(date);
        for (int day = 1; day < LONGEST_DAYS; day++) {
            LocalDate next = date.plusDays(day);
            if (!days.contains(next.getDayOfWeek())) {
                return opening;
            }
            Opening following = of(next);
            if (following.from().isAfter(opening.to())) {
                return opening;
            }
            opening = new Opening(opening.from(), following.to());
        }
        return opening;
    }

    private Opening of(LocalDate date) {
        LocalDate last = to.isAfter(from) ? date : date.plusDays(1);
        return new Opening(
                LocalTimes.first(date.atTime(from), zone), LocalTimes.last(last.atTime(to), zone));
    }
}
