package gotthard.run;

import gotthard.inventory.MetricSignal;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Comparator;
import java.util.List;

/// What came of asking for a signal once.
sealed interface Reading {
    record Value(double value) implements Reading {}

    /// Nothing could be read.
    record Nothing(String why) implements Reading {}

    /// The worst of several values counts.
    static Reading of(MetricSignal signal, List<Double> values) {
        Comparator<Double> worst =
                signal.side() == MetricSignal.Side.ABOVE
                        ? Comparator.naturalOrder()
                        : Comparator.reverseOrder();
        if (values.stream().anyMatch(value -> value.isNaN())) {
            return new Nothing("its query gives no number");
        }
        return values.stream()
                .max(worst)
                .<Reading>map(Value::new)
                .orElseGet(() -> new Nothing("its query finds nothing"));
    }

    /// In words.
    default String said() {
        return switch (this) {
            case Value(var value) when Double.isInfinite(value) -> Double.toString(value);
            case Value(var value) ->
                    new BigDecimal(value)
                            .round(new MathContext(4))
                            .stripTrailingZeros()
                            .toPlainString();
            case Nothing(var why) -> "unknown (" + why + ")";
        };
    }
}
