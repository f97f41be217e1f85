package gotthard.mover;

import gotthard.transfer.Refused;
import gotthard.transfer.stream.Ended;
import gotthard.transfer.stream.Line;
import gotthard.transfer.stream.Receiver;
import gotthard.transfer.stream.Target;
import gotthard.transfer.tree.Tree;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

/// The work of a receiver: it looks what is there while it waits for its sender, and takes what comes.
final class Receiving implements Work {
    private final Workplace place;

    Receiving(Workplace place) {
        this.place = place;
    }

    @Override
    public Verdict run() throws IOException, Refused, InterruptedException {
        Tree tree = Tree.at(Files.createDirectories(place.command().place().root()));
        var target = place.command().place().target(tree);
        return new Reception(place).run(() -> attempt(target));
    }

    private Reception.Attempt attempt(Target target) {
        var receiver =
                new Receiver(
                        target,
                        place.command().manner(),
                        place.account().attempt(),
                        place.executor());
        return new Reception.Attempt() {
            @Override
            public void prepare() throws IOException, Refused, InterruptedException {
                receiver.survey();
            }

            @Override
            public Ended run(List<Line> lines) throws InterruptedException {
                return receiver.receive(lines);
            }
        };
    }
}
