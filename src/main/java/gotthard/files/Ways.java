package gotthard.files;

import gotthard.action.Moving;
import gotthard.action.Moving.Bound.Cell;
import gotthard.action.Scope;
import gotthard.action.Work;
import gotthard.files.jobs.VolumeCopy;
import gotthard.inventory.CellPlace;
import gotthard.inventory.Inventory;
import gotthard.inventory.Selection;
import gotthard.inventory.Store;
import gotthard.problem.Checked;
import gotthard.problem.Code;
import gotthard.problem.Problem;

import java.util.List;
import java.util.Optional;

/// Which way files go: between hosts through this program, between volumes by movers.
record Ways(CopyKind.With with, Moving.Bound bound, Scope scope) {
    static final Code NO_WAY = new Code("copy-no-way");

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
            return new ByMovers("files.copy", with.movers(), bound, scope)
                    .order(cells, with.level())
                    .map(order -> new Work.Change(new VolumeCopy(order)));
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
                                                with.via().map(Via::written).orElse(""),
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
}
