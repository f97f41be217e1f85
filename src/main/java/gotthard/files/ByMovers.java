package gotthard.files;

import gotthard.action.Moving;
import gotthard.action.Moving.Bound.Cell;
import gotthard.action.Scope;
import gotthard.files.jobs.End;
import gotthard.files.jobs.MovedCell;
import gotthard.files.jobs.Order;
import gotthard.inventory.CellPlace;
import gotthard.inventory.Inventory;
import gotthard.inventory.Movers;
import gotthard.inventory.Selection;
import gotthard.inventory.Site;
import gotthard.inventory.SiteName;
import gotthard.inventory.Store;
import gotthard.problem.Checked;
import gotthard.problem.Code;
import gotthard.problem.Problem;
import gotthard.transfer.stream.Target;

import java.util.List;
import java.util.Optional;

/// What a step has movers do between volumes.
///
/// @param kind the name of the kind of step
/// @param bound all cells of the step
public record ByMovers(String kind, MoverOptions options, Moving.Bound bound, Scope scope) {
    private static final Code NO_MOVERS = new Code("site-without-movers");
    private static final String IMAGE = "gotthard/mover:";

    /// The order to bring some of the cells, which are in volumes at both sites.
    public Checked<Order> order(List<Cell> cells, Level level) {
        if (scope.inventory().sandbox().isPresent()) {
            return Checked.invalid(
                    Problem.error(
                                    NO_MOVERS,
                                    scope.place(),
                                    "no mover runs in the clusters of a sandbox, which run no programs")
                            .withAdvice("keep the files on hosts there"));
        }
        if (level == Level.RECORDED) {
            return Checked.invalid(
                    Problem.error(
                                    Ways.NO_WAY,
                                    scope.place(),
                                    "movers don't compare by what was recorded (level: recorded)")
                            .withAdvice("write full, sample or count"));
        }
        Optional<Movers> reached = movers(bound.to());
        if (reached.isEmpty()) {
            return Checked.invalid(
                    Problem.error(
                                    NO_MOVERS,
                                    scope.place(),
                                    "the inventory does not say how movers of other sites reach "
                                            + bound.to())
                            .withAdvice(
                                    "give the site \"movers:\" with the \"address\" of its cluster's nodes"));
        }
        return Checked.valid(
                new Order(
                        bound.from(),
                        bound.to(),
                        cells.stream().map(this::moved).toList(),
                        reached.get().address(),
                        options.shards(),
                        options.lines(),
                        proof(level),
                        options.owners(),
                        options.user()));
    }

    private MovedCell moved(Cell cell) {
        return new MovedCell(
                cell.id(),
                bound.cells().indexOf(cell),
                end(bound.from(), cell.from()),
                end(bound.to(), cell.to()),
                list(cell.from()),
                cell.to().isWhole() ? Target.Folder.OWN : Target.Folder.SHARED);
    }

    private static Optional<String> list(CellPlace place) {
        return switch (place.selection()) {
            case Selection.All _ -> Optional.empty();
            case Selection.Listed(var path) -> Optional.of(inVolume(volume(place), path));
            case Selection.Tagged _ ->
                    throw new IllegalStateException("tags in a volume: " + place);
        };
    }

    private End end(SiteName site, CellPlace place) {
        return end(scope.inventory(), site, place);
    }

    /// Where movers find what is in a volume.
    public static End end(Inventory inventory, SiteName site, CellPlace place) {
        Store.OnVolume volume = volume(place);
        return new End(
                volume.endpoint(),
                volume.namespace(),
                volume.volume(),
                inVolume(volume, place.folder()),
                movers(inventory, site).flatMap(Movers::image).orElseGet(ByMovers::ownImage));
    }

    private static Store.OnVolume volume(CellPlace place) {
        if (!(place.store() instanceof Store.OnVolume volume)) {
            throw new IllegalStateException("not in a volume: " + place);
        }
        return volume;
    }

    private static String inVolume(Store.OnVolume store, String path) {
        return store.path().isEmpty() ? path : store.path() + "/" + path;
    }

    private Optional<Movers> movers(SiteName site) {
        return movers(scope.inventory(), site);
    }

    private static Optional<Movers> movers(Inventory inventory, SiteName site) {
        return Optional.ofNullable(inventory.sites().get(site)).flatMap(Site::movers);
    }

    /// As the build tags it; `dev` for classes outside a jar.
    private static String ownImage() {
        return IMAGE
                + Optional.ofNullable(ByMovers.class.getPackage().getImplementationVersion())
                        .orElse("dev");
    }

    private static Order.Proof proof(Level level) {
        return switch (level) {
            case FULL -> Order.Proof.FULL;
            case RECORDED ->
                    throw new IllegalStateException("movers read what they compare at both ends");
            case COUNT -> Order.Proof.COUNT;
            case SAMPLE -> Order.Proof.SAMPLE;
        };
    }
}
