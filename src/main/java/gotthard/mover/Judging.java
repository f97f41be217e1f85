package gotthard.mover;

import gotthard.transfer.Refused;
import gotthard.transfer.stream.Compared;
import gotthard.transfer.stream.Comparing;
import gotthard.transfer.stream.Ended;
import gotthard.transfer.stream.Line;
import gotthard.transfer.stream.Since;
import gotthard.transfer.stream.Target;
import gotthard.transfer.tree.Stage;
import gotthard.transfer.tree.Tree;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The work of the end at the target that compares. It leaves the tree as it was: where no receiver of its key has been, its books go
/// when it is done, and a folder that is not there stays so.
final class Judging implements Work {
    private final Workplace place;

    Judging(Workplace place) {
        this.place = place;
    }

    @Override
    public Verdict run() throws IOException, Refused, InterruptedException {
        Path root = place.command().place().root();
        if (Files.exists(root)) {
            return judge(Tree.at(root));
        }
        Path nothing = Files.createTempDirectory("gotthard-mover");
        try {
            return judge(Tree.at(nothing));
        } finally {
            Files.delete(nothing);
        }
    }

    private Verdict judge(Tree tree) throws IOException, Refused, InterruptedException {
        String key = place.command().place().stage();
        var target = place.command().place().target(tree);
        boolean isOfReceiver = tree.hasStage(key);
        try {
            return new Reception(place).run(() -> attempt(target));
        } finally {
            if (!isOfReceiver && tree.hasStage(key)) {
                try (var stage = Stage.open(tree, key, place.command().manner().owners())) {
                    stage.remove();
                }
            }
        }
    }

    private Reception.Attempt attempt(Target target) {
        var comparing =
                new Comparing(
                        target,
                        place.command().manner().owners(),
                        place.command().look(),
                        new Since(place.command().asOf(), place.command().manner().standing()),
                        place.account().attempt(),
                        place.executor());
        return new Reception.Attempt() {
            @Override
            public void prepare() {}

            @Override
            public Ended run(List<Line> lines) throws InterruptedException {
                Ended ended = comparing.run(lines);
                comparing.compared().ifPresent(Judging.this::tell);
                return ended;
            }
        };
    }

    private void tell(Compared compared) {
        place.account().root(compared.source().root());
        place.account().compared(compared);
    }
}
