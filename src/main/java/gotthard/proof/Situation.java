package gotthard.proof;

import gotthard.inventory.SiteName;
import gotthard.world.CellId;
import gotthard.world.Holding;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// How the cells of a story stand at one moment.
///
/// @param cells for each cell its sites, in the order in which the plan names them
/// @param running replications that run
public record Situation(Map<CellId, Map<SiteName, Holding>> cells, Set<Link> running) {
    public Situation {
        cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
        running = Set.copyOf(running);
    }

    /// A replication.
    public record Link(CellId cell, SiteName from, SiteName to) {}
}
