package gotthard.dataset;

import gotthard.shape.Durations;
import gotthard.transfer.Amounts;

import java.time.Duration;

/// What one pass did.
///
/// @param number from 1
/// @param bytes that it brought, or left because they changed while they were read
/// @param took from the beginning of its listing to its end, in whole seconds
record Pass(int number, long bytes, Duration took) {
    /// Whether it came nearer to the threshold than the one before, where it is not below it.
    boolean shrank(Pass before, Lag lag) {
        boolean isLess = bytes > lag.bytes().bytes() && bytes < before.bytes;
        boolean isFaster = took.compareTo(lag.age()) > 0 && took.compareTo(before.took) < 0;
        return isLess || isFaster;
    }

    /// For people: `pass 7 brought 3.1 GB in 12m4s`.
    @Override
    public String toString() {
        return "pass %d brought %s in %s"
                .formatted(number, Amounts.bytes(bytes), Durations.text(took));
    }
}
