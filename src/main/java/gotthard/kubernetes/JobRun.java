package gotthard.kubernetes;

import com.fasterxml.jackson.databind.node.ObjectNode;

import gotthard.action.Blob;
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

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// One Job under the key of one step: its name ends with the key, so that a resumed attempt finds it again.
final class JobRun {
    private static final int LAST_LINES = 5;

    private final Context context;
    private final JobAction action;
    private final Target target;
    private final Mark mark;

    private JobRun(Context context, JobAction action, Target target) {
        this.context = context;
        this.action = action;
        this.target = target;
        this.mark = Mark.of(context);
    }

    static JobRun of(JobAction action, Context context) throws Unreachable, InterruptedException {
        Manifest plain = action.manifest();
        var named =
                new Manifest(
                        plain.apiVersion(),
                        plain.kind(),
                        plain.namespace(),
                        plain.name() + "-" + context.key().brief(),
                        plain.source(),
                        plain.place());
        return new JobRun(
                context,
                action,
                new Target(Targets.open(context, action.cluster()), ResourceType.JOB, named));
    }

    Prediction predict(Forecast earlier) throws Unreachable, InterruptedException {
        Optional<ObjectNode> live = target.live();
        if (live.map(Readiness::of).orElse(null) instanceof Readiness.Ready) {
            return new Prediction.Nothing(target + " has run to its end");
        }
        var change =
                new Prediction.Change(
                        Prediction.Sign.RUN,
                        new Locator(action.cluster(), action.manifest().thing()),
                        "runs to its end",
                        List.of());
        if (live.isPresent()) {
            return new Prediction.Changes(Prediction.Certainty.OPAQUE, List.of(change));
        }
        Answer trial = target.cluster().apply(target.path(), wanted(), true);
        if (trial.isGood()) {
            return new Prediction.Changes(Prediction.Certainty.OPAQUE, List.of(change));
        }
        boolean willBe =
                earlier.of(target.namespace()).filter(Prediction.Sign.CREATE::equals).isPresent();
        if (trial.isMissing()) {
            return willBe
                    ? new Prediction.Changes(Prediction.Certainty.OPAQUE, List.of(change))
                    : new Prediction.Obstacle(Looking.noNamespace(target));
        }
        return new Prediction.Obstacle(refusal("run ", trial));
    }

    Optional<String> marked() throws Unreachable, InterruptedException {
        return target.live().map(_ -> target + " is there");
    }

    Verdict verify() throws Unreachable, InterruptedException {
        Optional<ObjectNode> live = target.live();
        if (live.isEmpty()) {
            return Verdict.differs(
                    Difference.missing(target.toString(), "a Job that has run to its end"));
        }
        return switch (Readiness.of(live.get())) {
            case Readiness.Ready _ ->
                    new Verdict.Holds(Evidence.of(1, target + " has run to its end"));
            case Readiness.Waiting(var what) -> new Verdict.Underway(progress(what));
            case Readiness.Broken(var why) ->
                    Verdict.differs(
                            new Difference(
                                    target.toString(),
                                    "run to its end",
                                    "failed: " + why,
                                    Difference.Owner.OURS_OR_ABSENT));
        };
    }

    Outcome apply() throws Unreachable, InterruptedException {
        Optional<ObjectNode> live = seen();
        if (live.isPresent() && Readiness.of(live.get()) instanceof Readiness.Broken) {
            Optional<Failure> stays = delete(live.get());
            if (stays.isPresent()) {
                return new Outcome.Failed(stays.get());
            }
            live = Optional.empty();
        }
        if (live.isPresent() && Readiness.of(live.get()) instanceof Readiness.Ready) {
            return new Outcome.AlreadyDone();
        }
        if (live.isEmpty()) {
            Answer made = target.by(mark).apply(Optional.empty(), wanted());
            if (!made.isGood()) {
                return new Outcome.Failed(
                        made.isMissing() ? Looking.noNamespace(target) : refusal("run ", made));
            }
        }
        context.progress(progress("has started"));
        Optional<Failure> failure = new Waiting(context, action.patience()).until(List.of(target));
        String log =
                Pods.logs(
                        target.cluster(), target.manifest().namespace(), target.manifest().name());
        context.keep("log of " + target, Blob.of(log));
        if (failure.isPresent()) {
            return new Outcome.Failed(withLastLines(failure.get(), log));
        }
        return new Outcome.Changed(Evidence.of(1, target + " has run to its end"));
    }

    Outcome rollback() throws Unreachable, InterruptedException {
        Optional<ObjectNode> live = seen();
        if (live.isEmpty()) {
            return new Outcome.AlreadyDone();
        }
        Optional<Failure> stays = delete(live.get());
        return stays.<Outcome>map(Outcome.Failed::new)
                .orElseGet(
                        () ->
                                new Outcome.Changed(
                                        Evidence.of(1, target + " and its pods are deleted")));
    }

    Verdict restored() throws Unreachable, InterruptedException {
        return target.live().isEmpty()
                ? new Verdict.Holds(Evidence.of(1, target + " is not there"))
                : Verdict.differs(
                        new Difference(
                                target.toString(),
                                "absent",
                                "made by this step",
                                Difference.Owner.OURS_OR_ABSENT));
    }

    /// As it is now, if no later coordinator has made it.
    private Optional<ObjectNode> seen() throws Unreachable, InterruptedException {
        Optional<ObjectNode> live = target.live();
        if (live.isPresent()) {
            target.by(mark).giveWay(live.get());
        }
        return live;
    }

    private Optional<Failure> delete(ObjectNode live) throws Unreachable, InterruptedException {
        Answer answer = target.by(mark).delete(live);
        if (!answer.isGood() && !answer.isMissing()) {
            return Optional.of(refusal("delete ", answer));
        }
        return new Waiting(context, action.patience()).untilGone(List.of(target));
    }

    private ObjectNode wanted() {
        ObjectNode job = Json.of(target.manifest());
        mark.made(job);
        job.withObject("/spec/template/metadata/labels").put(Mark.NAME, context.key().brief());
        return job;
    }

    private Failure refusal(String verb, Answer answer) {
        return Failures.of(target.cluster().where(), verb + target.manifest().thing(), answer);
    }

    private static Failure withLastLines(Failure failure, String log) {
        List<String> lines = log.lines().filter(line -> !line.startsWith("== ")).toList();
        if (lines.isEmpty()) {
            return failure;
        }
        String last =
                String.join(
                        " | ", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
        return new Failure(
                failure.kind(),
                failure.what() + "; its last lines: " + last,
                "mend what its log tells, then retry the step");
    }

    private Progress progress(String doing) {
        return new Progress(
                0,
                OptionalLong.of(1),
                Progress.Unit.OBJECTS,
                target.manifest().thing() + ": " + doing);
    }
}
