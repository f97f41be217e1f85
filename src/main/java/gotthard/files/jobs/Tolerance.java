package gotthard.files.jobs;

import gotthard.action.Route;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a comparison takes for late and not for different.
///
/// @param asOf what was written since, by the clock of the source; nothing without it
/// @param standing whether that holds of what has changed, too
record Tolerance(Optional<Instant> asOf, Duty.Standing standing) {
    static final Tolerance NONE = new Tolerance(Optional.empty(), Duty.Standing.STAYS);

    static Tolerance since(Optional<Instant> asOf, Route.Manner manner) {
        return new Tolerance(asOf, Duty.Standing.of(manner));
    }

    /// As a mover takes it.
    List<String> arguments() {
        var all = new ArrayList<>(List.of("--standing", standing.word()));
        asOf.ifPresent(
                moment -> all.addAll(List.of("--as-of", Long.toString(moment.getEpochSecond()))));
        return all;
    }
}
