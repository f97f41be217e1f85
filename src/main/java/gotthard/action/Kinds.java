package gotthard.action;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;

/// The kinds of steps that are there, by name.
public final class Kinds {
    private final Map<String, Kind<?>> byName;

    /// Takes these kinds.
    ///
    /// @throws IllegalArgumentException when two kinds have one name
    public Kinds(List<? extends Kind<?>> kinds) {
        var sorted = new TreeMap<String, Kind<?>>();
        for (Kind<?> kind : kinds) {
            if (sorted.put(kind.name(), kind) != null) {
                throw new IllegalArgumentException("two kinds of steps are named " + kind.name());
            }
        }
        byName = Collections.unmodifiableMap(sorted);
    }

    /// Those on the class path.
    @SuppressWarnings("rawtypes")
    public static Kinds installed() {
        return new Kinds(
                ServiceLoader.load(Kind.class).stream()
                        .map(ServiceLoader.Provider::get)
                        .map(kind -> (Kind<?>) kind)
                        .toList());
    }

    public Optional<Kind<?>> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    public Set<String> names() {
        return byName.keySet();
    }

    /// All of them, by name.
    public List<Kind<?>> all() {
        return List.copyOf(byName.values());
    }
}
