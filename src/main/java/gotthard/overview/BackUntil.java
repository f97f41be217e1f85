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
    record Before(Origin step) implements BackUntil {}

    /// It can't be rolled back any more.
    ///
    /// @param step what ended it; empty where what was kept for it was removed
    record Over(Instant since, Optional<Origin> step) implements BackUntil {}
}
