package gotthard.shape;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The names that references may use, by their kind, such as `site`.
@FunctionalInterface
public interface Names {

    /// All names of a kind; empty when they are not known, so that a reference can't be checked.
    Optional<Set<String>> known(String kind);

    /// Takes every reference as it is.
    static Names unchecked() {
        return kind -> Optional.empty();
    }

    /// Checks references of the kinds given.
    static Names of(Map<String, Set<String>> known) {
        var copy = Map.copyOf(known);
        return kind -> Optional.ofNullable(copy.get(kind));
    }
}
