package gotthard.files.jobs;

import gotthard.action.Action;
import gotthard.action.Before;
import gotthard.action.ByHand;
import gotthard.action.Captured;
import gotthard.action.Context;
import gotthard.action.Declaration;
import gotthard.action.Evidence;
import gotthard.action.Failure;
import gotthard.action.Forecast;
import gotthard.action.Outcome;
import gotthard.action.Prediction;
import gotthard.action.Prompt;
import gotthard.action.Unreachable;
import gotthard.action.Verdict;
import gotthard.transfer.Amounts;
import gotthard.transfer.report.Ending;
import gotthard.transfer.report.Report;
import gotthard.world.Effect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Copies the files of cells from volumes of one cluster to volumes of another by movers. What they have placed, and what was there
/// before, is written down beside it at the target.
public final class VolumeCopy implements Action {
    private final Order order;

    public VolumeCopy(Order order) {
        this.order = order;
    }

    @Override
    public Declaration declaration() {
        String names =
                order.cells().stream()
                        .map(one -> one.cell().toString())
                        .collect(Collectors.joining(", "));
        return new Declaration(
                "copy %s from %s to %s by movers".formatted(names, order.from(), order.to()),
                Set.of(order.from(), order.to()),
                order.cells().stream()
                        .map(
                                one ->
                                        (Effect)
                                                new Effect.Copy(
                                                        one.cell(),
                                                        order.from(),
                                                        order.to(),
                                                        order.proof() == Order.Proof.FULL))
                        .toList(),
                Telling.LEAVINGS,
                Declaration.Reversal.RESTORES,
                MoverJobs.rights(order),
                Declaration.Guard.DETECTED,
                Declaration.Guard.DETECTED);
    }

    @Override
    public ByHand byHand(Prompt prompt) {
        return ByHand.Told.all(
                order.cells().stream()
                        .map(cell -> new VolumeByHand(order, cell, Optional.empty(), prompt).told())
                        .toList());
    }

    @Override
    public Prediction predict(Context context, Forecast earlier)
            throws InterruptedException, Unreachable {
        var changes = new ArrayList<Prediction.Change>();
        for (MoverJobs jobs : MoverJobs.of(context, order, Duty.copying(order))) {
            if (!MoverJobs.isDone(jobs.jobAtTarget())) {
                changes.add(Telling.change(order, jobs.cell()));
            }
        }
        return changes.isEmpty()
                ? new Prediction.Nothing("its movers have brought all files")
                : new Prediction.Changes(Prediction.Certainty.OPAQUE, changes);
    }

    @Override
    public Verdict verify(Context context) throws InterruptedException, Unreachable {
        return new Comparing(context, order, Tolerance.NONE).verdict();
    }

    @Override
    public Optional<String> marked(Context context) throws InterruptedException, Unreachable {
        List<String> there = new Copiers(context, order).there();
        return there.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", there));
    }

    /// What was there before, the movers write down at the target, in what their key names.
    @Override
    public Captured capture(Context context) {
        return new Captured.Found(new Before.Absent());
    }

    @Override
    public Outcome apply(Context context, Before before) throws InterruptedException, Unreachable {
        List<MoverJobs> all = MoverJobs.of(context, order, Duty.copying(order));
        try {
            for (MoverJobs jobs : all) {
                jobs.ensure();
            }
            return brought(all, new Watch(context, order, all, "copies").untilTheEnd());
        } catch (InterruptedException told) {
            MoverJobs.suspend(all);
            throw told;
        }
    }

    private Outcome brought(List<MoverJobs> all, List<Shard> shards)
            throws Unreachable, InterruptedException {
        Sum sum = Sum.of(shards);
        if (sum.unknown().isPresent()) {
            return new Outcome.Unclear(sum.unknown().get());
        }
        Optional<Failure> failure = sum.stopped().or(() -> incomplete(sum));
        if (failure.isPresent()) {
            // What has arrived stays; other movers go on from there.
            for (MoverJobs jobs : all) {
                jobs.remove();
            }
            return new Outcome.Failed(failure.get());
        }
        long files = sum.files(Report::placed);
        long bytes = sum.bytes(Report::placed);
        return sum.files(Report::wanted) == 0 && files == 0
                ? new Outcome.AlreadyDone()
                : new Outcome.Changed(
                        new Evidence(
                                files,
                                files,
                                bytes,
                                "%s, %s, brought to %s by movers"
                                        .formatted(
                                                Amounts.files(files),
                                                Amounts.bytes(bytes),
                                                order.to()),
                                sum.times()));
    }

    private Optional<Failure> incomplete(Sum sum) {
        return sum.has(Ending.INCOMPLETE)
                ? Optional.of(Telling.incomplete(order, sum, sum.total(Report::failed)))
                : Optional.empty();
    }

    @Override
    public Outcome rollback(Context context, Before before)
            throws InterruptedException, Unreachable {
        boolean wasThere = new Copiers(context, order).stop();
        Outcome outcome = new Withdrawing(context, order).withdraw();
        return outcome instanceof Outcome.AlreadyDone && wasThere
                ? new Outcome.Changed(
                        Evidence.of(0, "the movers are removed; they had brought nothing"))
                : outcome;
    }

    @Override
    public Verdict restored(Context context, Before before)
            throws InterruptedException, Unreachable {
        return new Withdrawing(context, order)
                .unrestored()
                .map(Verdict::differs)
                .orElseGet(
                        () ->
                                new Verdict.Holds(
                                        Evidence.of(
                                                order.cells().size(),
                                                "nothing that this run brought is left at "
                                                        + order.to())));
    }

    /// Removes the Jobs, and the books at the target, which hold names of files.
    @Override
    public Outcome collect(Context context) throws InterruptedException, Unreachable {
        return new Withdrawing(context, order).collect();
    }
}
