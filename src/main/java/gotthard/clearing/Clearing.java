package gotthard.clearing;

import gotthard.world.CellId;

import java.util.List;
import java.util.Set;

/// One cell that is deleted at one site.
///
/// @param covered where each of its files must lie, too
/// @param others the other cells that the inventory knows at that site, which may share its place
/// @param together what the same step deletes there
record Clearing(Spot at, List<Spot> covered, List<Spot> others, Set<CellId> together) {
    Clearing {
        covered = List.copyOf(covered);
        others = List.copyOf(others);
        together = Set.copyOf(together);
    }

    boolean isInVolume() {
        return at.isInVolume();
    }

    CellId cell() {
        return at.cell();
    }
}
