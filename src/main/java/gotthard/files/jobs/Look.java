package gotthard.files.jobs;

import gotthard.action.Failure;
import gotthard.kubernetes.OwnObject;
import gotthard.kubernetes.OwnPod;
import gotthard.transfer.Refused;
import gotthard.transfer.report.Ending;
import gotthard.transfer.report.Report;
import gotthard.transfer.report.ReportReader;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The movers of one cell as they are at one moment.
///
/// @param receiving the Job at the target
record Look(
        MoverJobs jobs,
        Optional<OwnObject> receiving,
        List<OwnPod> atTarget,
        List<OwnPod> atSource) {
    List<Shard> shards() {
        var all = new ArrayList<Shard>();
        for (int index = 0; index < jobs.shards(); index++) {
            all.add(shard(index));
        }
        return all;
    }

    /// What the mover at the target says counts: it knows what has arrived. The one at the source is heard where it can't go on.
    private Shard shard(int index) {
        Optional<OwnPod> receiver = newest(atTarget, index);
        Optional<OwnPod> sender = newest(atSource, index);
        if (receiving.isEmpty() || receiving.get().isBeingDeleted()) {
            return new Shard.Unknown(
                    Failure.transientFailure(
                            "a Job of this step at %s was deleted by somebody else meanwhile"
                                    .formatted(jobs.target().where()),
                            "look who deleted it; another attempt goes on where this one was"));
        }
        boolean isOver = receiving.get().isComplete() || receiving.get().broken().isPresent();
        if (receiver.isEmpty() || receiver.get().exit().isEmpty()) {
            if (isOver) {
                return new Shard.Unknown(missing(receiver));
            }
            Optional<Report> stopped = sender.flatMap(Look::ofOneThatCannotGoOn);
            return new Shard.Working(receiver, sender, stopped);
        }
        Optional<Report> report = report(receiver.get());
        int code = receiver.get().exit().get();
        if (isOver || Specs.FINAL.contains(code)) {
            return report.<Shard>map(one -> new Shard.Ended(one, sender.flatMap(OwnPod::started)))
                    .orElseGet(() -> new Shard.Unknown(missing(receiver)));
        }
        return new Shard.Working(receiver, sender, Optional.empty());
    }

    private static Optional<Report> ofOneThatCannotGoOn(OwnPod sender) {
        boolean hasStopped =
                sender.exit()
                        .filter(code -> code == Ending.STOPPED.code() || code == Ending.BUG)
                        .isPresent();
        return hasStopped ? report(sender) : Optional.empty();
    }

    private Failure missing(Optional<OwnPod> pod) {
        if (pod.flatMap(OwnPod::exit).filter(code -> code == Ending.BAD_USE).isPresent()) {
            return Failure.refused(
                    "the mover at %s does not understand what it is told"
                            .formatted(jobs.target().where()),
                    "give the sites the image of this version (movers: {image: …} in the inventory)");
        }
        String who =
                pod.map(
                                one ->
                                        "the pod "
                                                + one.name()
                                                + one.exit()
                                                        .map(
                                                                code ->
                                                                        ", which ended with "
                                                                                + code
                                                                                + ",")
                                                        .orElse(""))
                        .orElse("a pod");
        return Failure.transientFailure(
                "%s at %s left no report".formatted(who, jobs.target().where()),
                "look at its log with: kubectl logs -n %s -l job-name=%s"
                        .formatted(
                                jobs.target().namespace(),
                                receiving.map(OwnObject::name).orElse("")));
    }

    static Optional<Report> report(OwnPod pod) {
        return read(pod.message());
    }

    static Optional<Report> read(String text) {
        try {
            return Optional.of(ReportReader.read(text));
        } catch (Refused _) {
            return Optional.empty();
        }
    }

    private static Optional<OwnPod> newest(List<OwnPod> pods, int index) {
        return pods.stream()
                .filter(pod -> pod.index() == index)
                .max(
                        Comparator.comparing(OwnPod::created)
                                .thenComparing(pod -> pod.exit().isEmpty())
                                .thenComparing(OwnPod::name));
    }
}
