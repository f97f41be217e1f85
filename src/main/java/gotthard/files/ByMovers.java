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
import gotthard.inventory.Site;
import gotthard.inventory.SiteName;
import gotthard.inventory.Store;
import gotthard.problem.Checked;
import gotthard.problem.Code;
import gotthard.problem.Problem;

import java.util.List;
import java.util.Optional;

/// What a step has movers do between volumes.
///
/// @param kind the name of the kind of step
/// @param bound all cells of the step
public record ByMovers(String kind, MoverOptions options, Moving.Bound bound, Scope scope) {
    private static final Code NO_MOVERS = new Code("site-without-movers");
    private static final Code NO_CHOICE = new Code("movers-of-whole-folders");
    private static final String IMAGE = "gotthard/mover:";

    /// The order to bring some of the cells, which are in volumes at both sites.
    public Checked<Order> order(List<Cell> cells, Level level) {
        Optional<Cell> shared = cells.stream().filter(cell -> !isAlone(cell)).findFirst();
        if (shared.isPresent()) {
            return Checked.invalid(
                    Problem.error(
                                    NO_CHOICE,
                                    scope.place(),
                                    "movers bring whole folders, and %s is told from others by a list"
                                            .formatted(shared.get().id()))
                            .withAdvice(
                                    "give it a folder of its own, or keep it on hosts at both sites (via: ssh)"));
        }
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

    private static boolean isAlone(Cell cell) {
        return cell.from().isWhole() && cell.to().isWhole();
    }

    private MovedCell moved(Cell cell) {
        return new MovedCell(
                cell.id(),
                bound.cells().indexOf(cell),
                end(bound.from(), cell.from()),
                end(bound.to(), cell.to()));
    }

    private End end(SiteName site, CellPlace place) {
        return end(scope.inventory(), site, place);
    }

    /// Where movers find what is in a volume.
    public static End end(Inventory inventory, SiteName site, CellPlace place) {
        if (!(place.store() instanceof Store.OnVolume volume)) {
            throw new IllegalStateException("not in a volume: " + place);
        }
        String folder =
                volume.path().isEmpty() ? place.folder() : volume.path() + "/" + place.folder();
        return new End(
                volume.endpoint(),
                volume.namespace(),
                volume.volume(),
                folder,
                movers(inventory, site).flatMap(Movers::image).orElseGet(ByMovers::ownImage));
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
