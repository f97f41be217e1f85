package gotthard.objects;

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
import gotthard.transfer.Amount;
import gotthard.world.Effect;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Copies the objects of cells from one site to another.
final class CopyAction implements Action {
    static final List<String> LEAVINGS =
            List.of(
                    "objects that have arrived, each with the key of the step in its metadata",
                    "marks of the step in .gotthard-… in the target bucket",
                    "uploads in parts that have not come to their end");

    private static final String MARKERS =
            "delete markers above versions that have arrived, each noted in a mark of the step";

    private final SiteName from;
    private final SiteName to;
    private final List<CellShelves> cells;
    private final CopyKind.Versions versions;
    private final Level level;

    CopyAction(
            SiteName from,
            SiteName to,
            List<CellShelves> cells,
            CopyKind.Versions versions,
            Level level) {
        this.from = from;
        this.to = to;
        this.cells = List.copyOf(cells);
        this.versions = versions;
        this.level = level;
    }

    @Override
    public Declaration declaration() {
        String names =
                cells.stream().map(one -> one.cell().toString()).collect(Collectors.joining(", "));
        return new Declaration(
                "copy objects of %s from %s to %s".formatted(names, from, to),
                Set.of(from, to),
                cells.stream()
                        .map(
                                one ->
                                        (Effect)
                                                new Effect.Copy(
                                                        one.cell(), from, to, level == Level.FULL))
                        .toList(),
                leavings(),
                Declaration.Reversal.RESTORES,
                Rights.copying(cells, versions),
                Declaration.Guard.DETECTED,
                Declaration.Guard.DETECTED);
    }

    private List<String> leavings() {
        return switch (versions) {
            case CURRENT -> LEAVINGS;
            case ALL -> Stream.concat(LEAVINGS.stream(), Stream.of(MARKERS)).toList();
        };
    }

    @Override
    public ByHand byHand(Prompt prompt) {
        return ByHand.Told.all(
                cells.stream()
                        .map(
                                cell ->
                                        new ShelfByHand(cell, versions, Optional.empty(), prompt)
                                                .told())
                        .toList());
    }

    @Override
    public Prediction predict(Context context, Forecast earlier)
            throws InterruptedException, Unreachable {
        var changes = new ArrayList<Prediction.Change>();
        for (CellShelves cell : cells) {
            Copying copying = Copying.of(cell, context);
            try {
                Delivery delivery = Workroom.use(folder -> looked(copying, folder));
                if (delivery.missing().files() > 0) {
                    changes.add(delivery.change());
                }
            } catch (Unreachable obstacle) {
                return new Prediction.Obstacle(obstacle.failure());
            }
        }
        return changes.isEmpty()
                ? new Prediction.Nothing("all objects are there")
                : new Prediction.Changes(Prediction.Certainty.SIMULATED, changes);
    }

    @Override
    public Verdict verify(Context context) throws InterruptedException, Unreachable {
        return switch (versions) {
            case CURRENT -> current(context);
            case ALL -> histories(context);
        };
    }

    private Verdict histories(Context context) throws InterruptedException, Unreachable {
        var checks = new ArrayList<HistoryCheck>();
        var differences = new ArrayList<Difference>();
        for (CellShelves cell : cells) {
            Copying copying = Copying.of(cell, context);
            HistoryCheck check = Workroom.trying(() -> HistoryCheck.of(copying, level));
            checks.add(check);
            differences.addAll(check.differences());
        }
        return differences.isEmpty()
                ? new Verdict.Holds(Telling.histories(checks, level, from, to))
                : new Verdict.Differs(differences);
    }

    private Verdict current(Context context) throws InterruptedException, Unreachable {
        var checks = new ArrayList<Check>();
        var differences = new ArrayList<Difference>();
        for (CellShelves cell : cells) {
            Copying copying = Copying.of(cell, context);
            Check check = Workroom.use(folder -> Check.of(copying, level, folder));
            checks.add(check);
            differences.addAll(check.differences());
        }
        return differences.isEmpty()
                ? new Verdict.Holds(Telling.evidence(checks, level, from, to))
                : new Verdict.Differs(differences);
    }

    @Override
    public Optional<String> marked(Context context) throws InterruptedException, Unreachable {
        var marked = new ArrayList<String>();
        for (CellShelves cell : cells) {
            Copying copying = Copying.of(cell, context);
            if (copying.mark().isThere()) {
                marked.add("objects brought to " + cell.to().shown());
            }
        }
        return marked.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", marked));
    }

    /// What was there needs no restoring: undoing removes what carries the key, and nothing else is touched.
    @Override
    public Captured capture(Context context) {
        return new Captured.Found(new Before.Absent());
    }

    @Override
    public Outcome apply(Context context, Before before) throws InterruptedException, Unreachable {
        Amount brought =
                Workroom.use(
                        folder -> {
                            var all = new ArrayList<Delivery>();
                            for (CellShelves cell : cells) {
                                Path own = Files.createTempDirectory(folder, "cell");
                                all.add(looked(Copying.of(cell, context), own));
                            }
                            Amount sum = Amount.NONE;
                            for (Delivery delivery : all) {
                                sum = sum(sum, delivery.bring(meter(context, delivery)));
                            }
                            return sum;
                        });
        return brought.files() == 0
                ? new Outcome.AlreadyDone()
                : changed(brought, "brought to " + to);
    }

    @Override
    public Outcome rollback(Context context, Before before)
            throws InterruptedException, Unreachable {
        Amount removed = Amount.NONE;
        boolean isMarked = false;
        for (CellShelves cell : cells) {
            Copying copying = Copying.of(cell, context);
            isMarked |= copying.mark().isThere();
            removed = sum(removed, Workroom.use(_ -> new Withdrawal(copying).withdraw()));
        }
        return isMarked || removed.files() > 0
                ? changed(removed, "removed from " + to)
                : new Outcome.AlreadyDone();
    }

    @Override
    public Verdict restored(Context context, Before before)
            throws InterruptedException, Unreachable {
        for (CellShelves cell : cells) {
            Copying copying = Copying.of(cell, context);
            Amount left = Workroom.use(_ -> new Withdrawal(copying).left());
            boolean isMarked = copying.mark().isThere();
            if (left.files() > 0 || isMarked) {
                return Verdict.differs(
                        new Difference(
                                cell.to().shown(),
                                "nothing that this step has made",
                                left.files() > 0 ? Telling.amount(left) : "its mark",
                                Difference.Owner.OURS_OR_ABSENT));
            }
        }
        return new Verdict.Holds(
                Evidence.of(cells.size(), "nothing that this step has made is left at " + to));
    }

    /// Drops uploads that have not come to their end, and removes the marks.
    @Override
    public Outcome collect(Context context) throws InterruptedException, Unreachable {
        int collected = 0;
        for (CellShelves cell : cells) {
            Copying copying = Copying.of(cell, context);
            if (copying.mark().isThere()) {
                copying.mark().begin();
                Workroom.use(_ -> copying.mark().remove());
                collected++;
            }
        }
        return collected == 0
                ? new Outcome.AlreadyDone()
                : new Outcome.Changed(Evidence.of(collected, "its marks removed from " + to));
    }

    private Delivery looked(Copying copying, Path folder)
            throws java.io.IOException,
                    gotthard.transfer.Refused,
                    Unreachable,
                    InterruptedException {
        return switch (versions) {
            case CURRENT -> {
                var bringing = new Bringing(copying, copying.list(folder), new Rule.OneCopy());
                bringing.look();
                yield bringing;
            }
            case ALL -> {
                var bringing = new HistoryBringing(copying);
                bringing.look();
                yield bringing;
            }
        };
    }

    private static LongConsumer meter(Context context, Delivery delivery) {
        var done = new AtomicLong();
        return bytes ->
                context.progress(
                        new Progress(
                                done.addAndGet(bytes),
                                OptionalLong.of(delivery.missing().bytes()),
                                Progress.Unit.BYTES,
                                "copies"));
    }

    private static Amount sum(Amount one, Amount other) {
        return new Amount(one.files() + other.files(), one.bytes() + other.bytes());
    }

    private static Outcome changed(Amount amount, String what) {
        return new Outcome.Changed(
                new Evidence(
                        amount.files(),
                        amount.files(),
                        amount.bytes(),
                        Telling.amount(amount) + ", " + what,
                        List.of()));
    }
}
