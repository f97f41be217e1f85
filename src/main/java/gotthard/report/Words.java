package gotthard.report;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.OptionalInt;

/// Numbers, times and amounts as people read them.
public final class Words {
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);
    private static final String[] UNITS = {"kB", "MB", "GB", "TB", "PB", "EB"};

    private Words() {}

    /// `1,204`.
    public static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /// `1 step`, `1,204 steps`.
    public static String counted(long number, String noun) {
        return number(number) + " " + noun + (number == 1 ? "" : "s");
    }

    /// In powers of 1000: `36.1 MB`.
    public static String bytes(long bytes) {
        if (bytes < 1000) {
            return bytes + " B";
        }
        double amount = bytes;
        int unit = -1;
        while (amount >= 999.95 && unit < UNITS.length - 1) {
            amount /= 1000;
            unit++;
        }
        return String.format(Locale.ROOT, "%.1f %s", amount, UNITS[unit]);
    }

    /// The two largest units: `4 min 12 s`; below a minute with tenths: `0.4 s`.
    public static String duration(Duration duration) {
        long seconds = duration.toSeconds();
        if (seconds < 60) {
            return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
        }
        if (seconds < 3600) {
            return duration.toMinutes() + " min " + duration.toSecondsPart() + " s";
        }
        if (seconds < 86_400) {
            return duration.toHours() + " h " + duration.toMinutesPart() + " min";
        }
        return duration.toDays() + " d " + duration.toHoursPart() + " h";
    }

    /// In UTC, to the second: `2019-12-31 10:00:00`.
    public static String moment(Instant instant) {
        return MOMENT.format(instant);
    }

    /// `87 %`, or that it is not known.
    public static String percent(OptionalInt percent) {
        return percent.isPresent() ? percent.getAsInt() + " %" : "unknown";
    }

    /// With a capital first letter.
    public static String capital(String sentence) {
        return sentence.isEmpty()
                ? sentence
                : sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
    }
}
