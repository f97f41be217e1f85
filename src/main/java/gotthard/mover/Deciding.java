package gotthard.mover;

import gotthard.transfer.Refused;
import gotthard.transfer.stream.Ended;
import gotthard.transfer.stream.Line;
import gotthard.transfer.stream.Target;
import gotthard.transfer.tree.Owners;
import gotthard.transfer.tree.Stage;
import gotthard.transfer.tree.Tree;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The work of the end where something is to be deleted, before it is: it finds out whether another site has all of it. One that is only to
/// tell leaves the tree as it was.
final class Deciding implements Work {
    private final Workplace place;

    Deciding(Workplace place) {
        this.place = place;
    }

    @Override
    public Verdict run() throws IOException, Refused, InterruptedException {
        Tree tree = there(place.command().place().root());
        String key = place.command().place().stage();
        Target target = place.command().place().target(tree);
        boolean hadStage = tree.hasStage(key);
        try {
            return new Reception(place).run(() -> attempt(target));
        } finally {
            if (!hadStage && place.command().deletion().round().isEmpty() && tree.hasStage(key)) {
                try (var stage = Stage.open(tree, key, Owners.RECEIVER)) {
                    stage.remove();
                }
            }
        }
    }

    /// The tree of a folder that has to be there.
    static Tree there(Path root) throws IOException, Refused {
        if (!Files.isDirectory(root)) {
            throw new Refused(
                    root + " is not there",
                    "correct the folder of the store in the inventory; where nothing was to be deleted from the beginning, leave the region out");
        }
        return Tree.at(root);
    }

    private Reception.Attempt attempt(Target target) {
        var deciding =
                new gotthard.transfer.stream.Deciding(
                        target,
                        place.command().deletion().clearable(place.command().place()),
                        place.command().deletion().look(),
                        place.account().attempt(),
                        place.executor());
        return new Reception.Attempt() {
            @Override
            public void prepare() throws IOException, Refused {
                deciding.survey();
            }

            @Override
            public Ended run(List<Line> lines) throws InterruptedException {
                Ended ended = deciding.run(lines);
                deciding.compared()
                        .ifPresent(
                                compared -> {
                                    place.account().root(compared.source().root());
                                    place.account().compared(compared);
                                });
                place.account().notes(deciding.notes());
                return ended;
            }
        };
    }
}
