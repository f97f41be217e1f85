package gotthard.transfer.stream;

import gotthard.transfer.Refused;
import gotthard.transfer.tree.Stage;
import gotthard.transfer.tree.Survey;
import gotthard.transfer.wire.Frame;
import gotthard.transfer.wire.Packer;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;

/// The end at the target. It compares the source's manifest, while it comes, with its own, asks for what it lacks, and places it.
public final class Receiver {
    private static final int ORDERS = 16_384;

    /// Blocks that are written and synced at the same time, for each line.
    private static final int PLACERS = 3;

    private final Target target;
    private final Manner manner;
    private final Meter meter;
    private final Executor executor;
    private boolean surveyed;

    /// Receives into a tree. The stage stays with its books.
    ///
    /// @param meter a fresh one
    /// @param executor has a thread for each of about four tasks a line
    public Receiver(Target target, Manner manner, Meter meter, Executor executor) {
        this.target = target;
        this.manner = manner;
        this.meter = meter;
        this.executor = executor;
    }

    /// Looks what is at the target, which [#receive] does otherwise; no line has to be there for it.
    public Survey survey() throws IOException, Refused {
        try (var stage = open()) {
            Survey survey = new Books(stage).survey(target);
            surveyed = true;
            return survey;
        }
    }

    /// Makes the attempt.
    ///
    /// @param lines at least two, in the same order as at the other end; they are closed at the end
    public Ended receive(List<Line> lines) throws InterruptedException {
        return Endings.of(
                () -> {
                    if (!surveyed) {
                        survey();
                    }
                    try (var stage = open();
                            var log = new Books(stage).log()) {
                        return new Attempt(lines, stage, log).run();
                    }
                });
    }

    private Stage open() throws IOException, Refused {
        return Stage.open(target.tree(), target.key(), manner.owners());
    }

    private final class Attempt {
        private final List<Wire> wires;
        private final Stage stage;
        private final Log log;
        private final Conveyor<Frame.Block> blocks;
        private final Orders orders = new Orders(ORDERS);
        private final Ledger ledger = new Ledger(meter);

        Attempt(List<Line> lines, Stage stage, Log log) {
            var free = new Pacing(Pace.FREE);
            this.wires = lines.stream().map(line -> new Wire(line, free, meter)).toList();
            this.stage = stage;
            this.log = log;
            this.blocks = new Conveyor<>(PLACERS * (lines.size() - 1), lines.size() - 1);
        }

        Ended run() throws IOException, Refused, InterruptedException {
            var tasks = new ArrayList<Crew.Task>();
            var wanting = new Wanting(wires.getFirst(), target, stage, log, orders, ledger, manner);
            tasks.add(
                    () -> {
                        greet(wires.getFirst());
                        wanting.run();
                    });
            for (Wire wire : wires.subList(1, wires.size())) {
                tasks.add(
                        () -> {
                            greet(wire);
                            new Unloading(wire, blocks, orders, placing()).run();
                        });
                for (int i = 0; i < PLACERS; i++) {
                    tasks.add(() -> placing().run(blocks));
                }
            }
            try {
                new Crew(executor, this::abort).carryOut(tasks);
                return finish(wanting);
            } finally {
                orders.close();
                wires.forEach(Wire::close);
            }
        }

        private Placing placing() {
            return new Placing(target.tree(), stage, log, orders, ledger, manner);
        }

        private void greet(Wire wire) throws IOException, Refused {
            Greeting.hear(wire, Greeting.of(wires.indexOf(wire), wires.size(), target.part()));
        }

        private Ended finish(Wanting wanting) throws IOException, Refused, InterruptedException {
            if (!orders.isEmpty()) {
                throw new Refused(
                        "the source came to its end and has not sent all that was asked for",
                        "check that both ends are of the same version, and try again");
            }
            wanting.settle();
            Tally tally = ledger.tally();
            try (var packer = new Packer()) {
                wires.getFirst()
                        .send(
                                packer,
                                new Frame.Placed(
                                        tally.files(),
                                        tally.bytes(),
                                        tally.failed(),
                                        tally.extra()));
            }
            return tally.failed() == 0
                    ? new Ended.Complete(tally)
                    : new Ended.Incomplete(tally, ledger.troubles());
        }

        private void abort(Throwable failure) {
            Endings.told(failure).ifPresent(wires.getFirst()::stop);
            orders.cut();
            blocks.cut();
            wires.forEach(Wire::hangUp);
        }
    }
}
