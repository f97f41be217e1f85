package gotthard.kubernetes;

import com.fasterxml.jackson.databind.node.ObjectNode;

import gotthard.action.Before;
import gotthard.action.Blob;
import gotthard.action.Captured;
import gotthard.action.Context;
import gotthard.action.Difference;
import gotthard.action.Evidence;
import gotthard.action.Failure;
import gotthard.action.Forecast;
import gotthard.action.Locator;
import gotthard.action.Outcome;
import gotthard.action.Prediction;
import gotthard.action.Progress;
import gotthard.action.Unreachable;
import gotthard.action.Verdict;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Sets replicas under a field manager that is named by the step's key: who owns `spec.replicas` tells whether the number is still
/// this step's own. Not through the subresource `scale`, for there an API server writes down no owner where there was none before.
final class Scaling {
    private static final Duration SECOND_LOOK = Duration.ofSeconds(1);

    private final Context context;
    private final ScaleAction action;
    private final ClusterConnection cluster;
    private final Mark mark;

    private Scaling(Context context, ScaleAction action, ClusterConnection cluster) {
        this.context = context;
        this.action = action;
        this.cluster = cluster;
        this.mark = Mark.ofScaling(context);
    }

    static Scaling of(ScaleAction action, Context context)
            throws Unreachable, InterruptedException {
        return new Scaling(context, action, Targets.open(context, action.cluster()));
    }

    /// What [#capture] wrote.
    static int replicas(Before before) {
        return switch (before) {
            case Before.Inline(var image) -> Integer.parseInt(image.text());
            case Before.Absent(), Before.Kept _ ->
                    throw new IllegalArgumentException("not what capture wrote: " + before);
        };
    }

    Prediction predict(Forecast earlier) throws Unreachable, InterruptedException {
        Optional<ObjectNode> live = live();
        var change =
                new Prediction.Change(
                        Prediction.Sign.UPDATE,
                        new Locator(action.cluster(), action.workload().toString()),
                        "replicas: "
                                + live.map(object -> Integer.toString(replicas(object))).orElse("?")
                                + " → "
                                + action.replicas(),
                        List.of());
        if (live.isEmpty()) {
            boolean willBe =
                    earlier.of(change.thing()).filter(Prediction.Sign.CREATE::equals).isPresent();
            return willBe
                    ? new Prediction.Changes(Prediction.Certainty.SIMULATED, List.of(change))
                    : new Prediction.Obstacle(missing());
        }
        if (replicas(live.get()) == action.replicas()) {
            return new Prediction.Nothing(this + " has " + action.replicas() + " replicas already");
        }
        Answer trial = cluster.merge(target().path(), manager(), replicas(action.replicas()), true);
        return trial.isGood()
                ? new Prediction.Changes(Prediction.Certainty.EXACT, List.of(change))
                : new Prediction.Obstacle(refusal(trial));
    }

    Verdict verify() throws Unreachable, InterruptedException {
        Optional<ObjectNode> live = live();
        if (live.isEmpty()) {
            return Verdict.differs(Difference.missing(toString(), action.replicas() + " replicas"));
        }
        int there = replicas(live.get());
        if (there != action.replicas()) {
            return Verdict.differs(
                    new Difference(
                            toString(),
                            action.replicas() + " replicas",
                            there + " replicas",
                            Difference.Owner.OURS_OR_ABSENT));
        }
        return switch (Readiness.of(live.get())) {
            case Readiness.Ready _ ->
                    new Verdict.Holds(
                            Evidence.of(1, this + " has " + there + " replicas, all ready"));
            case Readiness.Waiting(var what) ->
                    isOurs(live.get())
                            ? new Verdict.Underway(
                                    new Progress(
                                            0,
                                            OptionalLong.of(1),
                                            Progress.Unit.OBJECTS,
                                            this + ": " + what))
                            : Verdict.differs(
                                    new Difference(
                                            toString(),
                                            "all replicas ready",
                                            what,
                                            Difference.Owner.OURS_OR_ABSENT));
            case Readiness.Broken(var why) ->
                    Verdict.differs(
                            new Difference(
                                    toString(),
                                    "all replicas ready",
                                    why,
                                    Difference.Owner.OURS_OR_ABSENT));
        };
    }

    Optional<String> marked() throws Unreachable, InterruptedException {
        return live().filter(this::isOurs)
                .map(
                        live ->
                                "%s has %d replicas; how many it had before is not known any more"
                                        .formatted(this, replicas(live)));
    }

    Captured capture() throws Unreachable, InterruptedException {
        Optional<ObjectNode> live = live();
        return live.isEmpty()
                ? new Captured.Failed(missing())
                : new Captured.Found(
                        new Before.Inline(Blob.of(Integer.toString(replicas(live.get())))));
    }

    Outcome apply() throws Unreachable, InterruptedException {
        Optional<ObjectNode> live = live();
        if (live.isEmpty()) {
            return new Outcome.Failed(missing());
        }
        Fenced fenced = target().by(mark);
        fenced.giveWay(live.get());
        boolean isSet = replicas(live.get()) == action.replicas();
        if (!isSet) {
            ObjectNode patch = replicas(action.replicas());
            mark.changed(patch);
            Answer answer = fenced.merge(live.get(), manager(), patch);
            if (!answer.isGood()) {
                return new Outcome.Failed(refusal(answer));
            }
        }
        context.progress(
                new Progress(
                        0, OptionalLong.of(1), Progress.Unit.OBJECTS, this + " is being scaled"));
        Optional<Failure> failure = untilSettled();
        if (failure.isPresent()) {
            return new Outcome.Failed(failure.get());
        }
        return isSet
                ? new Outcome.AlreadyDone()
                : new Outcome.Changed(
                        Evidence.of(
                                1, this + " has " + action.replicas() + " replicas, all ready"));
    }

    Outcome rollback(int before) throws Unreachable, InterruptedException {
        Optional<ObjectNode> live = live();
        if (live.isEmpty()) {
            return new Outcome.AlreadyDone();
        }
        Fenced fenced = target().by(mark);
        fenced.giveWay(live.get());
        boolean isAsBefore = replicas(live.get()) == before || !isOurs(live.get());
        if (isAsBefore && !mark.isOn(live.get())) {
            return new Outcome.AlreadyDone();
        }
        ObjectNode patch = isAsBefore ? Json.object() : replicas(before);
        mark.unset(patch);
        Answer answer = fenced.merge(live.get(), manager(), patch);
        if (!answer.isGood()) {
            return new Outcome.Failed(refusal(answer));
        }
        if (isAsBefore) {
            return new Outcome.AlreadyDone();
        }
        Optional<Failure> failure = untilSettled();
        return failure.<Outcome>map(Outcome.Failed::new)
                .orElseGet(
                        () ->
                                new Outcome.Changed(
                                        Evidence.of(
                                                1, this + " has " + before + " replicas again")));
    }

    /// Looks twice: a Deployment counts by what its replica sets last told, and these may not have seen the number yet.
    private Optional<Failure> untilSettled() throws Unreachable, InterruptedException {
        var waiting = new Waiting(context, action.patience());
        Optional<Failure> failure = waiting.until(List.of(target()));
        if (failure.isPresent()) {
            return failure;
        }
        context.pause(SECOND_LOOK);
        return waiting.until(List.of(target()));
    }

    Verdict restored(int before) throws Unreachable, InterruptedException {
        Optional<ObjectNode> live = live();
        if (live.isEmpty()) {
            return Verdict.differs(
                    new Difference(
                            toString(),
                            before + " replicas",
                            "deleted by somebody else",
                            Difference.Owner.FOREIGN));
        }
        int there = replicas(live.get());
        if (there == before
                && before == 0
                && Readiness.of(live.get()) instanceof Readiness.Waiting(var what)) {
            return new Verdict.Underway(
                    new Progress(0, OptionalLong.of(1), Progress.Unit.OBJECTS, this + ": " + what));
        }
        if (there == before) {
            return new Verdict.Holds(
                    Evidence.of(1, this + " has " + before + " replicas as before"));
        }
        boolean isOurs = isOurs(live.get());
        return Verdict.differs(
                new Difference(
                        toString(),
                        before + " replicas",
                        there
                                + " replicas, set by "
                                + (isOurs ? "this step" : "\"" + owner(live.get()) + "\""),
                        isOurs ? Difference.Owner.OURS_OR_ABSENT : Difference.Owner.FOREIGN));
    }

    @Override
    public String toString() {
        return action.cluster() + " " + action.workload();
    }

    private Target target() {
        ScaleAction.Workload workload = action.workload();
        return new Target(
                cluster,
                workload.type(),
                Manifest.named(workload.type(), workload.namespace(), workload.name()));
    }

    private Optional<ObjectNode> live() throws Unreachable, InterruptedException {
        return target().live();
    }

    private static ObjectNode replicas(int wanted) {
        ObjectNode patch = Json.object();
        patch.putObject("spec").put("replicas", wanted);
        return patch;
    }

    private String manager() {
        return ClusterConnection.MANAGER + "-" + context.key().brief();
    }

    private boolean isOurs(ObjectNode live) {
        return owner(live).equals(manager());
    }

    private static String owner(ObjectNode live) {
        return OwnedFields.updater(live, "spec", "replicas").orElse("nobody");
    }

    private static int replicas(ObjectNode live) {
        return live.path("spec").path("replicas").asInt(1);
    }

    private Failure missing() {
        return Failure.refused(this + " does not exist", "apply it in an earlier step");
    }

    private Failure refusal(Answer answer) {
        return Failures.of(action.cluster(), "scale " + action.workload(), answer);
    }
}
