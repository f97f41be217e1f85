package gotthard.files.jobs;

import gotthard.action.Access;
import gotthard.action.ByHand;
import gotthard.action.Context;
import gotthard.action.Difference;
import gotthard.action.Prompt;
import gotthard.action.Route;
import gotthard.action.Unreachable;
import gotthard.transfer.report.Ending;
import gotthard.transfer.report.Report;
import gotthard.world.CellId;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// A cell's way from a volume of one cluster to a volume of another. Each pass makes movers anew; what they have placed, and what was there
/// before, is written down beside it at the target, under the key of the step.
///
/// @param order of that cell alone
public record VolumeRoute(Order order, Manner manner) implements Route {
    public VolumeRoute {
        if (order.cells().size() != 1) {
            throw new IllegalArgumentException("no way of one cell: " + order);
        }
        order = manner.isExchange() ? order.merged() : order;
    }

    @Override
    public CellId cell() {
        return order.cells().getFirst().cell();
    }

    @Override
    public String shown() {
        return order.cells().getFirst().to().toString();
    }

    @Override
    public String thing() {
        return "file";
    }

    @Override
    public Set<Access> access() {
        return MoverJobs.rights(order);
    }

    @Override
    public List<String> leavings() {
        return Telling.LEAVINGS;
    }

    @Override
    public ByHand.Told byHand(Prompt prompt) {
        return new VolumeByHand(order, order.cells().getFirst(), Optional.of(manner), prompt)
                .told();
    }

    /// What is lacking, movers alone could tell; after a pass it is what has come since.
    @Override
    public Outlook look(Context context, Optional<Instant> since)
            throws InterruptedException, Unreachable {
        return new Passage(context, order, manner, new Copiers(context, order).areDone());
    }

    /// Before the first pass, content is read only where names and sizes are as wanted.
    @Override
    public Compared compare(Context context, Optional<Instant> asOf)
            throws InterruptedException, Unreachable {
        Optional<Difference> atWork = new Copiers(context, order).atWork();
        if (atWork.isPresent()) {
            return new Compared(
                    context.now(), 0, 0, 0, List.of(atWork.get()), Route.Late.NONE, List.of());
        }
        var comparing = new Comparing(context, order, Tolerance.since(asOf, manner));
        if (asOf.isEmpty() && order.proof() != Order.Proof.COUNT) {
            Compared names = compared(comparing, Order.Proof.COUNT);
            if (!names.differences().isEmpty()) {
                return names;
            }
        }
        return compared(comparing, order.proof());
    }

    private Compared compared(Comparing comparing, Order.Proof proof)
            throws InterruptedException, Unreachable {
        Sum sum = comparing.compare(proof);
        Instant at = manner.isExchange() ? sum.begun(order) : sum.asOf(order);
        long files = sum.total(report -> report.compared().files());
        long read = files - sum.total(report -> report.compared().unproven());
        return new Compared(
                at,
                proof == Order.Proof.COUNT ? files : read,
                sum.files(Report::listed) - sum.files(report -> report.late().files()),
                proof == Order.Proof.FULL ? sum.total(report -> report.compared().bytes()) : 0,
                sum.has(Ending.INCOMPLETE) ? comparing.differences(sum) : List.of(),
                late(sum),
                List.of());
    }

    private static Route.Late late(Sum sum) {
        OptionalLong oldest =
                sum.reports().stream()
                        .flatMapToLong(report -> report.late().oldest().stream())
                        .min();
        return new Route.Late(
                sum.total(report -> report.late().things()),
                sum.bytes(report -> report.late().files()),
                oldest.isPresent()
                        ? Optional.of(Instant.ofEpochSecond(oldest.getAsLong()))
                        : Optional.empty());
    }

    @Override
    public Optional<String> marked(Context context) throws InterruptedException, Unreachable {
        List<String> jobs = new Copiers(context, order).there();
        if (!jobs.isEmpty()) {
            return Optional.of(String.join("; ", jobs));
        }
        return new Withdrawing(context, order).isAnythingLeft()
                ? Optional.of("what movers have brought to " + shown())
                : Optional.empty();
    }

    @Override
    public Withdrawn withdraw(Context context, String captured)
            throws InterruptedException, Unreachable {
        boolean wasThere = new Copiers(context, order).stop();
        Sum sum = new Withdrawing(context, order).withdrawn();
        long files = sum.files(Report::placed);
        List<String> left = Withdrawing.left(sum);
        return new Withdrawn(
                wasThere || files > 0 || !left.isEmpty(), files, sum.bytes(Report::placed), left);
    }

    @Override
    public Optional<Difference> unrestored(Context context, String captured)
            throws InterruptedException, Unreachable {
        return new Withdrawing(context, order).unrestored();
    }

    @Override
    public boolean collect(Context context) throws InterruptedException, Unreachable {
        boolean wereThere = new Copiers(context, order).stop();
        var withdrawing = new Withdrawing(context, order);
        if (!withdrawing.isAnythingLeft()) {
            return wereThere;
        }
        withdrawing.forget();
        return true;
    }
}
