package gotthard.files.jobs;

import gotthard.action.Access;
import gotthard.action.Action;
import gotthard.action.Before;
import gotthard.action.Captured;
import gotthard.action.Context;
import gotthard.action.Declaration;
import gotthard.action.Difference;
import gotthard.action.Evidence;
import gotthard.action.Failure;
import gotthard.action.Forecast;
import gotthard.action.Locator;
import gotthard.action.Outcome;
import gotthard.action.Prediction;
import gotthard.action.Unreachable;
import gotthard.action.Verdict;
import gotthard.kubernetes.OwnObjects;
import gotthard.transfer.Amounts;
import gotthard.transfer.report.Ending;
import gotthard.transfer.report.Report;
import gotthard.world.Effect;

import java.util.ArrayList;
import java.util.HashSet;
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
                List.of(
                        "Jobs, which may still run, with their Secrets and Services",
                        "files that have not arrived in full, in .gotthard-… in the target folder",
                        "files that have arrived, listed in .gotthard-… in the target folder"),
                Declaration.Reversal.RESTORES,
                access(),
                Declaration.Guard.DETECTED,
                Declaration.Guard.DETECTED);
    }

    private Set<Access> access() {
        var all = new HashSet<Access>();
        for (MovedCell cell : order.cells()) {
            all.addAll(OwnObjects.rights(cell.from().cluster(), cell.from().namespace(), false));
            all.addAll(OwnObjects.rights(cell.to().cluster(), cell.to().namespace(), true));
        }
        return all;
    }

    /// How many files there are is known to nobody before movers look, which a prediction does not make.
    @Override
    public Prediction predict(Context context, Forecast earlier)
            throws InterruptedException, Unreachable {
        var changes = new ArrayList<Prediction.Change>();
        for (MoverJobs jobs : MoverJobs.of(context, order, Duty.copying(order))) {
            if (!MoverJobs.isDone(jobs.jobAtTarget())) {
                MovedCell cell = jobs.cell();
                changes.add(
                        new Prediction.Change(
                                Prediction.Sign.RUN,
                                new Locator(cell.to().cluster(), "files of " + cell.cell()),
                                "copied by %d at each end; how much it is, they will see"
                                        .formatted(order.shards()),
                                List.of("from " + cell.from(), "to " + cell.to())));
            }
        }
        return changes.isEmpty()
                ? new Prediction.Nothing("its movers have brought all files")
                : new Prediction.Changes(Prediction.Certainty.OPAQUE, changes);
    }

    @Override
    public Verdict verify(Context context) throws InterruptedException, Unreachable {
        return new Comparing(context, order).verdict();
    }

    @Override
    public Optional<String> marked(Context context) throws InterruptedException, Unreachable {
        var marked = new ArrayList<String>();
        for (MoverJobs jobs : MoverJobs.of(context, order, Duty.copying(order))) {
            jobs.jobAtTarget().ifPresent(job -> marked.add(job + " is there"));
        }
        return marked.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", marked));
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
            suspend(all);
            throw told;
        }
    }

    /// Whoever is told to stop leaves nothing at work that nobody watches.
    private static void suspend(List<MoverJobs> all) throws InterruptedException {
        for (MoverJobs jobs : all) {
            try {
                jobs.suspend();
            } catch (Unreachable _) {
                // It goes on by itself, and the next attempt finds it.
            }
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
                ? Optional.of(
                        Failure.transientFailure(
                                "%,d things are not at %s as at %s: %s"
                                        .formatted(
                                                sum.total(Report::failed),
                                                order.to(),
                                                order.from(),
                                                sum.named()),
                                sum.troubles().stream()
                                        .map(Report.Trouble::next)
                                        .findFirst()
                                        .orElse("look at the logs of the movers")))
                : Optional.empty();
    }

    @Override
    public Outcome rollback(Context context, Before before)
            throws InterruptedException, Unreachable {
        boolean wasThere = new Withdrawing(context, order).stop();
        Outcome outcome = new Withdrawing(context, order).withdraw();
        return outcome instanceof Outcome.AlreadyDone && wasThere
                ? new Outcome.Changed(
                        Evidence.of(0, "the movers are removed; they had brought nothing"))
                : outcome;
    }

    @Override
    public Verdict restored(Context context, Before before)
            throws InterruptedException, Unreachable {
        for (MoverJobs jobs : MoverJobs.of(context, order, Duty.copying(order))) {
            var there = jobs.jobAtTarget();
            if (there.isPresent()) {
                return Verdict.differs(
                        new Difference(
                                there.get().toString(),
                                "absent",
                                "made by this step",
                                Difference.Owner.OURS_OR_ABSENT));
            }
        }
        return new Withdrawing(context, order).verdict();
    }

    /// Removes the Jobs, and the books at the target, which hold names of files.
    @Override
    public Outcome collect(Context context) throws InterruptedException, Unreachable {
        return new Withdrawing(context, order).collect();
    }
}
