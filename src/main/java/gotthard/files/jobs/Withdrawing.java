package gotthard.files.jobs;

import gotthard.action.Context;
import gotthard.action.Difference;
import gotthard.action.Evidence;
import gotthard.action.Outcome;
import gotthard.action.Unreachable;
import gotthard.transfer.Amounts;
import gotthard.transfer.report.Ending;
import gotthard.transfer.report.Report;

import java.util.List;
import java.util.Optional;

/// Takes back what movers have placed, or forgets how to.
final class Withdrawing {
    private final Context context;
    private final Order order;

    Withdrawing(Context context, Order order) {
        this.context = context;
        this.order = order;
    }

    Outcome withdraw() throws Unreachable, InterruptedException {
        Sum sum = ran(Duty.Removal.ALL, "takes back");
        Optional<Outcome> bad = bad(sum);
        if (bad.isPresent()) {
            return bad.get();
        }
        long files = sum.files(Report::placed);
        String words =
                "%s, %s, removed from %s"
                        .formatted(
                                Amounts.files(files),
                                Amounts.bytes(sum.bytes(Report::placed)),
                                order.to());
        return files == 0 && left(sum).isEmpty()
                ? new Outcome.AlreadyDone()
                : new Outcome.Changed(
                        new Evidence(files, files, sum.bytes(Report::placed), words, left(sum)));
    }

    /// The same, for one who sums up.
    Sum withdrawn() throws Unreachable, InterruptedException {
        return ran(Duty.Removal.ALL, "takes back").known();
    }

    /// A line for what stays.
    static List<String> left(Sum sum) {
        return sum.troubles().stream()
                .map(trouble -> "left: " + trouble.path() + ": " + trouble.what())
                .toList();
    }

    /// What is not as it was before anything was copied.
    Optional<Difference> unrestored() throws Unreachable, InterruptedException {
        Optional<Difference> left = new Copiers(context, order).left();
        if (left.isPresent()) {
            return left;
        }
        Sum sum = ran(Duty.Removal.NOTHING, "looks").known();
        return sum.has(Ending.INCOMPLETE)
                ? Optional.of(
                        new Difference(
                                "what this run brought to " + order.to(),
                                "removed",
                                Amounts.files(sum.files(Report::placed)),
                                Difference.Owner.OURS_OR_ABSENT))
                : Optional.empty();
    }

    /// Whether there are books of what was brought.
    boolean isAnythingLeft() throws Unreachable, InterruptedException {
        return ran(Duty.Removal.NOTHING, "looks").known().has(Ending.INCOMPLETE);
    }

    /// Removes the books.
    void forget() throws Unreachable, InterruptedException {
        ran(Duty.Removal.BOOKS, "forgets").known();
    }

    Outcome collect() throws Unreachable, InterruptedException {
        if (!new Copiers(context, order).stop()) {
            return new Outcome.AlreadyDone();
        }
        Sum sum = ran(Duty.Removal.BOOKS, "forgets");
        return bad(sum).orElseGet(
                        () ->
                                new Outcome.Changed(
                                        Evidence.of(
                                                order.cells().size(),
                                                "the movers and their books removed from "
                                                        + order.to())));
    }

    private Sum ran(Duty.Removal removal, String doing) throws Unreachable, InterruptedException {
        List<MoverJobs> all = MoverJobs.of(context, order, Duty.withdrawing(removal));
        try {
            for (MoverJobs jobs : all) {
                jobs.remove();
                jobs.ensure();
            }
            return Sum.of(new Watch(context, order, all, doing).untilTheEnd());
        } finally {
            for (MoverJobs jobs : all) {
                jobs.remove();
            }
        }
    }

    private static Optional<Outcome> bad(Sum sum) {
        if (sum.unknown().isPresent()) {
            return Optional.of(new Outcome.Unclear(sum.unknown().get()));
        }
        return sum.stopped().map(Outcome.Failed::new);
    }
}
