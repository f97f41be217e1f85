package gotthard.shape;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An amount of data. Written with a unit: `512B`, `10k`, `1M`, `1G`, `1T` in powers of 1000, `4Ki`, `64Mi`, `1Gi`, `1Ti` in powers of
/// 1024; a `B` behind the unit changes nothing.
///
/// @param bytes at least 0
public record ByteSize(long bytes) implements Comparable<ByteSize> {
    static final String PATTERN = "^[0-9]{1,15}(B|(k|M|G|T|Ki|Mi|Gi|Ti)B?)$";
    private static final Pattern PARTS = Pattern.compile("^([0-9]{1,15})(k|M|G|T|Ki|Mi|Gi|Ti)?B?$");
    private static final Map<String, Long> UNITS =
            Map.of(
                    "",
                    1L,
                    "k",
                    1_000L,
                    "M",
                    1_000_000L,
                    "G",
                    1_000_000_000L,
                    "T",
                    1_000_000_000_000L,
                    "Ki",
                    1L << 10,
                    "Mi",
                    1L << 20,
                    "Gi",
                    1L << 30,
                    "Ti",
                    1L << 40);

    public ByteSize {
        if (bytes < 0) {
            throw new IllegalArgumentException("an amount of data is at least 0: " + bytes);
        }
    }

    public static Parsed<ByteSize> parse(String text) {
        Matcher parts = PARTS.matcher(text);
        if (!text.matches(PATTERN) || !parts.matches()) {
            return Parsed.bad("is not a number with a unit (B, k, M, G, T, Ki, Mi, Gi, Ti)");
        }
        String unit = parts.group(2);
        long each = UNITS.getOrDefault(unit == null ? "" : unit, 1L);
        long amount = Long.parseLong(parts.group(1));
        return amount > Long.MAX_VALUE / each
                ? Parsed.bad("is larger than anything that can be counted")
                : Parsed.good(new ByteSize(amount * each));
    }

    /// For a person: `1.5 GiB`.
    public String display() {
        if (bytes < 1024) {
            return bytes + " B";
        }
        int power = (63 - Long.numberOfLeadingZeros(bytes)) / 10;
        double amount = bytes / (double) (1L << (power * 10));
        return String.format(Locale.ROOT, "%.1f %ciB", amount, "KMGTPE".charAt(power - 1));
    }

    @Override
    public int compareTo(ByteSize other) {
        return Long.compare(bytes, other.bytes);
    }

    /// As a document writes it, exactly: `64Mi`.
    @Override
    public String toString() {
        for (String unit : new String[] {"Ti", "Gi", "Mi", "Ki", "T", "G", "M", "k"}) {
            long each = UNITS.getOrDefault(unit, 1L);
            if (bytes > 0 && bytes % each == 0) {
                return bytes / each + unit;
            }
        }
        return bytes + "B";
    }
}
