package gotthard.world;

import gotthard.inventory.DataTypeName;
import gotthard.inventory.RegionName;

/// One region's data of one type, such as Europe's suspicious files.
public record CellId(RegionName region, DataTypeName data) implements Comparable<CellId> {
    @Override
    public int compareTo(CellId other) {
        int byRegion = region.compareTo(other.region);
        return byRegion != 0 ? byRegion : data.compareTo(other.data);
    }

    @Override
    public String toString() {
        return region + "/" + data;
    }
}
