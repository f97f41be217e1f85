package gotthard.proof.reference;

import gotthard.inventory.SiteName;
import gotthard.world.Cell;
import gotthard.world.CellId;
import gotthard.world.Effect;
import gotthard.world.Effect.Flow;
import gotthard.world.Effect.Pace;
import gotthard.world.Effect.Return;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Effects of every kind. Replications of the same two sites are always of the same nature, as they are one replication.
final class RandomEffects {
    private final Random random;
    private final List<Cell> cells;
    private final List<SiteName> sites;
    private final Map<String, Edge.Nature> natures = new HashMap<>();

    RandomEffects(Random random, List<Cell> cells, List<SiteName> sites) {
        this.random = random;
        this.cells = List.copyOf(cells);
        this.sites = List.copyOf(sites);
    }

    Effect next() {
        Cell cell = pick(cells);
        CellId id = cell.id();
        // Mostly away from who holds it first.
        SiteName from = random.nextInt(4) > 0 ? cell.first().getFirst() : pick(sites);
        SiteName to = other(from);
        SiteName any = pick(sites);
        return switch (random.nextInt(17)) {
            case 0 -> new Effect.Deploy(id, to);
            case 1, 2 -> new Effect.Copy(id, from, to, random.nextBoolean(), random.nextBoolean());
            case 3, 4 -> replicate(id, from, to);
            case 5 -> replicate(id, to, from);
            case 6 -> new Effect.StopReplication(id, from, to, random.nextBoolean());
            case 7 -> new Effect.Fence(id, any);
            case 8 -> new Effect.Drain(id, from, to);
            case 9 -> new Effect.Verify(id, from, to);
            case 10, 11 -> change(id, from, to);
            case 12 -> new Effect.Processing(id, any);
            case 13 -> new Effect.StopProcessing(id, any);
            case 14 -> new Effect.Stage(id, any);
            case 15 -> new Effect.Unstage(id, any);
            default -> new Effect.Delete(id, any);
        };
    }

    private Effect replicate(CellId id, SiteName from, SiteName to) {
        var nature =
                natures.computeIfAbsent(
                        id + ":" + from + ">" + to,
                        _ -> new Edge.Nature(random.nextBoolean(), random.nextBoolean()));
        return new Effect.Replicate(
                id,
                from,
                to,
                nature.streams() ? Flow.STREAM : Flow.FOLLOW,
                nature.relays(),
                random.nextBoolean());
    }

    private Effect change(CellId id, SiteName from, SiteName to) {
        var targets = new ArrayList<>(List.of(to));
        if (sites.size() > 2 && random.nextInt(3) == 0) {
            sites.stream()
                    .filter(site -> !site.equals(from) && !site.equals(to))
                    .forEach(targets::add);
        }
        return new Effect.Switch(
                id,
                from,
                targets,
                random.nextBoolean() ? Pace.AT_ONCE : Pace.GRADUALLY,
                random.nextInt(3) > 0 ? Return.DRAINS : Return.ROUTES);
    }

    private SiteName other(SiteName than) {
        SiteName site = pick(sites);
        while (site.equals(than)) {
            site = pick(sites);
        }
        return site;
    }

    private <T> T pick(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }
}
