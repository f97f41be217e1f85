package gotthard.overview;

import java.time.Instant;
import java.util.Optional;

/// Until when what was done to a cell can be rolled back.
public sealed interface BackUntil {
    /// Nothing was done to it that stands.
    record Nothing() implements BackUntil {}

    /// As long as what runs keep for it stays at the sites; no step of a known plan ends that, and the journal records no date.
    record NoEnd() implements BackUntil {}

    /// Until a step begins that nothing brings back.
    ///
    /// @param earliest before which it can't begin, by the days and windows known of it and of what it needs; empty where no later moment than
    ///     now is known
    record Before(Origin step, Optional<Instant> earliest) implements BackUntil {}

    /// It can't be rolled back any more.
    ///
    /// @param step what ended it; empty where what was kept for it was removed
    record Over(Instant since, Optional<Origin> step) implements BackUntil {}
}
