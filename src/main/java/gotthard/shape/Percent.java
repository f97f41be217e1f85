package gotthard.shape;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/// A share of a whole, written `30%` or `0.25%`.
///
/// @param hundredths of one percent, 0 to 10,000
public record Percent(int hundredths) implements Comparable<Percent> {
    static final String PATTERN = "^(100([.]00?)?|[0-9]{1,2}([.][0-9]{1,2})?)%$";
    private static final Pattern SHARE = Pattern.compile(PATTERN);

    public Percent {
        if (hundredths < 0 || hundredths > 10_000) {
            throw new IllegalArgumentException(
                    "a percentage is from 0 to 100: " + hundredths + "/100");
        }
    }

    /// Whole percents.
    ///
    /// @param whole 0 to 100
    public static Percent of(int whole) {
        return new Percent(Math.multiplyExact(whole, 100));
    }

    public static Parsed<Percent> parse(String text) {
        if (!SHARE.matcher(text).matches()) {
            return Parsed.bad("is not a number from 0 to 100 with %");
        }
        return Parsed.good(
                new Percent(
                        new BigDecimal(text.substring(0, text.length() - 1))
                                .movePointRight(2)
                                .intValueExact()));
    }

    /// 0 to 1.
    public double fraction() {
        return hundredths / 10_000.0;
    }

    @Override
    public int compareTo(Percent other) {
        return Integer.compare(hundredths, other.hundredths);
    }

    @Override
    public String toString() {
        return BigDecimal.valueOf(hundredths, 2).stripTrailingZeros().toPlainString() + "%";
    }
}
