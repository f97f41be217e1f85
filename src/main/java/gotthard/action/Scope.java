package gotthard.action;

import gotthard.inventory.DataTypeName;
import gotthard.inventory.Inventory;
import gotthard.inventory.RegionName;
import gotthard.inventory.SiteName;
import gotthard.problem.Place;
import gotthard.world.CellId;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a step inherits from its surroundings when it is bound.
///
/// @param place where the step stands, for problems that have no closer place
/// @param sources reads files that the plan names, relative to the plan
public record Scope(Inventory inventory, Optional<Group> group, Place place, Sources sources) {
    /// The cells that the plan moves together.
    ///
    /// @param targets for each data type, the sites that receive it, the writer first
    public record Group(
            Set<RegionName> regions, SiteName from, Map<DataTypeName, List<SiteName>> targets) {
        public Group {
            regions = Set.copyOf(regions);
            targets = Map.copyOf(targets);
        }

        /// All cells of the group, sorted.
        public List<CellId> cells() {
            return regions.stream()
                    .flatMap(
                            region ->
                                    targets.keySet().stream().map(data -> new CellId(region, data)))
                    .sorted()
                    .toList();
        }
    }

    /// The site that a step names, or that the group leaves.
    public Optional<SiteName> from(Optional<SiteName> named) {
        return named.or(() -> group.map(Group::from));
    }

    /// The regions that a step names, or those of the group, sorted.
    public List<RegionName> regions(List<RegionName> named) {
        return named.isEmpty()
                ? group.map(group -> group.regions().stream().sorted().toList()).orElse(List.of())
                : named;
    }

    /// The cells of the group, or none without a group.
    public List<CellId> cells() {
        return group.map(Group::cells).orElse(List.of());
    }
}
