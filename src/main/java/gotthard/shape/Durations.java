package gotthard.shape;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Durations as documents write them: whole days of 24 hours, hours, minutes, seconds and milliseconds, the larger first.
public final class Durations {
    static final String PATTERN =
            "^(?=[0-9])([0-9]{1,9}d)?([0-9]{1,9}h)?([0-9]{1,9}m)?([0-9]{1,9}s)?([0-9]{1,9}ms)?$";
    private static final Pattern PARTS = Pattern.compile(PATTERN);

    private Durations() {}

    /// `30s`, `1h30m`, `7d`, or why it is none.
    public static Parsed<Duration> parse(String text) {
        Matcher parts = PARTS.matcher(text);
        if (!parts.matches()) {
            return Parsed.bad("is not a number with a unit (d, h, m, s, ms)");
        }
        return Parsed.good(
                Duration.ofDays(number(parts.group(1)))
                        .plusHours(number(parts.group(2)))
                        .plusMinutes(number(parts.group(3)))
                        .plusSeconds(number(parts.group(4)))
                        .plusMillis(number(parts.group(5))));
    }

    /// As a document writes it: `1h30m`.
    public static String text(Duration duration) {
        String text =
                part(duration.toDaysPart(), "d")
                        + part(duration.toHoursPart(), "h")
                        + part(duration.toMinutesPart(), "m")
                        + part(duration.toSecondsPart(), "s")
                        + part(duration.toMillisPart(), "ms");
        return text.isEmpty() ? "0s" : text;
    }

    private static String part(long amount, String unit) {
        return amount == 0 ? "" : amount + unit;
    }

    private static long number(@Nullable String part) {
        return part == null ? 0 : Long.parseLong(part.replaceAll("[a-z]+", ""));
    }
}
