package gotthard.policy;

import gotthard.inventory.DataTypeName;
import gotthard.inventory.RegionName;
import gotthard.world.CellId;

import java.util.Set;

/// Some cells.
///
/// @param regions empty for all
/// @param data empty for all
public record CellChoice(Set<RegionName> regions, Set<DataTypeName> data) {
    public CellChoice {
        regions = Set.copyOf(regions);
        data = Set.copyOf(data);
    }

    boolean includes(CellId cell) {
        return (regions.isEmpty() || regions.contains(cell.region()))
                && (data.isEmpty() || data.contains(cell.data()));
    }
}
