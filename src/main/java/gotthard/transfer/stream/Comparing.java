package gotthard.transfer.stream;

import gotthard.transfer.Refused;
import gotthard.transfer.manifest.Entry;
import gotthard.transfer.manifest.ListedEntries;
import gotthard.transfer.manifest.ManifestReader;
import gotthard.transfer.manifest.ManifestWriter;
import gotthard.transfer.manifest.Pairs;
import gotthard.transfer.manifest.Seal;
import gotthard.transfer.tree.Owners;
import gotthard.transfer.tree.Stage;
import gotthard.transfer.wire.Frame;
import gotthard.transfer.wire.Packer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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
                        switch (target.folder()) {
                            case OWN ->
                                    List.of(
                                            () -> source.set(heard(wires, books, _ -> {})),
                                            () -> look(books));
                            case SHARED, MERGED -> List.of(() -> source.set(looked(wires, books)));
                        });
        if (look instanceof Look.Common) {
            readCommon(books, wire);
        }
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

    private Optional<Seal> heard(List<Wire> wires, Books books, Digesting.Listener listener)
            throws IOException, Refused, InterruptedException {
        Greeting.hear(wires.getFirst(), Greeting.of(0, wires.size(), target.part()));
        return Optional.of(new Hearing(wires.getFirst(), meter).run(books.declared(), listener));
    }

    /// Looks only at what the source names, while it names it.
    private Optional<Seal> looked(List<Wire> wires, Books books)
            throws IOException, Refused, InterruptedException {
        Path listed = books.listed();
        var _ = books.survey(target, listed);
        var digesting = new Digesting(target.tree(), look, executor);
        try (var pairs = new Named(ManifestReader.open(Files.newInputStream(listed)));
                var read = ManifestWriter.begin(Files.newOutputStream(books.read()))) {
            Optional<Seal> source =
                    heard(
                            wires,
                            books,
                            named -> {
                                List<Entry> there = pairs.of(named);
                                digesting.read(there);
                                for (Entry entry : there) {
                                    read.add(entry);
                                }
                            });
            Seal _ = read.seal();
            if (look instanceof Look.Recorded) {
                books.record();
            }
            return source;
        }
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

    /// What both have takes the place of what was told and listed.
    private void readCommon(Books books, Wire wire)
            throws IOException, Refused, InterruptedException {
        Path told = fresh(books.declared());
        Path there = fresh(books.read());
        try (var pairs =
                        new Pairs(
                                ManifestReader.open(Files.newInputStream(books.declared())),
                                ManifestReader.open(Files.newInputStream(books.read())));
                var source = ManifestWriter.begin(Files.newOutputStream(told));
                var found = ManifestWriter.begin(Files.newOutputStream(there))) {
            var digesting = new Digesting(target.tree(), new Look.Full(), executor);
            new Asking(wire, digesting, source, found).run(pairs);
            Seal _ = source.seal();
            Seal _ = found.seal();
        }
        Files.move(told, books.declared(), StandardCopyOption.ATOMIC_MOVE);
        Files.move(there, books.read(), StandardCopyOption.ATOMIC_MOVE);
    }

    private static Path fresh(Path book) {
        return book.resolveSibling(book.getFileName() + ".new");
    }

    private Compared found(Books books, Seal source) throws IOException, Refused {
        var findings = new Findings(look, since, target.folder());
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
