package gotthard.problem;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Collects problems, so that a person hears of all of them at once. Not for several threads.
public final class Problems {
    private static final Comparator<Problem> BY_PLACE =
            Comparator.comparing((Problem problem) -> problem.place().source())
                    .thenComparingInt(problem -> problem.place().line())
                    .thenComparingInt(problem -> problem.place().column());

    private final Set<Problem> found = new LinkedHashSet<>();

    public void add(Problem problem) {
        found.add(problem);
    }

    public void addAll(Collection<Problem> problems) {
        found.addAll(problems);
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    public boolean hasErrors() {
        return found.stream().anyMatch(Problem::isError);
    }

    /// By source, line and column, each once; those at one place in the order in which they were found.
    public List<Problem> sorted() {
        return found.stream().sorted(BY_PLACE).toList();
    }

    /// The value of a checked one, whose problems are collected here; empty where it is invalid.
    public <T> Optional<T> take(Checked<T> checked) {
        addAll(checked.problems());
        return checked.toOptional();
    }

    /// The value with the warnings collected so far, or the problems if there is an error among them.
    public <T> Checked<T> checked(T value) {
        return hasErrors() ? new Checked.Invalid<>(sorted()) : new Checked.Valid<>(value, sorted());
    }
}
