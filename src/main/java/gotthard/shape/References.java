package gotthard.shape;

import gotthard.problem.Suggestion;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Advice for a name that nobody declared.
final class References {
    private static final int FEW = 8;

    private References() {}

    static Optional<String> advice(String kind, String name, Set<String> known) {
        Optional<String> meant = Suggestion.didYouMean(name, known);
        if (meant.isPresent()) {
            return meant;
        }
        if (known.isEmpty()) {
            return Optional.of("no " + kind + " is declared yet; declare it first");
        }
        return Optional.of(
                known.size() <= FEW
                        ? "declared: " + String.join(", ", new TreeSet<>(known))
                        : "declare it, or use one of the " + known.size() + " that are declared");
    }
}
