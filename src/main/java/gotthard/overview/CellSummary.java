package gotthard.overview;

import gotthard.world.CellId;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// One cell over all the sites that it is copied to.
///
/// @param mark of its data, as bad as at the worst of them
/// @param moved per cent, the least of them, rounded down; empty when unknown at one
/// @param verified per cent of what the latest verifications found to compare, likewise
/// @param total what they found to compare, all together; empty when unknown at one
/// @param lags what steps that follow its source have told last; nothing where none has
/// @param blockers what keeps it from going on, those of its own steps first
/// @param origins the steps that moved and verified come from
public record CellSummary(
        CellId cell,
        Mark mark,
        OptionalInt moved,
        OptionalInt verified,
        Optional<Total> total,
        List<Lag> lags,
        List<Waiting> blockers,
        BackUntil backUntil,
        List<Origin> origins) {
    public CellSummary {
        lags = List.copyOf(lags);
        blockers = List.copyOf(blockers);
        origins = List.copyOf(origins);
    }
}
