package gotthard.files.jobs;

import gotthard.action.Context;
import gotthard.action.Difference;
import gotthard.action.Unreachable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The Jobs of a step that copy, whichever attempt or pass has made them.
record Copiers(Context context, Order order) {
    /// Those at the target, at work or not, in words.
    List<String> there() throws Unreachable, InterruptedException {
        var there = new ArrayList<String>();
        for (MoverJobs jobs : all()) {
            jobs.jobAtTarget().ifPresent(job -> there.add(job + " is there"));
        }
        return there;
    }

    /// Whether there is one for each cell.
    boolean areThere() throws Unreachable, InterruptedException {
        return there().size() == order.cells().size();
    }

    /// Whether those of all cells have come to their end.
    boolean areDone() throws Unreachable, InterruptedException {
        return areThere() && atWork().isEmpty();
    }

    /// The first that has not.
    Optional<Difference> atWork() throws Unreachable, InterruptedException {
        for (MoverJobs jobs : all()) {
            var job = jobs.jobAtTarget();
            if (job.isPresent() && !job.get().isComplete() && job.get().broken().isEmpty()) {
                return Optional.of(
                        new Difference(
                                jobs.cell().to().toString(),
                                "all files of the source",
                                "movers of this step that have not ended",
                                Difference.Owner.OURS_OR_ABSENT));
            }
        }
        return Optional.empty();
    }

    /// The first that is there, where none should be.
    Optional<Difference> left() throws Unreachable, InterruptedException {
        for (MoverJobs jobs : all()) {
            var there = jobs.jobAtTarget();
            if (there.isPresent()) {
                return Optional.of(
                        new Difference(
                                there.get().toString(),
                                "absent",
                                "made by this step",
                                Difference.Owner.OURS_OR_ABSENT));
            }
        }
        return Optional.empty();
    }

    /// Ends their movers, and waits until the last pod has.
    ///
    /// @return whether there were any
    boolean stop() throws Unreachable, InterruptedException {
        boolean wereThere = false;
        for (MoverJobs jobs : all()) {
            wereThere |= jobs.remove();
        }
        return wereThere;
    }

    private List<MoverJobs> all() throws Unreachable, InterruptedException {
        return MoverJobs.of(context, order, Duty.copying(order));
    }
}
