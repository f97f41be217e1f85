package gotthard.files;

import gotthard.action.Moving;
import gotthard.action.Moving.Bound.Cell;
import gotthard.action.Scope;
import gotthard.action.Work;
import gotthard.files.jobs.End;
import gotthard.files.jobs.MovedCell;
import gotthard.files.jobs.Order;
import gotthard.files.jobs.VolumeCopy;
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

import java.util.List;
import java.util.Optional;

/// Which way files go: between hosts through this program, between volumes by movers.
record Ways(CopyKind.With with, Moving.Bound bound, Scope scope) {
    private static final Code NO_WAY = new Code("copy-no-way");
    private static final Code NO_MOVERS = new Code("site-without-movers");
    private static final Code NO_CHOICE = new Code("movers-of-whole-folders");
    private static final String IMAGE = "gotthard/mover:";

    /// The work that copies these cells, all of them the same way.
    Checked<Work> work() {
        List<Cell> cells = bound.cells();
        boolean areOnHosts = cells.stream().allMatch(cell -> are(cell, Store.OnHost.class));
        boolean areInVolumes = cells.stream().allMatch(cell -> are(cell, Store.OnVolume.class));
        if (areOnHosts && with.via().orElse(Via.SSH) == Via.SSH) {
            return Checked.valid(
                    new Work.Change(
                            new CopyAction(
                                    bound.from(),
                                    bound.to(),
                                    cells.stream().map(Ways::folders).toList(),
                                    with.level())));
        }
        if (areInVolumes && with.via().orElse(Via.JOBS) == Via.JOBS) {
            return byMovers();
        }
        Cell first =
                cells.stream()
                        .filter(cell -> !are(cell, wanted(cell)))
                        .findFirst()
                        .orElse(cells.getFirst());
        return Checked.invalid(
                Problem.error(
                                NO_WAY,
                                scope.place(),
                                "files.copy%s does not bring %s from %s to %s"
                                        .formatted(
                                                with.via().map(Ways::written).orElse(""),
                                                first.id(),
                                                shown(first.from()),
                                                shown(first.to())))
                        .withAdvice(
                                "keep it on hosts at both sites (via: ssh) or in volumes at both (via: jobs); objects.copy copies between buckets"));
    }

    private Class<? extends Store> wanted(Cell cell) {
        return with.via().orElse(cell.from().store() instanceof Store.OnVolume ? Via.JOBS : Via.SSH)
                        == Via.JOBS
                ? Store.OnVolume.class
                : Store.OnHost.class;
    }

    private static boolean are(Cell cell, Class<? extends Store> type) {
        return type.isInstance(cell.from().store()) && type.isInstance(cell.to().store());
    }

    private static String written(Via via) {
        return switch (via) {
            case SSH -> " via ssh";
            case JOBS -> " via jobs";
        };
    }

    private static String shown(CellPlace place) {
        String what =
                switch (place.store()) {
                    case Store.OnHost _ -> "the host";
                    case Store.OnVolume _ -> "a volume of";
                    case Store.InBucket _ -> "a bucket of";
                };
        return what + " " + place.store().endpoint();
    }

    private static CellFolders folders(Cell cell) {
        return new CellFolders(
                cell.id(), folder(cell.from()), folder(cell.to()), list(cell.from()));
    }

    private static Inventory.CellFolder folder(CellPlace place) {
        return new Inventory.CellFolder(
                place.store().endpoint(), host(place).path() + "/" + place.folder());
    }

    private static Optional<String> list(CellPlace place) {
        return switch (place.selection()) {
            case Selection.All _ -> Optional.empty();
            case Selection.Listed(var path) -> Optional.of(host(place).path() + "/" + path);
            case Selection.Tagged _ -> throw new IllegalStateException("tags on a host: " + place);
        };
    }

    private static Store.OnHost host(CellPlace place) {
        if (!(place.store() instanceof Store.OnHost host)) {
            throw new IllegalStateException("not on a host: " + place);
        }
        return host;
    }

    private Checked<Work> byMovers() {
        Optional<Cell> shared = bound.cells().stream().filter(cell -> !isAlone(cell)).findFirst();
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
        if (with.level() == Level.RECORDED) {
            return Checked.invalid(
                    Problem.error(
                                    NO_WAY,
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
        MoverOptions options = with.movers();
        return Checked.valid(
                new Work.Change(
                        new VolumeCopy(
                                new Order(
                                        bound.from(),
                                        bound.to(),
                                        bound.cells().stream().map(this::moved).toList(),
                                        reached.get().address(),
                                        options.shards(),
                                        options.lines(),
                                        proof(with.level()),
                                        options.owners(),
                                        options.user()))));
    }

    private static boolean isAlone(Cell cell) {
        return cell.from().isWhole() && cell.to().isWhole();
    }

    private MovedCell moved(Cell cell) {
        return new MovedCell(cell.id(), end(bound.from(), cell.from()), end(bound.to(), cell.to()));
    }

    private End end(SiteName site, CellPlace place) {
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
                movers(site).flatMap(Movers::image).orElseGet(Ways::ownImage));
    }

    private Optional<Movers> movers(SiteName site) {
        return Optional.ofNullable(scope.inventory().sites().get(site)).flatMap(Site::movers);
    }

    /// As the build tags it; `dev` for classes outside a jar.
    private static String ownImage() {
        return IMAGE
                + Optional.ofNullable(Ways.class.getPackage().getImplementationVersion())
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
