package gotthard.policy;

import gotthard.inventory.CountryCode;
import gotthard.inventory.DataTypeName;
import gotthard.inventory.RegionName;
import gotthard.world.CellId;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/// Allows some uses of some cells in some countries.
///
/// @param data empty for all
/// @param from the first day on which it holds
/// @param until the last day on which it holds
public record ResidencyRule(
        Set<RegionName> regions,
        Set<DataTypeName> data,
        Set<Use> may,
        Set<CountryCode> in,
        Optional<LocalDate> from,
        Optional<LocalDate> until) {
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

    boolean holdsOn(LocalDate day) {
        return from.map(first -> !day.isBefore(first)).orElse(true)
                && until.map(last -> !day.isAfter(last)).orElse(true);
    }

    /// `from 2018-11-13`, or nothing when it always holds.
    String when() {
        return from.map(day -> " from " + day).orElse("")
                + until.map(day -> " until " + day).orElse("");
    }
}
