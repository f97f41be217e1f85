package gotthard.transfer.stream;

import gotthard.transfer.Refused;
import gotthard.transfer.manifest.ListedEntries;
import gotthard.transfer.manifest.ManifestReader;
import gotthard.transfer.manifest.ManifestWriter;
import gotthard.transfer.manifest.Seal;
import gotthard.transfer.tree.Owners;
import gotthard.transfer.tree.Stage;
import gotthard.transfer.wire.Frame;
import gotthard.transfer.wire.Packer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;

/// The end at the target of a comparison: looks what is there, hears what the source has, and compares. Nothing is copied, and only
/// the first line is used.
public final class Comparing {
    private final Target target;
    private final Owners owners;
    private final Look look;
    private final Since since;
    private final Meter meter;
    private final Executor executor;
    private Optional<Compared> compared = Optional.empty();

    /// Compares with what a transfer of the same key has brought.
    ///
    /// @param owners whether those of the source are expected
    /// @param look the same as at the other end
    /// @param since what is late, and no difference
    public Comparing(
            Target target, Owners owners, Look look, Since since, Meter meter, Executor executor) {
        this.target = target;
        this.owners = owners;
        this.look = look;
        this.since = since;
        this.meter = meter;
        this.executor = executor;
    }

    /// Makes one attempt. It is complete if the target has all that the source has, beside what is late.
    ///
    /// @param lines are closed at the end
    public Ended run(List<Line> lines) throws InterruptedException {
        var free = new Pacing(Pace.FREE);
        var wires = lines.stream().map(line -> new Wire(line, free, meter)).toList();
        try {
            return Endings.of(
                    () -> {
                        try (var stage = Stage.open(target.tree(), target.key(), owners)) {
                            return compare(new Books(stage), wires);
                        }
                    });
        } finally {
            wires.forEach(Wire::close);
        }
    }

    /// What was found, if the attempt came to its end.
    public Optional<Compared> compared() {
        return compared;
    }

    private Ended compare(Books books, List<Wire> wires)
            throws IOException, Refused, InterruptedException {
        Wire wire = wires.getFirst();
        var source = new AtomicReference<Optional<Seal>>(Optional.empty());
        new Crew(executor, failure -> abort(failure, wires))
                .carryOut(
                        List.of(
                                () -> {
                                    Frame hello = Greeting.of(0, wires.size(), target.part());
                                    Greeting.hear(wire, hello);
                                    var hearing = new Hearing(wire, meter);
                                    Seal seal = hearing.run(books.declared(), _ -> {});
                                    source.set(Optional.of(seal));
                                },
                                () -> look(books)));
        Compared found = found(books, source.get().orElseThrow());
        compared = Optional.of(found);
        var told =
                new Tally(
                        found.files().files(),
                        found.files().bytes(),
                        found.failed(),
                        found.tally().extra());
        meter.told(told);
        meter.late(found.late());
        try (var packer = new Packer()) {
            wire.send(
                    packer,
                    new Frame.Placed(told.files(), told.bytes(), told.failed(), told.extra()));
        }
        return found.isAlike()
                ? new Ended.Complete(told)
                : new Ended.Incomplete(told, found.told());
    }

    private void look(Books books) throws IOException, Refused, InterruptedException {
        Path listed = books.listed();
        var _ = books.survey(target, listed);
        try (var entries = ManifestReader.open(Files.newInputStream(listed));
                var read = ManifestWriter.begin(Files.newOutputStream(books.read()))) {
            new Digesting(target.tree(), look, executor)
                    .run(
                            entries,
                            some -> {
                                for (var entry : some) {
                                    read.add(entry);
                                }
                            });
            Seal _ = read.seal();
        }
        if (look instanceof Look.Recorded) {
            books.record();
        }
    }

    private Compared found(Books books, Seal source) throws IOException, Refused {
        var findings = new Findings(look, since);
        try (var wanted = recalled(books, books.declared());
                var found = recalled(books, books.read())) {
            return findings.of(source, wanted, found);
        }
    }

    private Recalled recalled(Books books, Path manifest) throws IOException, Refused {
        return new Recalled(
                ManifestReader.open(Files.newInputStream(manifest)),
                look instanceof Look.Recorded
                        ? ManifestReader.open(Files.newInputStream(books.recorded()))
                        : new ListedEntries(List.of()),
                target.part(),
                owners);
    }

    private static void abort(Throwable failure, List<Wire> wires) {
        Endings.told(failure).ifPresent(wires.getFirst()::stop);
        wires.forEach(Wire::hangUp);
    }
}
