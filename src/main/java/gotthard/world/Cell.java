package gotthard.world;

import gotthard.inventory.SiteName;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What is known of a cell before anything moves.
///
/// @param isMutable whether what was written may change; otherwise it is only added to
/// @param first the sites that at first store, process, route to and take writes of all of it; at least one
/// @param to the sites that receive and serve it
/// @param standby the sites that receive it and stand by
/// @param moves what the plan claims to bring to the targets
public record Cell(
        CellId id,
        boolean isMutable,
        List<SiteName> first,
        List<SiteName> to,
        List<SiteName> standby,
        Set<Aspect> moves) {
    public Cell {
        first = List.copyOf(first);
        to = List.copyOf(to);
        standby = List.copyOf(standby);
        moves = Set.copyOf(moves);
        if (first.isEmpty()) {
            throw new IllegalArgumentException("nobody holds " + id);
        }
    }

    /// The sites that receive it, those that serve first.
    public List<SiteName> targets() {
        var targets = new LinkedHashSet<>(to);
        targets.addAll(standby);
        return List.copyOf(targets);
    }
}
