package gotthard.files.jobs;

import gotthard.action.Context;
import gotthard.action.Difference;
import gotthard.action.Evidence;
import gotthard.action.Failure;
import gotthard.action.Unreachable;
import gotthard.action.Verdict;
import gotthard.transfer.Amounts;
import gotthard.transfer.report.Ending;
import gotthard.transfer.report.Report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Compares the cells of a step by movers, which are removed again.
final class Comparing {
    private final Context context;
    private final Order order;
    private final Tolerance tolerance;

    Comparing(Context context, Order order, Tolerance tolerance) {
        this.context = context;
        this.order = order;
        this.tolerance = tolerance;
    }

    /// Before a copy, content is read only where names and sizes are as wanted, which they seldom are.
    Verdict verdict() throws Unreachable, InterruptedException {
        var copiers = new Copiers(context, order);
        Optional<Difference> atWork = copiers.atWork();
        if (atWork.isPresent()) {
            return Verdict.differs(atWork.get());
        }
        if (order.proof() == Order.Proof.COUNT || copiers.areThere()) {
            return verdict(compare(order.proof()), order.proof());
        }
        Verdict names = verdict(compare(Order.Proof.COUNT), Order.Proof.COUNT);
        return names instanceof Verdict.Holds
                ? verdict(compare(order.proof()), order.proof())
                : names;
    }

    Sum compare(Order.Proof proof) throws Unreachable, InterruptedException {
        return compare(Duty.comparing(order, proof, tolerance));
    }

    /// What both ends have by one name and not alike.
    List<Difference> conflicts() throws Unreachable, InterruptedException {
        Sum sum = compare(Duty.sounding(order)).known();
        return sum.has(Ending.INCOMPLETE) ? differences(sum, Difference.Owner.FOREIGN) : List.of();
    }

    private Sum compare(Duty duty) throws Unreachable, InterruptedException {
        List<MoverJobs> all = MoverJobs.of(context, order, duty);
        try {
            for (MoverJobs jobs : all) {
                // What is left of a comparison that nobody waited for is no fresh look.
                jobs.remove();
                jobs.ensure();
            }
            return Sum.of(new Watch(context, order, all, "compares").untilTheEnd());
        } finally {
            for (MoverJobs jobs : all) {
                jobs.remove();
            }
        }
    }

    private Verdict verdict(Sum sum, Order.Proof proof) {
        Optional<Failure> failure = sum.unknown().or(sum::stopped);
        if (failure.isPresent()) {
            return new Verdict.Unreadable(failure.get());
        }
        return sum.has(Ending.INCOMPLETE)
                ? new Verdict.Differs(differences(sum))
                : new Verdict.Holds(evidence(sum, proof));
    }

    List<Difference> differences(Sum sum) {
        return differences(sum, Difference.Owner.OURS_OR_ABSENT);
    }

    private List<Difference> differences(Sum sum, Difference.Owner owner) {
        var all = new ArrayList<Difference>();
        for (Report.Trouble trouble : sum.troubles()) {
            all.add(
                    new Difference(
                            "%s:%s".formatted(order.to(), trouble.path()),
                            "as at " + order.from(),
                            trouble.what(),
                            owner));
        }
        long more = sum.total(Report::failed) - all.size();
        if (more > 0 || all.isEmpty()) {
            all.add(
                    new Difference(
                            String.format(
                                    Locale.ROOT, "%,d more at %s", Math.max(1, more), order.to()),
                            "as at " + order.from(),
                            "other",
                            owner));
        }
        return all;
    }

    private Evidence evidence(Sum sum, Order.Proof proof) {
        long things = sum.total(report -> report.compared().things());
        long bytes = sum.total(report -> report.compared().bytes());
        long unread = sum.total(report -> report.compared().unproven());
        String words =
                switch (proof) {
                    case FULL ->
                            "%,d things, %s, equal by SHA-256 at %s and %s"
                                    .formatted(
                                            things, Amounts.bytes(bytes), order.from(), order.to());
                    case COUNT ->
                            "%,d things of equal names and sizes at %s and %s; content not compared"
                                    .formatted(things, order.from(), order.to());
                    case SAMPLE ->
                            "%,d of %,d things, chosen at random, equal by SHA-256 at %s and %s"
                                    .formatted(things - unread, things, order.from(), order.to());
                };
        return new Evidence(
                proof == Order.Proof.COUNT ? things : things - unread,
                things,
                bytes,
                words,
                List.of());
    }
}
