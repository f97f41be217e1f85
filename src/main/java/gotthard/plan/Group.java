package gotthard.plan;

import gotthard.inventory.DataTypeName;
import gotthard.inventory.RegionName;
import gotthard.inventory.SiteName;

import java.util.List;
import java.util.Map;
import java.util.Set;

/// The cells that a plan moves together.
public record Group(Set<RegionName> regions, SiteName from, Map<DataTypeName, Target> data) {
    public Group {
        regions = Set.copyOf(regions);
        data = Map.copyOf(data);
    }

    /// Where one data type goes.
    ///
    /// @param to sites that receive and serve it
    /// @param standby sites that receive it and stand by
    public record Target(List<SiteName> to, List<SiteName> standby) {
        public Target {
            to = List.copyOf(to);
            standby = List.copyOf(standby);
        }
    }
}
