package gotthard.shape;

import java.util.function.Function;

/// What came of turning one value into another.
public sealed interface Parsed<T> {
    /// It could be.
    record Good<T>(T value) implements Parsed<T> {}

    /// It could not be.
    ///
    /// @param message what is wrong, as the second half of a sentence: `has no "@"`
    record Bad<T>(String message) implements Parsed<T> {}

    static <T> Parsed<T> good(T value) {
        return new Good<>(value);
    }

    static <T> Parsed<T> bad(String message) {
        return new Bad<>(message);
    }

    default <U> Parsed<U> map(Function<? super T, ? extends U> then) {
        return switch (this) {
            case Good<T>(var value) -> new Good<>(then.apply(value));
            case Bad<T>(var message) -> new Bad<>(message);
        };
    }
}
