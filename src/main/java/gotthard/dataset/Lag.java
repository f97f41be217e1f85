package gotthard.dataset;

import gotthard.shape.ByteSize;
import gotthard.shape.Durations;
import gotthard.shape.Shape;
import gotthard.transfer.Amounts;

import java.time.Duration;

/// How far a target may be behind its source.
///
/// @param bytes that were written at the source and are not at the target
/// @param age since the first of them was written
public record Lag(ByteSize bytes, Duration age) {
    static final Lag USUAL = new Lag(new ByteSize(10_000_000), Duration.ofMinutes(5));

    static final Shape<Lag> SHAPE =
            Shape.object(
                    fields -> {
                        var bytes =
                                fields.optional(
                                        "bytes",
                                        Shape.byteSize(),
                                        USUAL.bytes(),
                                        "what the last pass may have brought at most");
                        var age =
                                fields.optional(
                                        "age",
                                        Shape.duration(),
                                        USUAL.age(),
                                        "how long the last pass may have taken, from the beginning of its listing to its end");
                        return values -> new Lag(values.of(bytes), values.of(age));
                    });

    boolean admits(long lag, Duration old) {
        return lag <= bytes.bytes() && old.compareTo(age) <= 0;
    }

    /// For people: `10.0 MB, 5m`.
    @Override
    public String toString() {
        return Amounts.bytes(bytes.bytes()) + ", " + Durations.text(age);
    }
}
