package gotthard.files.jobs;

import gotthard.action.Access;
import gotthard.action.Context;
import gotthard.action.Failure;
import gotthard.action.Unreachable;
import gotthard.kubernetes.OwnObjects;
import gotthard.transfer.report.Report;
import gotthard.transfer.report.Told;
import gotthard.world.CellId;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Looks at a folder of a volume by a mover that only tells. Its Job goes when it has told.
///
/// @param number tells its Job from those of the step's other folders
/// @param owners as who the mover runs, as of one that copies
public record Sounding(CellId cell, int number, End end, Order.Owners owners, int user) {
    /// What is to be told beside the room there.
    ///
    /// @param young what was written within so long is young; nothing is counted without it
    /// @param probe for how long a file that scanners take for harmful must stay; none is made without it
    public record Wanted(Optional<Duration> young, Optional<Duration> probe) {}

    /// What it takes to make, watch and remove its Job.
    public Set<Access> rights() {
        return OwnObjects.rights(end.cluster(), end.namespace(), false);
    }

    /// What it has told.
    ///
    /// @throws Unreachable also when it could not look
    public Told told(Context context, Wanted wanted) throws Unreachable, InterruptedException {
        Order order = order();
        List<MoverJobs> all = MoverJobs.of(context, order, Duty.telling(wanted));
        try {
            for (MoverJobs jobs : all) {
                // What is left of a look that nobody waited for is no fresh one.
                jobs.remove();
                jobs.ensure();
            }
            var watch = new Watch(context, order, all, "looks", _ -> {});
            return told(Sum.of(watch.untilTheEnd()).known());
        } finally {
            for (MoverJobs jobs : all) {
                jobs.remove();
            }
        }
    }

    private Told told(Sum sum) throws Unreachable {
        return sum.reports().stream()
                .flatMap((Report report) -> report.told().stream())
                .findFirst()
                .orElseThrow(
                        () ->
                                new Unreachable(
                                        Failure.refused(
                                                "the mover at %s told nothing of %s"
                                                        .formatted(end.cluster(), end),
                                                "give the sites the image of this version (movers: {image: …} in the inventory)")));
    }

    /// One mover, which speaks with nobody.
    private Order order() {
        return new Order(
                end.cluster().site(),
                end.cluster().site(),
                List.of(new MovedCell(cell, number, end, end)),
                "",
                1,
                1,
                Order.Proof.COUNT,
                owners,
                user);
    }
}
