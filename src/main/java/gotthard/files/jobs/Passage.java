package gotthard.files.jobs;

import gotthard.action.Context;
import gotthard.action.Difference;
import gotthard.action.Prediction;
import gotthard.action.Progress;
import gotthard.action.Route;
import gotthard.action.Unreachable;
import gotthard.transfer.report.Report;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/// One pass by movers of its own. Looking beforehand would take as many Jobs as bringing does, so that what is lacking shows while it is brought.
///
/// @param isLater whether movers of this key have come to the end of a pass before
record Passage(Context context, Order order, Route.Manner manner, boolean isLater)
        implements Route.Outlook {
    @Override
    public OptionalLong bytes() {
        return OptionalLong.empty();
    }

    @Override
    public Prediction.Certainty certainty() {
        return Prediction.Certainty.OPAQUE;
    }

    @Override
    public Optional<Prediction.Change> change() {
        return isLater
                ? Optional.empty()
                : Optional.of(Telling.change(order, order.cells().getFirst()));
    }

    @Override
    public List<Difference> inTheWay() {
        return List.of();
    }

    /// On the way there all is compared that both sites have, so that nothing is left to compare on the way back.
    @Override
    public List<Difference> sounded() throws InterruptedException, Unreachable {
        return manner == Route.Manner.MERGE
                ? new Comparing(context, order, Tolerance.NONE).conflicts()
                : List.of();
    }

    @Override
    public Route.Brought bring(LongConsumer moved) throws InterruptedException, Unreachable {
        List<MoverJobs> all =
                MoverJobs.of(context, order, Duty.copying(order, Duty.Standing.of(manner)));
        try {
            for (MoverJobs jobs : all) {
                // Those of the pass before, or of one that was cut off, have listed the source as
                // it was then.
                jobs.remove();
                jobs.ensure();
            }
            var watch = new Watch(context, order, all, "", growth(moved));
            return brought(Sum.of(watch.untilTheEnd()), all);
        } catch (InterruptedException told) {
            MoverJobs.suspend(all);
            throw told;
        }
    }

    private static Consumer<Progress> growth(LongConsumer moved) {
        var most = new AtomicLong();
        return progress -> {
            long before = most.getAndAccumulate(progress.done(), Math::max);
            moved.accept(Math.max(0, progress.done() - before));
        };
    }

    private Route.Brought brought(Sum sum, List<MoverJobs> all)
            throws Unreachable, InterruptedException {
        Instant asOf = manner.isExchange() ? sum.begun(order) : sum.asOf(order);
        long late = sum.total(report -> report.late().things());
        long failed = sum.total(Report::failed) - late;
        if (failed > 0) {
            // What has arrived stays; other movers go on from there.
            for (MoverJobs jobs : all) {
                jobs.remove();
            }
            throw new Unreachable(Telling.incomplete(order, sum, failed));
        }
        return new Route.Brought(
                asOf,
                sum.files(Report::placed),
                sum.bytes(Report::placed),
                late,
                sum.total(report -> report.late().files().bytes()),
                sum.times());
    }
}
