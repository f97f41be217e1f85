package gotthard.mover;

import gotthard.transfer.Amount;
import gotthard.transfer.Refused;
import gotthard.transfer.stream.Clearing.Cleared;
import gotthard.transfer.tree.Tree;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The work of a deletion: what was decided goes, as far as it is still as it was then. Or it only tells what was decided, or forgets it.
final class Clearing implements Work {
    private final Workplace place;

    Clearing(Workplace place) {
        this.place = place;
    }

    @Override
    public Verdict run() throws IOException, Refused {
        return switch (place.command().removes()) {
            case ALL -> clear(Deciding.there(place.command().place().root()));
            case NOTHING -> tell();
            case BOOKS -> new Removing(place).run();
        };
    }

    private Verdict clear(Tree tree) throws IOException, Refused {
        Command.Deletion asked = place.command().deletion();
        Cleared cleared =
                clearing(tree).run(asked.round().orElse(""), Math.max(1, asked.covering()));
        var notes = new ArrayList<>(cleared.notes());
        notes.addAll(Remains.at(place.command().place()));
        place.account().notes(notes);
        return cleared.left().equals(Amount.NONE)
                ? Verdict.complete()
                : Verdict.incomplete(
                        cleared.named(),
                        cleared.left().files() + " things came or changed meanwhile, and stay",
                        "see the troubles");
    }

    private Verdict tell() throws IOException, Refused {
        Path root = place.command().place().root();
        if (!java.nio.file.Files.isDirectory(root)) {
            return Verdict.complete();
        }
        Tree tree = Tree.at(root);
        boolean isNothing =
                !tree.hasStage(place.command().place().stage())
                        || clearing(tree).decided().equals(Amount.NONE);
        return isNothing
                ? Verdict.complete()
                : Verdict.incomplete(
                        List.of(), "something was decided to be deleted", "see what is left");
    }

    private gotthard.transfer.stream.Clearing clearing(Tree tree) {
        return new gotthard.transfer.stream.Clearing(
                place.command().place().target(tree),
                place.command().deletion().clearable(place.command().place()),
                place.account().attempt());
    }
}
