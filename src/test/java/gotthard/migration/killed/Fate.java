package gotthard.migration.killed;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// When one process dies. A boundary is known by its name and by how often the process has come to it, so that steps which go on at
/// the same time do not change which one is meant.
final class Fate {
    private final Optional<String> boundary;
    private final Runnable dying;
    private final Map<String, Integer> counts = new HashMap<>();
    private final Set<String> passed = new LinkedHashSet<>();
    private boolean dead;

    private Fate(Optional<String> boundary, Runnable dying) {
        this.boundary = boundary;
        this.dying = dying;
    }

    /// Lives until it has ended.
    static Fate spared() {
        return new Fate(Optional.empty(), () -> {});
    }

    /// @param dying done once, at the boundary
    static Fate at(String boundary, Runnable dying) {
        return new Fate(Optional.of(boundary), dying);
    }

    /// Comes to a boundary; from the one where it dies, no thread of the process gets past any.
    synchronized boolean survives(String name) {
        if (dead) {
            return false;
        }
        String counted = name + " #" + counts.merge(name, 1, Integer::sum);
        passed.add(counted);
        if (boundary.equals(Optional.of(counted))) {
            dead = true;
            dying.run();
        }
        return !dead;
    }

    /// The process has ended: what of it still comes to a boundary interrupts nobody any more.
    synchronized void over() {
        dead = true;
    }

    synchronized boolean isDead() {
        return dead;
    }

    /// All boundaries so far, in order.
    synchronized Set<String> passed() {
        return new LinkedHashSet<>(passed);
    }
}
