package gotthard.objects;

import gotthard.action.Route;
import gotthard.transfer.manifest.Entry;

import java.time.Instant;
import java.util.Optional;

/// Takes what was written at the source after a moment and is not at the target as it is there.
final class Latecomers {
    private final Optional<Instant> asOf;
    private final Route.Manner manner;
    private Route.Late late = Route.Late.NONE;

    /// Takes nothing.
    Latecomers() {
        this(Optional.empty(), Route.Manner.KEEP);
    }

    /// What changed after it was brought comes late only where data may change.
    Latecomers(Optional<Instant> asOf, Route.Manner manner) {
        this.asOf = asOf;
        this.manner = manner;
    }

    /// Takes an object that the target lacks.
    synchronized boolean takes(Entry listed) {
        Instant written = Catalogue.written(listed);
        if (asOf.filter(moment -> !written.isBefore(moment)).isEmpty()) {
            return false;
        }
        late = late.plus(Side.size(listed), written);
        return true;
    }

    /// Takes an object of which the target has another.
    boolean takes(Entry listed, Reading.Both both) {
        boolean isEqual =
                both.found()
                        .filter(found -> found.content().equals(both.wanted().content()))
                        .isPresent();
        return !isEqual
                && (manner == Route.Manner.REPLACE || both.found().isEmpty())
                && takes(listed);
    }

    synchronized Route.Late late() {
        return late;
    }
}
