package gotthard.files;

import gotthard.action.Action;
import gotthard.action.Before;
import gotthard.action.ByHand;
import gotthard.action.Captured;
import gotthard.action.Context;
import gotthard.action.Declaration;
import gotthard.action.Difference;
import gotthard.action.Evidence;
import gotthard.action.Forecast;
import gotthard.action.Outcome;
import gotthard.action.Prediction;
import gotthard.action.Progress;
import gotthard.action.Prompt;
import gotthard.action.Unreachable;
import gotthard.action.Verdict;
import gotthard.inventory.SiteName;
import gotthard.transfer.Amounts;
import gotthard.world.Effect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;

/// Copies the files of cells from one site to another.
final class CopyAction implements Action {
    static final List<String> LEAVINGS =
            List.of(
                    "files that have not arrived in full, in .gotthard-… beside the target folder",
                    "files that have arrived, listed in .gotthard-… beside the target folder",
                    "folders for files that have not arrived");

    private final SiteName from;
    private final SiteName to;
    private final List<CellFolders> cells;
    private final Level level;

    CopyAction(SiteName from, SiteName to, List<CellFolders> cells, Level level) {
        this.from = from;
        this.to = to;
        this.cells = List.copyOf(cells);
        this.level = level;
    }

    @Override
    public Declaration declaration() {
        String names =
                cells.stream().map(one -> one.cell().toString()).collect(Collectors.joining(", "));
        return new Declaration(
                "copy %s from %s to %s".formatted(names, from, to),
                Set.of(from, to),
                cells.stream()
                        .map(
                                one ->
                                        (Effect)
                                                new Effect.Copy(
                                                        one.cell(), from, to, level == Level.FULL))
                        .toList(),
                LEAVINGS,
                Declaration.Reversal.RESTORES,
                Tools.copying(cells),
                Declaration.Guard.DETECTED,
                Declaration.Guard.DETECTED);
    }

    @Override
    public ByHand byHand(Prompt prompt) {
        return ByHand.Told.all(
                cells.stream()
                        .map(cell -> new FolderByHand(cell, level, Optional.empty(), prompt).told())
                        .toList());
    }

    @Override
    public Prediction predict(Context context, Forecast earlier)
            throws InterruptedException, Unreachable {
        try {
            var changes = new ArrayList<Prediction.Change>();
            for (CellFolders cell : cells) {
                Check check = Check.of(Copying.of(cell, context), level);
                if (!check.foreign().isEmpty()) {
                    return new Prediction.Obstacle(new Arrival(check.copying(), check).foreign());
                }
                if (!check.holds()) {
                    changes.add(Telling.change(check));
                }
            }
            return changes.isEmpty()
                    ? new Prediction.Nothing("all files are there")
                    : new Prediction.Changes(Prediction.Certainty.SIMULATED, changes);
        } catch (Halt halt) {
            return new Prediction.Obstacle(halt.failure());
        }
    }

    @Override
    public Verdict verify(Context context) throws InterruptedException, Unreachable {
        try {
            var differences = new ArrayList<Difference>();
            var checks = new ArrayList<Check>();
            for (CellFolders cell : cells) {
                Check check = Check.of(Copying.of(cell, context), level);
                checks.add(check);
                differences.addAll(check.differences());
            }
            return differences.isEmpty()
                    ? new Verdict.Holds(Telling.evidence(checks, level, from, to))
                    : new Verdict.Differs(Telling.shortened(differences));
        } catch (Halt halt) {
            return new Verdict.Unreadable(halt.failure());
        }
    }

    @Override
    public Optional<String> marked(Context context) throws InterruptedException, Unreachable {
        try {
            var marked = new ArrayList<String>();
            for (CellFolders cell : cells) {
                Copying copying = Copying.of(cell, context);
                new WayBack(copying, Found.OfCell.NOTHING).marked().ifPresent(marked::add);
            }
            return marked.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", marked));
        } catch (Halt halt) {
            throw new Unreachable(halt.failure());
        }
    }

    @Override
    public Captured capture(Context context) throws InterruptedException, Unreachable {
        try {
            var found = new ArrayList<Found.OfCell>();
            for (CellFolders cell : cells) {
                Copying copying = Copying.of(cell, context);
                found.add(Found.OfCell.of(copying, Check.of(copying, Level.FULL).equalBefore()));
            }
            return new Captured.Found(new Found(found).before());
        } catch (Halt halt) {
            return new Captured.Failed(halt.failure());
        }
    }

    @Override
    public Outcome apply(Context context, Before before) throws InterruptedException, Unreachable {
        try {
            var arrivals = new ArrayList<Arrival>();
            for (CellFolders cell : cells) {
                Copying copying = Copying.of(cell, context);
                arrivals.add(new Arrival(copying, Check.of(copying, Level.FULL)));
            }
            LongConsumer meter = meter(context, arrivals);
            long files = 0;
            long bytes = 0;
            for (Arrival arrival : arrivals) {
                Arrival.Brought brought = arrival.fresh().bring(context, meter);
                files += brought.files();
                bytes += brought.bytes();
            }
            return files == 0 && arrivals.stream().allMatch(arrival -> arrival.check().holds())
                    ? new Outcome.AlreadyDone()
                    : new Outcome.Changed(
                            new Evidence(
                                    files,
                                    files,
                                    bytes,
                                    "%s, %s, brought to %s"
                                            .formatted(
                                                    Amounts.files(files), Amounts.bytes(bytes), to),
                                    List.of()));
        } catch (Halt halt) {
            return new Outcome.Failed(halt.failure());
        }
    }

    @Override
    public Outcome rollback(Context context, Before before)
            throws InterruptedException, Unreachable {
        try {
            List<Found.OfCell> found = Found.read(before, cells.size()).cells();
            boolean marked = false;
            long files = 0;
            long bytes = 0;
            var left = new ArrayList<String>();
            for (int i = 0; i < cells.size(); i++) {
                Copying copying = Copying.of(cells.get(i), context);
                Optional<Withdrawal.Withdrawn> withdrawn =
                        new WayBack(copying, found.get(i)).withdraw();
                if (withdrawn.isPresent()) {
                    marked = true;
                    files += withdrawn.get().files();
                    bytes += withdrawn.get().bytes();
                    left.addAll(WayBack.left(copying, withdrawn.get()));
                }
            }
            String words =
                    "%s, %s, removed from %s"
                            .formatted(Amounts.files(files), Amounts.bytes(bytes), to);
            return marked
                    ? new Outcome.Changed(new Evidence(files, files, bytes, words, left))
                    : new Outcome.AlreadyDone();
        } catch (Halt halt) {
            return new Outcome.Failed(halt.failure());
        }
    }

    /// Removes the lists of what it brought. They hold names of files, which the journal does not.
    @Override
    public Outcome collect(Context context) throws InterruptedException, Unreachable {
        try {
            long files = 0;
            for (CellFolders cell : cells) {
                Copying copying = Copying.of(cell, context);
                if (copying.isMarked()) {
                    files += copying.brought().manifest().leaves().size();
                    copying.begin();
                    copying.mark().change(copying.claim(), Scripts.FORGET, List.of(), List.of());
                }
            }
            return files == 0
                    ? new Outcome.AlreadyDone()
                    : new Outcome.Changed(
                            Evidence.of(
                                    files,
                                    "the list of %s removed from %s"
                                            .formatted(Amounts.files(files), to)));
        } catch (Halt halt) {
            return new Outcome.Failed(halt.failure());
        }
    }

    @Override
    public Verdict restored(Context context, Before before)
            throws InterruptedException, Unreachable {
        try {
            List<Found.OfCell> found = Found.read(before, cells.size()).cells();
            long compared = 0;
            for (int i = 0; i < cells.size(); i++) {
                Copying copying = Copying.of(cells.get(i), context);
                Optional<Difference> left = new WayBack(copying, found.get(i)).unrestored();
                if (left.isPresent()) {
                    return Verdict.differs(left.get());
                }
                compared += copying.chosen().leaves().size();
            }
            return new Verdict.Holds(
                    Evidence.of(compared, "nothing that this run brought is left at " + to));
        } catch (Halt halt) {
            return new Verdict.Unreadable(halt.failure());
        }
    }

    private static LongConsumer meter(Context context, List<Arrival> arrivals) {
        long total = arrivals.stream().mapToLong(Arrival::bytesToSend).sum();
        var done = new AtomicLong();
        return bytes ->
                context.progress(
                        new Progress(
                                done.addAndGet(bytes),
                                OptionalLong.of(total),
                                Progress.Unit.BYTES,
                                "copies"));
    }
}
