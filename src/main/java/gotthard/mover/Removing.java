package gotthard.mover;

import gotthard.transfer.Amount;
import gotthard.transfer.Refused;
import gotthard.transfer.stream.Target;
import gotthard.transfer.stream.Withdrawing;
import gotthard.transfer.stream.Withdrawn;
import gotthard.transfer.tree.Owners;
import gotthard.transfer.tree.Removal;
import gotthard.transfer.tree.Stage;
import gotthard.transfer.tree.Tree;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The work of a withdrawal: what the receivers of this key have placed is removed, as far as it is still as it was placed. Where there
/// is no stage, nothing was placed.
final class Removing implements Work {
    private final Workplace place;

    Removing(Workplace place) {
        this.place = place;
    }

    /// What is removed.
    enum Extent {
        /// What was placed, then the stage.
        ALL,
        /// The stage alone.
        BOOKS,
        /// Nothing; it is only told whether there is a stage.
        NOTHING
    }

    @Override
    public Verdict run() throws IOException, Refused {
        Path root = place.command().place().root();
        String key = place.command().place().stage();
        if (!Files.isDirectory(root)) {
            return Verdict.complete();
        }
        Tree tree = Tree.at(root);
        if (!tree.hasStage(key)) {
            return Verdict.complete();
        }
        return switch (place.command().removes()) {
            case ALL -> withdraw(place.command().place().target(tree));
            case BOOKS -> forget(tree, key);
            case NOTHING ->
                    Verdict.incomplete(
                            List.of(),
                            "there is still a stage of this key",
                            "withdraw what was placed");
        };
    }

    private Verdict withdraw(Target target) throws IOException, Refused {
        Withdrawn withdrawn = new Withdrawing(target, Removal.Proof.TIME).run();
        place.account().removed(new Amount(withdrawn.files(), 0), withdrawn.kept());
        return withdrawn.kept() == 0
                ? Verdict.complete()
                : Verdict.incomplete(
                        withdrawn.troubles(),
                        withdrawn.kept() + " things are not as they were placed, and stay",
                        "see the troubles");
    }

    private static Verdict forget(Tree tree, String key) throws IOException, Refused {
        try (var stage = Stage.open(tree, key, Owners.RECEIVER)) {
            stage.remove();
        }
        return Verdict.complete();
    }
}
