package gotthard.terminal;

import java.time.Duration;
import java.util.Locale;

/// Numbers as people read them.
public final class Amounts {
    private static final String[] UNITS = {"B", "kB", "MB", "GB", "TB", "PB"};

    private Amounts() {}

    /// Decimal units: `36.1 MB`.
    public static String bytes(double bytes) {
        int unit = 0;
        double value = bytes;
        while (value >= 999.95 && unit < UNITS.length - 1) {
            value /= 1000;
            unit++;
        }
        return unit == 0
                ? "%d B".formatted((long) value)
                : String.format(Locale.ROOT, "%.1f %s", value, UNITS[unit]);
    }

    /// `1,204`.
    public static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /// `0.4s`, `12s`, `3m 05s`, `2h 07m`, `3d 4h`.
    public static String time(Duration time) {
        long seconds = Math.max(0, time.toSeconds());
        if (seconds < 10) {
            return String.format(Locale.ROOT, "%.1fs", Math.max(0, time.toMillis()) / 1000.0);
        }
        if (seconds < 60) {
            return seconds + "s";
        }
        if (seconds < 3600) {
            return "%dm %02ds".formatted(seconds / 60, seconds % 60);
        }
        if (seconds < 86_400) {
            return "%dh %02dm".formatted(seconds / 3600, seconds / 60 % 60);
        }
        return "%dd %dh".formatted(seconds / 86_400, seconds / 3600 % 24);
    }

    /// A range of time, never narrower than it is known: `20s–1m 10s`, or `about 20s` when both ends read the same.
    public static String range(Duration least, Duration most, Looks looks) {
        String from = time(least);
        String to = time(most);
        return from.equals(to) ? "about " + from : from + (looks.hasUnicode() ? "–" : "-") + to;
    }
}
