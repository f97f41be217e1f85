package gotthard.transfer;

import java.util.Locale;

/// Numbers for people.
public final class Amounts {
    private static final String[] UNITS = {"kB", "MB", "GB", "TB", "PB"};

    private Amounts() {}

    public static String files(long count) {
        return String.format(Locale.ROOT, "%,d %s", count, count == 1 ? "file" : "files");
    }

    /// Exact up to 10,000 bytes, then with one decimal in units of 1000.
    public static String bytes(long count) {
        if (count < 10_000) {
            return String.format(Locale.ROOT, "%,d bytes", count);
        }
        double amount = count;
        int unit = -1;
        while (amount >= 1000 && unit < UNITS.length - 1) {
            amount /= 1000;
            unit++;
        }
        return String.format(Locale.ROOT, "%.1f %s", amount, UNITS[unit]);
    }

    /// To the last byte.
    public static String exactBytes(long count) {
        return String.format(Locale.ROOT, "%,d bytes", count);
    }
}
