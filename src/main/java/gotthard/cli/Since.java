package gotthard.cli;

import gotthard.shape.Durations;
import gotthard.shape.Parsed;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/// Reads an earlier moment: a day from its begin in UTC, a moment, or how long ago.
final class Since {
    private Since() {}

    /// @param option where it is written
    static Optional<Instant> of(Optional<String> text, String option, Instant now) throws Trouble {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        String written = text.get();
        Instant moment =
                ago(written, now)
                        .or(() -> day(written))
                        .or(() -> moment(written))
                        .orElseThrow(
                                () ->
                                        Trouble.badUse(
                                                option + " does not take \"" + written + "\"",
                                                "write a day, a moment in UTC, or how long ago: 2019-11-04, 2019-11-04T08:00:00Z, 7d"));
        if (moment.isAfter(now)) {
            throw Trouble.badUse(
                    option + " " + written + " is yet to come", "name a moment that is over");
        }
        return Optional.of(moment);
    }

    private static Optional<Instant> ago(String text, Instant now) {
        return Durations.parse(text) instanceof Parsed.Good<Duration>(var length)
                ? Optional.of(now.minus(length))
                : Optional.empty();
    }

    private static Optional<Instant> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant());
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> moment(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
