package gotthard.objects;

import gotthard.action.Context;
import gotthard.action.Failure;
import gotthard.action.Unreachable;
import gotthard.transfer.Refused;

import java.io.IOException;
import java.nio.file.Path;

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

    /// What both sides list.
    record Sides(Catalogue source, Catalogue target) {}

    /// Lists both sides at the same time.
    ///
    /// @param folder for the manifests, this call's alone
    Sides list(Path folder) throws IOException, Refused, Unreachable, InterruptedException {
        try (var hands = new Hands(2);
                var ours = new Catalogue.Draft(folder, "source");
                var theirs = new Catalogue.Draft(folder, "target")) {
            var both = new Catalogue[2];
            hands.give(() -> both[0] = Catalogue.of(source.server(), source.shelf(), ours));
            hands.give(() -> both[1] = Catalogue.of(target.server(), target.shelf(), theirs));
            hands.finish();
            if (both[0].seal().count() == 0) {
                throw new Unreachable(
                        Failure.refused(
                                source.shelf().shown()
                                        + " holds no objects, and nothing compared proves nothing",
                                "check the store and its folder; if they are right, leave this region out of the step"));
            }
            return new Sides(both[0], both[1]);
        }
    }
}
