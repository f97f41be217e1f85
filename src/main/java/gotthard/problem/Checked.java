package gotthard.problem;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// What came of reading something that a person wrote: the value, or all that is wrong with it.
public sealed interface Checked<T> {

    /// It can be used. The warnings are to be shown nevertheless.
    record Valid<T>(T value, List<Problem> warnings) implements Checked<T> {
        public Valid {
            warnings = List.copyOf(warnings);
        }

        @Override
        public List<Problem> problems() {
            return warnings;
        }

        @Override
        public Optional<T> toOptional() {
            return Optional.of(value);
        }
    }

    /// It can't be used.
    ///
    /// @param problems errors, at least one, and warnings
    record Invalid<T>(List<Problem> problems) implements Checked<T> {
        public Invalid {
            problems = List.copyOf(problems);
            if (problems.stream().noneMatch(Problem::isError)) {
                throw new IllegalArgumentException("invalid without an error: " + problems);
            }
        }

        @Override
        public Optional<T> toOptional() {
            return Optional.empty();
        }
    }

    static <T> Checked<T> valid(T value) {
        return new Valid<>(value, List.of());
    }

    static <T> Checked<T> invalid(Problem problem) {
        return new Invalid<>(List.of(problem));
    }

    /// Everything to be shown: the errors, or only warnings.
    List<Problem> problems();

    /// The value, if it is valid.
    Optional<T> toOptional();

    default boolean isValid() {
        return this instanceof Valid;
    }

    default <U> Checked<U> map(Function<? super T, ? extends U> then) {
        return switch (this) {
            case Valid<T>(var value, var warnings) -> new Valid<>(then.apply(value), warnings);
            case Invalid<T>(var problems) -> new Invalid<>(problems);
        };
    }

    /// Carries on with the value; warnings of both are kept.
    default <U> Checked<U> flatMap(Function<? super T, Checked<U>> then) {
        return switch (this) {
            case Valid<T>(var value, var warnings) -> {
                var all = new Problems();
                all.addAll(warnings);
                Checked<U> next = then.apply(value);
                all.addAll(next.problems());
                yield switch (next) {
                    case Valid<U>(var result, var _) -> new Valid<U>(result, all.sorted());
                    case Invalid<U> _ -> new Invalid<U>(all.sorted());
                };
            }
            case Invalid<T>(var problems) -> new Invalid<>(problems);
        };
    }
}
