package gotthard.shape;

import gotthard.problem.Checked;

import java.util.function.BiFunction;

/// Values made of what was written by who knows the names that it may use, and says itself what is wrong with it, and where.
public final class Judged {
    private Judged() {}

    /// What was written, made into another value, or refused with all that is wrong.
    ///
    /// @param rule what is asked of it, for schema and reference
    public static <T, U> Shape<U> of(
            Shape<T> written, String rule, BiFunction<T, Names, Checked<U>> judge) {
        return new Shape<>(
                new Form.Ruled(written.form(), rule),
                (node, reading) ->
                        written.reader()
                                .read(node, reading)
                                .flatMap(
                                        value -> {
                                            Checked<U> judged = judge.apply(value, reading.names());
                                            judged.problems().forEach(reading.problems()::add);
                                            return judged.toOptional();
                                        }));
    }
}
