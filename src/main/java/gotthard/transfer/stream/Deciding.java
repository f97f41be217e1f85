package gotthard.transfer.stream;

import gotthard.transfer.Amount;
import gotthard.transfer.Late;
import gotthard.transfer.Refused;
import gotthard.transfer.manifest.Content;
import gotthard.transfer.manifest.Divergences;
import gotthard.transfer.manifest.Entry;
import gotthard.transfer.manifest.ListedEntries;
import gotthard.transfer.manifest.ManifestWriter;
import gotthard.transfer.manifest.Pairs;
import gotthard.transfer.manifest.Seal;
import gotthard.transfer.tree.Owners;
import gotthard.transfer.tree.Stage;
import gotthard.transfer.wire.Frame;
import gotthard.transfer.wire.Packer;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

/// The end where something is to be deleted: hears what another site has, and asks it for the content of what is here and may go, and of what
/// was decided before, also where that is deleted already. Nothing is deleted. Only the first line is used.
public final class Deciding {
    private static final int TOLD = 10;

    private final Target target;
    private final Clearable clearable;
    private final Optional<Round> round;
    private final Meter meter;
    private final Executor executor;
    private final List<Trouble> troubles = new ArrayList<>();
    private long files;
    private long bytes;
    private long lacking;
    private Optional<Compared> compared = Optional.empty();
    private List<String> notes = List.of();

    /// @param round in which the other site covers; without it, it is only told whether anything is left here, or else what the other site lacks
    public Deciding(
            Target target,
            Clearable clearable,
            Optional<Round> round,
            Meter meter,
            Executor executor) {
        this.target = target;
        this.clearable = clearable;
        this.round = round;
        this.meter = meter;
        this.executor = executor;
    }

    /// Which of the looks of one attempt to delete this is.
    ///
    /// @param name the same for all of them, and no other attempt's
    /// @param index of the covering site
    public record Round(String name, int index) {}

    /// Looks what is here and may go. There is a stage from then on.
    public void survey() throws IOException, Refused {
        try (var stage = Stage.open(target.tree(), target.key(), Owners.RECEIVER)) {
            var decisions = new Decisions(stage);
            if (round.isPresent()) {
                decisions.forgetCoverage(round.get().name());
            }
            notes = clearable.survey(target, stage, decisions.own());
        }
    }

    /// Makes one attempt, after [#survey]. It is complete if the other site has all of it; without a round, only if nothing is left here, too.
    ///
    /// @param lines are closed at the end
    public Ended run(List<Line> lines) throws InterruptedException {
        var free = new Pacing(Pace.FREE);
        var wires = lines.stream().map(line -> new Wire(line, free, meter)).toList();
        try {
            return Endings.of(
                    () -> {
                        try (var stage = Stage.open(target.tree(), target.key(), Owners.RECEIVER)) {
                            return decide(stage, wires);
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

    /// Why something of it stays, in lines.
    public List<String> notes() {
        return notes;
    }

    private Ended decide(Stage stage, List<Wire> wires)
            throws IOException, Refused, InterruptedException {
        Wire wire = wires.getFirst();
        var decisions = new Decisions(stage);
        try (var packer = new Packer()) {
            Greeting.hear(wire, Greeting.of(0, wires.size(), target.part()));
            Seal source = new Hearing(wire, new Meter()).run(decisions.declared(), _ -> {});
            countCovering(stage, decisions);
            Amount here = countOwn(decisions);
            if (round.isEmpty() && here.files() > 0) {
                nameOwn(decisions);
            } else {
                compare(decisions, wire);
            }
            if (round.isPresent() && lacking == 0) {
                decisions.cover(
                        round.get().name(), round.get().index(), Decisions.open(decisions.read()));
            }
            meter.told(new Tally(here.files(), here.bytes(), lacking, here.files()));
            compared =
                    Optional.of(
                            new Compared(
                                    source,
                                    new Divergences.Tally(files, files, lacking, 0, 0),
                                    Late.NONE,
                                    new Amount(files, bytes),
                                    0,
                                    troubles,
                                    0));
            var tally = new Tally(files, bytes, lacking, here.files());
            wire.send(
                    packer,
                    new Frame.Placed(tally.files(), tally.bytes(), tally.failed(), tally.extra()));
            return troubles.isEmpty()
                    ? new Ended.Complete(tally)
                    : new Ended.Incomplete(tally, troubles);
        } catch (IOException | Refused failed) {
            Endings.told(failed).ifPresent(wire::stop);
            throw failed;
        }
    }

    /// What the other site has of the cell, as far as a name tells whose it is.
    private void countCovering(Stage stage, Decisions decisions) throws IOException, Refused {
        if (clearable.list().isPresent()) {
            clearable.names(target, stage, decisions.names());
        }
        try (var declared = Decisions.open(decisions.declared());
                var names =
                        new Named(
                                clearable.list().isPresent()
                                        ? Decisions.open(decisions.names())
                                        : new ListedEntries(List.of()))) {
            for (var next = declared.next(); next.isPresent(); next = declared.next()) {
                if (clearable.list().isEmpty() || !names.of(List.of(next.get())).isEmpty()) {
                    meter.listed(next.get());
                }
            }
        }
    }

    /// A link counts as a file without content.
    private Amount countOwn(Decisions decisions) throws IOException, Refused {
        Amount here = Amount.NONE;
        try (var own = new Decisions.Things(Decisions.open(decisions.own()))) {
            for (var next = own.next(); next.isPresent(); next = own.next()) {
                here = here.plus(Sizes.of(next.get()));
            }
        }
        try (var wanted = decisions.wanted()) {
            for (var next = wanted.next(); next.isPresent(); next = wanted.next()) {
                meter.wanted(Sizes.of(next.get()));
            }
        }
        return here;
    }

    private void nameOwn(Decisions decisions) throws IOException, Refused {
        try (var own = new Decisions.Things(Decisions.open(decisions.own()))) {
            for (var next = own.next();
                    next.isPresent() && troubles.size() < TOLD;
                    next = own.next()) {
                tell(next.get(), "is there", "run the step that deletes it");
            }
        }
    }

    private void compare(Decisions decisions, Wire wire)
            throws IOException, Refused, InterruptedException {
        try (var pairs = new Pairs(Decisions.open(decisions.declared()), decisions.wanted());
                var told = ManifestWriter.begin(Files.newOutputStream(decisions.told()));
                var read = ManifestWriter.begin(Files.newOutputStream(decisions.read()))) {
            var digesting = new Digesting(target.tree(), new Look.Full(), executor);
            new Asking(wire, digesting, told, read).run(pairs);
            Seal _ = told.seal();
            Seal _ = read.seal();
        }
        try (var pairs =
                new Pairs(Decisions.open(decisions.told()), Decisions.open(decisions.read()))) {
            for (var next = pairs.next(); next.isPresent(); next = pairs.next()) {
                if (next.get().found().isPresent()) {
                    judge(next.get().wanted(), next.get().found().get());
                }
            }
        }
    }

    private void judge(Optional<Entry> there, Entry here) {
        Optional<String> lack = there.isEmpty() ? Optional.of("missing") : lack(there.get(), here);
        if (lack.isEmpty()) {
            files++;
            bytes += Sizes.of(here);
            return;
        }
        lacking++;
        if (troubles.size() < TOLD) {
            tell(here, lack.get(), "copy it there, and verify the copy");
        }
    }

    /// What keeps it from being covered.
    private static Optional<String> lack(Entry there, Entry here) {
        boolean isOfOneSize =
                Sizes.isFile(there) && Sizes.isFile(here) && Sizes.of(there) == Sizes.of(here);
        if (isOfOneSize && here.content() instanceof Content.Unread) {
            return Optional.of("can't be read where it is to be deleted");
        }
        if (isOfOneSize && there.content() instanceof Content.Unread) {
            return Optional.of("can't be read");
        }
        return there.content().equals(here.content())
                ? Optional.empty()
                : Optional.of("other content");
    }

    private void tell(Entry entry, String what, String next) {
        troubles.add(new Trouble(entry.path(), what, next));
    }
}
