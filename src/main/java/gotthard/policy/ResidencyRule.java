package gotthard.policy;

import gotthard.inventory.CountryCode;
import gotthard.inventory.DataTypeName;
import gotthard.inventory.RegionName;
import gotthard.world.CellId;

import java.util.Set;

/// Allows some uses of some cells in some countries.
///
/// @param data empty for all
public record ResidencyRule(
        Set<RegionName> regions,
        Set<DataTypeName> data,
        Set<Use> may,
        Set<CountryCode> in,
        Validity validity) {
    public ResidencyRule {
        regions = Set.copyOf(regions);
        data = Set.copyOf(data);
        may = Set.copyOf(may);
        in = Set.copyOf(in);
    }

    boolean speaksOf(CellId cell, Use use) {
        return speaksOf(cell) && may.contains(use);
    }

    boolean speaksOf(CellId cell) {
        return regions.contains(cell.region()) && (data.isEmpty() || data.contains(cell.data()));
    }
}
