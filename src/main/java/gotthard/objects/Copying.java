package gotthard.objects;

import gotthard.action.Context;
import gotthard.action.Failure;
import gotthard.action.Unreachable;
import gotthard.inventory.Selection;
import gotthard.transfer.Refused;
import gotthard.transfer.RelativePath;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// One cell's way from its source to its target under one key.
record Copying(CellShelves cell, Side source, Side target, Mark mark, Turn turn, Context context) {
    /// How many things are done at a time.
    static final int HANDS = 32;

    static Copying of(CellShelves cell, Context context) throws Unreachable, InterruptedException {
        var source = context.open(new ObjectsConnector(), cell.from().server());
        var target = context.open(new ObjectsConnector(), cell.to().server());
        var mark = Mark.of(target, cell.to(), cell.cell(), context);
        return new Copying(
                cell,
                new Side(source, cell.from(), context),
                new Side(target, cell.to(), context),
                mark,
                new Turn(mark, context),
                context);
    }

    /// The same way for a version at each side; empty for what is current.
    Copying of(String here, String there) {
        return new Copying(cell, source.of(here), target.of(there), mark, turn, context);
    }

    /// Whether all that lies at the source is the cell's.
    boolean isAlone() {
        return cell.selection().equals(Selection.EVERYTHING);
    }

    /// What both sides list.
    record Sides(Catalogue source, Catalogue target) {}

    /// Lists both sides at the same time: of the source what is the cell's, of the target all that is there.
    ///
    /// @param folder for the manifests, this call's alone
    Sides list(Path folder) throws IOException, Refused, Unreachable, InterruptedException {
        Sides sides = listWhatMayBeEmpty(folder);
        if (sides.source().seal().count() == 0) {
            throw new Unreachable(nothing());
        }
        return sides;
    }

    private Failure nothing() {
        return Failure.refused(
                source.shelf().shown()
                        + " holds no objects"
                        + (isAlone() ? "" : " of " + cell.cell())
                        + ", and nothing compared proves nothing",
                "check the store and its folder; if they are right, leave this region out of the step");
    }

    /// Whether both sides have the same content in an object of a size.
    boolean isEqual(RelativePath path, long size) throws Unreachable, InterruptedException {
        return target.read(path, size)
                .map(Side.Seen::content)
                .equals(source.read(path, size).map(Side.Seen::content));
    }

    /// What both sides keep.
    record Kept(Histories source, Histories target) {}

    /// Lists what both sides keep: of the source what is the cell's, of the target all that is there.
    Kept histories() throws IOException, Refused, Unreachable, InterruptedException {
        Optional<Failure> lacking = target.server().lackingVersions(target.shelf().bucket());
        if (lacking.isPresent()) {
            throw new Unreachable(lacking.get());
        }
        var both = new Histories[2];
        try (var hands = new Hands(2)) {
            hands.give(() -> both[0] = chosen().histories());
            hands.give(() -> both[1] = Histories.of(target.server(), target.shelf(), _ -> true));
            hands.finish();
        }
        if (both[0].all().isEmpty()) {
            throw new Unreachable(nothing());
        }
        return new Kept(both[0], both[1]);
    }

    private Chosen chosen() {
        return new Chosen(cell.cell(), source.server(), source.shelf(), cell.selection());
    }

    /// The same where the source may have nothing yet.
    Sides listWhatMayBeEmpty(Path folder)
            throws IOException, Refused, Unreachable, InterruptedException {
        try (var hands = new Hands(2)) {
            var both = new Catalogue[2];
            var there =
                    new Chosen(cell.cell(), target.server(), target.shelf(), Selection.EVERYTHING);
            hands.give(() -> both[0] = chosen().list(folder, "source"));
            hands.give(() -> both[1] = there.list(folder, "target"));
            hands.finish();
            return new Sides(both[0], both[1]);
        }
    }
}
