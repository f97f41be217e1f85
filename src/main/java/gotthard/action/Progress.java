package gotthard.action;

import java.util.Optional;
import java.util.OptionalLong;

/// How far an attempt is. An unknown total is empty, never guessed.
///
/// @param done in `unit`
/// @param total in `unit`
/// @param doing what it does or waits for, with its value: `waits for 1 of 3 replicas`
/// @param behind how far the target is behind, where it follows its source and that is known
public record Progress(
        long done, OptionalLong total, Unit unit, String doing, Optional<Behind> behind) {
    public Progress(long done, OptionalLong total, Unit unit, String doing) {
        this(done, total, unit, doing, Optional.empty());
    }

    /// What is counted.
    public enum Unit {
        BYTES,
        FILES,
        OBJECTS,
        HOSTS,
        CHECKS
    }
}
