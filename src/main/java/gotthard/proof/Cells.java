package gotthard.proof;

import gotthard.graph.Assembled;
import gotthard.inventory.DataType;
import gotthard.inventory.DataTypeName;
import gotthard.inventory.RegionName;
import gotthard.inventory.SiteName;
import gotthard.plan.Group;
import gotthard.world.Aspect;
import gotthard.world.Cell;
import gotthard.world.CellId;
import gotthard.world.Effect;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/// Finds the cells that plans move, and those that they touch beside.
final class Cells {
    private final SequencedMap<CellId, Cell> found = new LinkedHashMap<>();

    private Cells() {}

    /// Where several plans move a cell, the first says where it is, the last where it goes, and all together what moves.
    static List<Cell> of(List<Assembled> plans) {
        var cells = new Cells();
        for (Assembled plan : plans) {
            plan.plan().group().ifPresent(group -> cells.add(plan, group));
        }
        for (Assembled plan : plans) {
            Modelling.effects(plan).forEach(effect -> cells.touch(plan, effect));
        }
        return List.copyOf(cells.found.values());
    }

    private void add(Assembled plan, Group group) {
        List<RegionName> regions = group.regions().stream().sorted().toList();
        List<DataTypeName> data = group.data().keySet().stream().sorted().toList();
        for (RegionName region : regions) {
            for (DataTypeName type : data) {
                var id = new CellId(region, type);
                Group.Target target = Objects.requireNonNull(group.data().get(type));
                var cell =
                        new Cell(
                                id,
                                isMutable(plan, type),
                                List.of(group.from()),
                                target.to(),
                                target.standby(),
                                group.moves());
                found.merge(id, cell, Cells::joined);
            }
        }
    }

    private static Cell joined(Cell earlier, Cell later) {
        var moves = EnumSet.noneOf(Aspect.class);
        moves.addAll(earlier.moves());
        moves.addAll(later.moves());
        return new Cell(
                later.id(),
                earlier.isMutable(),
                earlier.first(),
                later.to(),
                later.standby(),
                moves);
    }

    /// A cell of no group goes nowhere; it is where the group's are, or where it is brought from.
    private void touch(Assembled plan, Effect effect) {
        CellId id = effect.cell();
        if (found.containsKey(id)) {
            return;
        }
        SiteName first =
                plan.plan()
                        .group()
                        .map(Group::from)
                        .or(() -> source(effect))
                        .orElseGet(() -> effect.shows().getFirst());
        found.put(
                id,
                new Cell(
                        id,
                        isMutable(plan, id.data()),
                        List.of(first),
                        List.of(),
                        List.of(),
                        Set.of()));
    }

    private static Optional<SiteName> source(Effect effect) {
        return switch (effect) {
            case Effect.Copy copy -> Optional.of(copy.from());
            case Effect.Replicate replicate -> Optional.of(replicate.from());
            case Effect.StopReplication stop -> Optional.of(stop.from());
            case Effect.Drain drain -> Optional.of(drain.from());
            case Effect.Verify verify -> Optional.of(verify.from());
            case Effect.Switch change -> Optional.of(change.from());
            case Effect.Deploy _,
                    Effect.Fence _,
                    Effect.Processing _,
                    Effect.StopProcessing _,
                    Effect.Stage _,
                    Effect.Unstage _,
                    Effect.Delete _ ->
                    Optional.empty();
        };
    }

    private static boolean isMutable(Assembled plan, DataTypeName type) {
        Map<DataTypeName, DataType> known = plan.inventory().data();
        return known.containsKey(type)
                && known.get(type).mutability() == DataType.Mutability.MUTABLE;
    }
}
