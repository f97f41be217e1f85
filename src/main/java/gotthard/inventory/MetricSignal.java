package gotthard.inventory;

import java.math.BigDecimal;
import java.time.Duration;

/// Something that is measured at a site, and how much of it is too much or too little.
///
/// @param query in the language of what measures; of several values the worst counts
/// @param lasting how long it must be beyond the limit before that counts, and within it before that does
public record MetricSignal(
        SignalName name, String query, Side side, BigDecimal limit, Duration lasting) {
    /// On which side of the limit it is bad.
    public enum Side {
        ABOVE,
        BELOW
    }

    /// Whether a value is beyond the limit.
    public boolean isBad(double value) {
        int side = Double.compare(value, limit.doubleValue());
        return switch (this.side) {
            case ABOVE -> side > 0;
            case BELOW -> side < 0;
        };
    }

    /// What it should be: `at most 0.5`.
    public String wanted() {
        return switch (side) {
            case ABOVE -> "at most " + limit.toPlainString();
            case BELOW -> "at least " + limit.toPlainString();
        };
    }
}
