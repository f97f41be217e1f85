package gotthard.dataset;

import gotthard.action.Moving;
import gotthard.action.Route;
import gotthard.action.Scope;
import gotthard.files.FileRoute;
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
record Ways(String kind, Scope scope, Level level) {
    static final Moving.Kept KEPT =
            new Moving.Kept(
                    new Code("no-folder"),
                    "folder or bucket",
                    "a store and a folder in it, or a store that is a bucket",
                    place -> place.store() instanceof Store.InBucket || !place.folder().isEmpty());

    private static final Code NO_WAY = new Code("dataset-no-way");
    private static final Code NOT_WHOLE = new Code("dataset-not-whole");

    Checked<List<Route>> of(Moving.Bound bound, Route.Manner manner) {
        var routes = new ArrayList<Route>();
        for (Moving.Bound.Cell cell : bound.cells()) {
            if (!cell.from().isWhole() || !cell.to().isWhole()) {
                return Checked.invalid(
                        Problem.error(
                                        NOT_WHOLE,
                                        scope.place(),
                                        "%s keeps whole folders alike, and %s is told from others by a list or a tag"
                                                .formatted(kind, cell.id()))
                                .withAdvice(
                                        "give it a folder of its own, or repeat files.copy or objects.copy"));
            }
            Optional<Route> route = route(cell, manner);
            if (route.isEmpty()) {
                return Checked.invalid(
                        Problem.error(
                                        NO_WAY,
                                        scope.place(),
                                        "%s knows no way for %s from %s to %s"
                                                .formatted(
                                                        kind,
                                                        cell.id(),
                                                        shown(cell.from()),
                                                        shown(cell.to())))
                                .withAdvice(
                                        "keep it on hosts at both sites or in buckets at both; between volumes, files.copy can be repeated by steps of its own"));
            }
            routes.add(route.get());
        }
        return Checked.valid(routes);
    }

    private Optional<Route> route(Moving.Bound.Cell cell, Route.Manner manner) {
        if (cell.from().store() instanceof Store.OnHost from
                && cell.to().store() instanceof Store.OnHost to) {
            return Optional.of(
                    new FileRoute(
                            cell.id(),
                            folder(from, cell.from()),
                            folder(to, cell.to()),
                            filesLevel(),
                            manner));
        }
        if (cell.from().store() instanceof Store.InBucket from
                && cell.to().store() instanceof Store.InBucket to) {
            return Optional.of(
                    new ObjectRoute(
                            cell.id(),
                            new ObjectRoute.End(from, cell.from().folder()),
                            new ObjectRoute.End(to, cell.to().folder()),
                            objectsLevel(),
                            manner));
        }
        return Optional.empty();
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
