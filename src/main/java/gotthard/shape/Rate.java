package gotthard.shape;

import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How fast data moves. Written `200Mbit/s`, `10MB/s`, `10MiB/s`; `bit` is a bit, `B` a byte of eight.
///
/// @param bitsPerSecond more than 0
public record Rate(long bitsPerSecond) implements Comparable<Rate> {
    static final String PATTERN = "^[0-9]{1,9}([.][0-9]{1,3})?(k|M|G|Ki|Mi|Gi)?(bit|B)/s$";
    private static final Pattern PARTS =
            Pattern.compile("^([0-9]{1,9}(?:[.][0-9]{1,3})?)(k|M|G|Ki|Mi|Gi)?(bit|B)/s$");
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
                    "Ki",
                    1L << 10,
                    "Mi",
                    1L << 20,
                    "Gi",
                    1L << 30);

    public Rate {
        if (bitsPerSecond <= 0) {
            throw new IllegalArgumentException("a rate is more than 0: " + bitsPerSecond);
        }
    }

    public static Parsed<Rate> parse(String text) {
        Matcher parts = PARTS.matcher(text);
        if (!parts.matches()) {
            return Parsed.bad("is not a number with bit/s or B/s (k, M or G before it)");
        }
        String unit = parts.group(2);
        BigDecimal bits =
                new BigDecimal(parts.group(1))
                        .multiply(
                                BigDecimal.valueOf(
                                        UNITS.getOrDefault(unit == null ? "" : unit, 1L)))
                        .multiply(BigDecimal.valueOf("B".equals(parts.group(3)) ? 8 : 1));
        long whole = bits.longValue();
        return whole == 0
                ? Parsed.bad("is 0, so nothing would ever move")
                : Parsed.good(new Rate(whole));
    }

    public double bytesPerSecond() {
        return bitsPerSecond / 8.0;
    }

    @Override
    public int compareTo(Rate other) {
        return Long.compare(bitsPerSecond, other.bitsPerSecond);
    }

    /// As a document writes it, exactly: `200Mbit/s`.
    @Override
    public String toString() {
        for (String unit : new String[] {"G", "M", "k"}) {
            long each = UNITS.getOrDefault(unit, 1L);
            if (bitsPerSecond % each == 0) {
                return bitsPerSecond / each + unit + "bit/s";
            }
        }
        return bitsPerSecond + "bit/s";
    }
}
