package gotthard.transfer.stream;

import gotthard.transfer.Refused;
import gotthard.transfer.tree.Stage;
import gotthard.transfer.tree.Tree;
import gotthard.transfer.wire.Frame;
import gotthard.transfer.wire.Packer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;

/// The end at the target. It compares the source's manifest, while it comes, with its own, asks for what it lacks, and places it.
public final class Receiver {
    private static final int ORDERS = 16_384;

    private final Tree tree;
    private final String key;
    private final Books books;
    private final Manner manner;
    private final Executor executor;

    /// The manifests of a receiver.
    ///
    /// @param target the file that [Tree#survey] wrote of the target
    /// @param source where the manifest of the source is written as it comes; torn unless the attempt comes to an end
    public record Books(Path target, Path source) {}

    /// Receives into a tree.
    ///
    /// @param key of the stage: the same for all attempts of one transfer
    /// @param executor has a thread for each line
    public Receiver(Tree tree, String key, Books books, Manner manner, Executor executor) {
        this.tree = tree;
        this.key = key;
        this.books = books;
        this.manner = manner;
        this.executor = executor;
    }

    /// Makes one attempt.
    ///
    /// @param lines at least two, in the same order as at the other end; they are closed at the end
    public Ended receive(List<Line> lines) throws InterruptedException {
        return Endings.of(
                () -> {
                    try (var stage = Stage.open(tree, key, manner.owners())) {
                        return new Attempt(lines, stage).run();
                    }
                });
    }

    private final class Attempt {
        private final List<Wire> wires;
        private final Stage stage;
        private final Orders orders = new Orders(ORDERS);
        private final Ledger ledger = new Ledger();

        Attempt(List<Line> lines, Stage stage) {
            this.wires = lines.stream().map(Wire::new).toList();
            this.stage = stage;
        }

        Ended run() throws IOException, Refused, InterruptedException {
            var tasks = new ArrayList<Crew.Task>();
            var wanting = new Wanting(wires.getFirst(), tree, stage, orders, ledger, manner, books);
            tasks.add(
                    () -> {
                        greet(wires.getFirst());
                        wanting.run();
                    });
            for (Wire wire : wires.subList(1, wires.size())) {
                tasks.add(
                        () -> {
                            greet(wire);
                            new Unloading(wire, tree, stage, orders, ledger, manner).run();
                        });
            }
            try {
                new Crew(executor, this::abort).carryOut(tasks);
                return finish(wanting);
            } finally {
                orders.close();
                wires.forEach(Wire::close);
            }
        }

        private void greet(Wire wire) throws IOException, Refused {
            var expected = new Frame.Hello(wires.indexOf(wire), wires.size());
            Frame found = wire.next();
            if (!found.equals(expected)) {
                throw new Refused(
                        "the other end's lines are not those that were expected: "
                                + found
                                + " instead of "
                                + expected,
                        "give both ends the same lines in the same order");
            }
        }

        private Ended finish(Wanting wanting) throws IOException, Refused {
            if (!orders.isEmpty()) {
                throw new Refused(
                        "the source came to its end and has not sent all that was asked for",
                        "check that both ends are of the same version, and try again");
            }
            wanting.settle();
            Tally tally = ledger.tally();
            if (tally.failed() == 0) {
                stage.remove();
            }
            try (var packer = new Packer()) {
                wires.getFirst()
                        .send(
                                packer,
                                new Frame.Placed(tally.files(), tally.bytes(), tally.failed()));
            }
            return tally.failed() == 0
                    ? new Ended.Complete(tally)
                    : new Ended.Incomplete(tally, ledger.troubles());
        }

        private void abort(Throwable failure) {
            Endings.told(failure).ifPresent(wires.getFirst()::stop);
            orders.cut();
            wires.forEach(Wire::hangUp);
        }
    }
}
