package gotthard.dataset;

import gotthard.action.Moving;
import gotthard.action.Route;
import gotthard.action.Scope;
import gotthard.files.ByMovers;
import gotthard.files.FileRoute;
import gotthard.files.MoverOptions;
import gotthard.files.Via;
import gotthard.files.jobs.VolumeRoute;
import gotthard.inventory.CellPlace;
import gotthard.inventory.Inventory;
import gotthard.inventory.Store;
import gotthard.objects.ObjectRoute;
import gotthard.problem.Checked;
import gotthard.problem.Code;
import gotthard.problem.Problem;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds the route of each cell by how its two sites keep it.
record Ways(String kind, Scope scope, Level level, Carriage carriage) {
    static final Moving.Kept KEPT =
            new Moving.Kept(
                    new Code("no-folder"),
                    "folder or bucket",
                    "a store and a folder in it, or a store that is a bucket",
                    place -> place.store() instanceof Store.InBucket || !place.folder().isEmpty());

    private static final Code NO_WAY = new Code("dataset-no-way");
    private static final Code NOT_WHOLE = new Code("dataset-not-whole");

    /// What carries data.
    sealed interface Carriage {
        /// What was asked for.
        Optional<Via> via();

        /// What movers are told, where they carry it.
        MoverOptions movers();

        /// Only thither.
        record OneWay(Optional<Via> via, MoverOptions movers) implements Carriage {}

        /// Thither and back.
        record BothWays(Optional<Via> via, MoverOptions movers) implements Carriage {}
    }

    Checked<List<Route>> of(Moving.Bound bound, Route.Manner manner) {
        var routes = new ArrayList<Route>();
        for (Moving.Bound.Cell cell : bound.cells()) {
            if (!isWhole(cell) && !isByMovers(cell)) {
                return Checked.invalid(
                        Problem.error(
                                        NOT_WHOLE,
                                        scope.place(),
                                        "%s keeps whole folders alike, and %s is told from others by a list or a tag"
                                                .formatted(kind, cell.id()))
                                .withAdvice(
                                        "give it a folder of its own, or repeat files.copy or objects.copy"));
            }
            switch (route(bound, cell, manner)) {
                case Checked.Valid<Route>(var route, _) -> routes.add(route);
                case Checked.Invalid<Route>(var problems) -> {
                    return new Checked.Invalid<>(problems);
                }
            }
        }
        return Checked.valid(routes);
    }

    private static boolean isWhole(Moving.Bound.Cell cell) {
        return cell.from().isWhole() && cell.to().isWhole();
    }

    /// Movers, one way, know what a list names.
    private boolean isByMovers(Moving.Bound.Cell cell) {
        return carriage instanceof Carriage.OneWay && goes(Via.JOBS) && areInVolumes(cell);
    }

    private static boolean areInVolumes(Moving.Bound.Cell cell) {
        return cell.from().store() instanceof Store.OnVolume
                && cell.to().store() instanceof Store.OnVolume;
    }

    private Checked<Route> route(Moving.Bound bound, Moving.Bound.Cell cell, Route.Manner manner) {
        if (cell.from().store() instanceof Store.OnHost from
                && cell.to().store() instanceof Store.OnHost to
                && goes(Via.SSH)) {
            return Checked.valid(
                    new FileRoute(
                            cell.id(),
                            folder(from, cell.from()),
                            folder(to, cell.to()),
                            filesLevel(),
                            manner));
        }
        if (areInVolumes(cell) && goes(Via.JOBS)) {
            return new ByMovers(kind, carriage.movers(), bound, scope)
                    .order(List.of(cell), filesLevel())
                    .map(order -> new VolumeRoute(order, manner));
        }
        if (cell.from().store() instanceof Store.InBucket from
                && cell.to().store() instanceof Store.InBucket to
                && carriage.via().isEmpty()) {
            return Checked.valid(
                    new ObjectRoute(
                            cell.id(),
                            new ObjectRoute.End(from, cell.from().folder()),
                            new ObjectRoute.End(to, cell.to().folder()),
                            objectsLevel(),
                            manner));
        }
        return Checked.invalid(
                Problem.error(
                                NO_WAY,
                                scope.place(),
                                "%s%s knows no way for %s from %s to %s"
                                        .formatted(
                                                kind,
                                                carriage.via().map(Via::written).orElse(""),
                                                cell.id(),
                                                shown(cell.from()),
                                                shown(cell.to())))
                        .withAdvice(
                                "keep it on hosts at both sites (via: ssh), in volumes at both (via: jobs) or in buckets at both"));
    }

    private boolean goes(Via way) {
        return carriage.via().orElse(way) == way;
    }

    private static Inventory.CellFolder folder(Store.OnHost host, CellPlace place) {
        return new Inventory.CellFolder(host.endpoint(), host.path() + "/" + place.folder());
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

    private gotthard.files.Level filesLevel() {
        return switch (level) {
            case FULL -> gotthard.files.Level.FULL;
            case SAMPLE -> gotthard.files.Level.SAMPLE;
            case RECORDED -> gotthard.files.Level.RECORDED;
            case COUNT -> gotthard.files.Level.COUNT;
        };
    }

    private gotthard.objects.Level objectsLevel() {
        return switch (level) {
            case FULL -> gotthard.objects.Level.FULL;
            case SAMPLE -> gotthard.objects.Level.SAMPLE;
            case RECORDED -> gotthard.objects.Level.RECORDED;
            case COUNT -> gotthard.objects.Level.COUNT;
        };
    }
}
