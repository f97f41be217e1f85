package gotthard.transfer.stream;

import gotthard.transfer.Refused;
import gotthard.transfer.manifest.Entry;
import gotthard.transfer.wire.Frame;
import gotthard.transfer.wire.Packer;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

/// The end at the source. It tells its whole manifest on the first line, and meanwhile sends on the others what the target wants.
public final class Sender {
    private static final int ERRANDS = 4096;
    private static final int TOLD = 100;

    /// Pieces of big files that may be under way on a line: one goes while the other end writes the one before.
    private static final int WINDOW = 2;

    private final Source source;
    private final Pace pace;
    private final Meter meter;
    private final Executor executor;

    /// Sends what a manifest lists.
    ///
    /// @param meter a fresh one
    /// @param executor has a thread for each of about three tasks a line
    public Sender(Source source, Pace pace, Meter meter, Executor executor) {
        this.source = source;
        this.pace = pace;
        this.meter = meter;
        this.executor = executor;
    }

    /// Makes one attempt.
    ///
    /// @param lines at least two, in the same order as at the other end; they are closed at the end
    public Ended send(List<Line> lines) throws InterruptedException {
        return Endings.of(() -> new Attempt(lines).run());
    }

    private final class Attempt {
        private final Pacing pacing = new Pacing(pace);
        private final List<Wire> wires;
        private final Conveyor<Errand> errands = new Conveyor<>(ERRANDS, 1);
        private final Conveyor<Parcel> frames;
        private final List<Trouble> troubles = Collections.synchronizedList(new ArrayList<>());
        private Optional<Tally> placed = Optional.empty();

        Attempt(List<Line> lines) {
            this.wires = lines.stream().map(line -> new Wire(line, pacing, meter)).toList();
            this.frames = new Conveyor<>(lines.size(), lines.size() - 1);
        }

        Ended run() throws IOException, Refused, InterruptedException {
            var tasks = new ArrayList<Crew.Task>();
            tasks.add(this::list);
            tasks.add(this::listen);
            for (Wire wire : wires.subList(1, wires.size())) {
                tasks.add(new Loading(source.tree(), errands, frames, this::gone)::run);
                tasks.add(() -> write(wire));
            }
            try {
                new Crew(executor, this::abort).carryOut(tasks);
            } finally {
                wires.forEach(Wire::close);
            }
            Tally tally = placed.orElseThrow();
            return tally.failed() == 0
                    ? new Ended.Complete(tally)
                    : new Ended.Incomplete(tally, troubles);
        }

        private void list() throws IOException, Refused, InterruptedException {
            greet(wires.getFirst());
            new Telling(source, new Digesting(source.tree(), new Look.Recorded(), executor), meter)
                    .run(wires.getFirst());
        }

        private void listen() throws IOException, Refused, InterruptedException {
            try (var named = new Numbered(source.manifest())) {
                while (placed.isEmpty()) {
                    switch (wires.getFirst().next()) {
                        case Frame.Wanted(var wishes) -> {
                            for (Frame.Wish wish : wishes) {
                                Entry file = named.file(wish.number());
                                var errand = new Errand(wish.number(), file, wish.kept());
                                meter.wanted(errand.size());
                                errands.put(errand);
                            }
                        }
                        case Frame.WantedAll _ -> errands.end();
                        case Frame.Placed(long files, long bytes, long failed, long extra) -> {
                            var tally = new Tally(files, bytes, failed, extra);
                            meter.told(tally);
                            placed = Optional.of(tally);
                        }
                        case Frame unexpected -> throw Unexpected.refused(unexpected);
                    }
                }
            }
        }

        private void write(Wire wire) throws IOException, Refused, InterruptedException {
            greet(wire);
            int underWay = 0;
            try (var packer = new Packer()) {
                for (var parcel = frames.take(); parcel.isPresent(); parcel = frames.take()) {
                    if (parcel.get().isAnswered()) {
                        underWay++;
                    }
                    if (underWay > WINDOW) {
                        hearTaken(wire);
                        underWay--;
                    }
                    wire.send(parcel.get().packed());
                }
                for (; underWay > 0; underWay--) {
                    hearTaken(wire);
                }
                wire.send(packer, new Frame.SentAll());
            }
        }

        /// What is under way is lost with a line, whatever its sockets hold. Other lines go on meanwhile.
        private static void hearTaken(Wire wire) throws IOException, Refused {
            Frame answer = wire.next();
            if (!(answer instanceof Frame.Taken)) {
                throw Unexpected.refused(answer);
            }
        }

        private void greet(Wire wire) throws IOException, InterruptedException {
            try (var packer = new Packer()) {
                wire.send(packer, Greeting.of(wires.indexOf(wire), wires.size(), source.part()));
            }
        }

        private void gone(Errand errand, Frame.Reason reason) {
            meter.failed();
            if (troubles.size() < TOLD) {
                troubles.add(Gone.trouble(errand.entry().path(), reason));
            }
        }

        private void abort(Throwable failure) {
            Endings.told(failure).ifPresent(wires.getFirst()::stop);
            pacing.cut();
            errands.cut();
            frames.cut();
            wires.forEach(Wire::hangUp);
        }
    }
}
