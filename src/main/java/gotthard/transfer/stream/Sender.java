package gotthard.transfer.stream;

import gotthard.transfer.Refused;
import gotthard.transfer.manifest.Entry;
import gotthard.transfer.manifest.ManifestReader;
import gotthard.transfer.tree.Tree;
import gotthard.transfer.wire.Frame;
import gotthard.transfer.wire.Packer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

/// The end at the source. It tells its whole manifest on the first line, and meanwhile sends on the others what the target wants.
public final class Sender {
    private static final int BATCH = 500;
    private static final int ERRANDS = 4096;
    private static final int TOLD = 100;

    private final Tree tree;
    private final Path manifest;
    private final Executor executor;

    /// Sends what a manifest lists.
    ///
    /// @param manifest a file that [Tree#survey] wrote
    /// @param executor has a thread for each of about three tasks a line
    public Sender(Tree tree, Path manifest, Executor executor) {
        this.tree = tree;
        this.manifest = manifest;
        this.executor = executor;
    }

    /// Makes one attempt.
    ///
    /// @param lines at least two, in the same order as at the other end; they are closed at the end
    public Ended send(List<Line> lines) throws InterruptedException {
        return Endings.of(() -> new Attempt(lines).run());
    }

    private final class Attempt {
        private final List<Wire> wires;
        private final Conveyor<Errand> errands = new Conveyor<>(ERRANDS, 1);
        private final Conveyor<byte[]> frames;
        private final List<Trouble> troubles = Collections.synchronizedList(new ArrayList<>());
        private Optional<Tally> placed = Optional.empty();

        Attempt(List<Line> lines) {
            this.wires = lines.stream().map(Wire::new).toList();
            this.frames = new Conveyor<>(lines.size(), lines.size() - 1);
        }

        Ended run() throws IOException, Refused, InterruptedException {
            var tasks = new ArrayList<Crew.Task>();
            tasks.add(this::list);
            tasks.add(this::listen);
            for (Wire wire : wires.subList(1, wires.size())) {
                tasks.add(new Loading(tree, errands, frames, this::gone)::run);
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

        private void list() throws IOException, Refused {
            Wire wire = wires.getFirst();
            try (var packer = new Packer();
                    var reader = ManifestReader.open(Files.newInputStream(manifest))) {
                wire.send(packer, new Frame.Hello(0, wires.size()));
                var batch = new ArrayList<Entry>();
                for (var next = reader.next(); next.isPresent(); next = reader.next()) {
                    batch.add(next.get());
                    if (batch.size() == BATCH) {
                        wire.send(packer, new Frame.Listed(batch));
                        batch.clear();
                    }
                }
                wire.send(packer, new Frame.Listed(batch));
                wire.send(packer, new Frame.ListedAll(reader.seal().orElseThrow()));
            }
        }

        private void listen() throws IOException, Refused, InterruptedException {
            try (var reader = ManifestReader.open(Files.newInputStream(manifest))) {
                long next = 0;
                while (placed.isEmpty()) {
                    switch (wires.getFirst().next()) {
                        case Frame.Wanted(var wishes) -> {
                            for (Frame.Wish wish : wishes) {
                                Optional<Entry> entry = reader.next();
                                for (; next < wish.number() && entry.isPresent(); next++) {
                                    entry = reader.next();
                                }
                                next++;
                                errands.put(errand(wish, entry));
                            }
                        }
                        case Frame.WantedAll _ -> errands.end();
                        case Frame.Placed(long files, long bytes, long failed) ->
                                placed = Optional.of(new Tally(files, bytes, failed));
                        case Frame unexpected -> throw Unexpected.refused(unexpected);
                    }
                }
            }
        }

        private Errand errand(Frame.Wish wish, Optional<Entry> entry) throws Refused {
            return entry.filter(Sizes::isFile)
                    .map(file -> new Errand(wish.number(), file, wish.kept()))
                    .orElseThrow(
                            () ->
                                    new Refused(
                                            "the target wants what is no file of the manifest",
                                            "check that both ends are of the same version"));
        }

        private void write(Wire wire) throws IOException, Refused, InterruptedException {
            try (var packer = new Packer()) {
                wire.send(packer, new Frame.Hello(wires.indexOf(wire), wires.size()));
                for (var frame = frames.take(); frame.isPresent(); frame = frames.take()) {
                    wire.send(frame.get());
                }
                wire.send(packer, new Frame.SentAll());
            }
        }

        private void gone(Errand errand, Frame.Reason reason) {
            if (troubles.size() < TOLD) {
                troubles.add(Gone.trouble(errand.entry().path(), reason));
            }
        }

        private void abort(Throwable failure) {
            Endings.told(failure).ifPresent(wires.getFirst()::stop);
            errands.cut();
            frames.cut();
            wires.forEach(Wire::hangUp);
        }
    }
}
