package gotthard.kubernetes;

import com.fasterxml.jackson.databind.node.ObjectNode;

import gotthard.action.Scope;
import gotthard.action.Sight;
import gotthard.inventory.DataTypeName;
import gotthard.inventory.RegionName;
import gotthard.inventory.SiteName;
import gotthard.world.Cell;
import gotthard.world.CellId;
import gotthard.world.Level;

import java.util.List;
import java.util.Map;
import java.util.Set;

/// How much of a cell's workload stands and works in the cluster of `zurich-1`, read from its objects.
///
/// @param idle with how many replicas ready the Deployment `web` stands by
/// @param serving with how many it processes
record Workloads(Surroundings around, int idle, int serving) {
    static final CellId CELL =
            new CellId(new RegionName("europe"), new DataTypeName("suspicious-files"));
    static final SiteName MOSCOW = new SiteName("moscow");
    static final Scope.Group GROUP =
            new Scope.Group(
                    Set.of(CELL.region()), MOSCOW, Map.of(CELL.data(), List.of(Arena.SITE)));

    private static final Sight DEPLOYED = new Sight(CELL, Arena.SITE, Sight.Quality.DEPLOYED);
    private static final Sight PROCESSED = new Sight(CELL, Arena.SITE, Sight.Quality.PROCESSED);

    /// @param first where the cell was before
    static List<Cell> cells(SiteName first) {
        return List.of(
                new Cell(CELL, false, List.of(first), List.of(Arena.SITE), List.of(), Set.of()));
    }

    /// @param things what belongs to the workload, such as `Deployment web`
    Map<Sight, Level> levels(List<String> things) throws Exception {
        int there = 0;
        for (String thing : things) {
            String[] words = thing.split(" ", 2);
            there += around.get(words[0], words[1]).isPresent() ? 1 : 0;
        }
        Level deployed = there < things.size() ? Level.HALF : Level.FULL;
        return Map.of(DEPLOYED, there == 0 ? Level.NONE : deployed, PROCESSED, processed());
    }

    private Level processed() throws Exception {
        int ready = ready();
        if (ready >= serving) {
            return Level.FULL;
        }
        return ready <= idle ? Level.NONE : Level.HALF;
    }

    private int ready() throws Exception {
        return around.get("Deployment", "web")
                .map((ObjectNode live) -> live.at("/status/readyReplicas").asInt())
                .orElse(0);
    }

    /// Waits until so many replicas are ready.
    void await(int replicas) throws Exception {
        around.await(() -> ready() == replicas, "the Deployment has " + replicas + " replicas");
    }
}
