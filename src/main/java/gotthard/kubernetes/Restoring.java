package gotthard.kubernetes;

import com.fasterxml.jackson.databind.node.ObjectNode;

import gotthard.action.Before;
import gotthard.action.Context;
import gotthard.action.Difference;
import gotthard.action.Evidence;
import gotthard.action.Failure;
import gotthard.action.Outcome;
import gotthard.action.Unreachable;
import gotthard.action.Verdict;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Takes back what a step did: deletes what it made, and gives the fields that it set back their values. Whatever does not carry
/// the step's mark, and every field that others changed since, stays as it is.
final class Restoring {
    private static final int LAST_WAVE = 2;

    private final Context context;
    private final Mark mark;
    private final List<Target> targets;
    private final PreImage before;
    private final Duration patience;
    private long changed;

    private Restoring(Context context, List<Target> targets, PreImage before, Duration patience) {
        this.context = context;
        this.mark = Mark.of(context);
        this.targets = targets;
        this.before = before;
        this.patience = patience;
    }

    static Restoring to(ApplyAction action, Context context, Before before)
            throws Unreachable, InterruptedException {
        return new Restoring(
                context, Targets.of(action, context), PreImage.of(before), action.patience());
    }

    Outcome rollback() throws Unreachable, InterruptedException {
        for (int wave = LAST_WAVE; wave >= 0; wave--) {
            int phase = wave;
            List<Target> now =
                    targets.stream().filter(target -> target.manifest().phase() == phase).toList();
            Optional<Failure> failure = now.isEmpty() ? Optional.empty() : rollbackWave(now);
            if (failure.isPresent()) {
                return new Outcome.Failed(failure.get());
            }
        }
        return changed == 0
                ? new Outcome.AlreadyDone()
                : new Outcome.Changed(
                        Evidence.of(
                                changed,
                                "%d of %d objects at %s as before"
                                        .formatted(
                                                changed, targets.size(), Looking.sites(targets))));
    }

    private Optional<Failure> rollbackWave(List<Target> now)
            throws Unreachable, InterruptedException {
        List<Optional<ObjectNode>> lives = Parallel.map(now, Target::live);
        var ours = new ArrayList<Target>();
        var seen = new ArrayList<ObjectNode>();
        for (int i = 0; i < now.size(); i++) {
            Optional<ObjectNode> live =
                    lives.get(i).filter(object -> Mark.isOn(object, context.key()));
            if (live.isPresent()) {
                now.get(i).by(mark).giveWay(live.get());
                ours.add(now.get(i));
                seen.add(live.get());
            }
        }
        if (ours.isEmpty()) {
            return Optional.empty();
        }
        List<Integer> indices = java.util.stream.IntStream.range(0, ours.size()).boxed().toList();
        List<Optional<Failure>> failures =
                Parallel.map(indices, index -> rollbackOne(ours.get(index), seen.get(index)));
        Optional<Failure> failure = failures.stream().flatMap(Optional::stream).findFirst();
        if (failure.isPresent()) {
            return failure;
        }
        changed += ours.size();
        List<Target> made = ours.stream().filter(target -> before.of(target).isEmpty()).toList();
        return new Waiting(context, patience).untilGone(made);
    }

    private Optional<Failure> rollbackOne(Target target, ObjectNode live)
            throws Unreachable, InterruptedException {
        Optional<ObjectNode> earlier = before.of(target);
        if (earlier.isPresent()) {
            ObjectNode applied = OwnedFields.applied(earlier.get());
            mark.handedBack(applied);
            Answer answer = target.by(mark).apply(Optional.of(live), applied);
            return answer.isGood() ? Optional.empty() : failed(target, "restore ", answer);
        }
        if (target.type().equals(ResourceType.NAMESPACE)) {
            List<String> strangers =
                    NamespaceContent.ofOthers(
                            target.cluster(), target.manifest().name(), context.key());
            if (!strangers.isEmpty()) {
                return Optional.of(
                        Failure.refused(
                                "%s holds %s that this step did not make: %s"
                                        .formatted(
                                                target,
                                                strangers.size() == 1
                                                        ? "a thing"
                                                        : strangers.size() + " things",
                                                String.join(
                                                        ", ",
                                                        strangers.subList(
                                                                0, Math.min(3, strangers.size())))),
                                "move or delete them, then roll back again"));
            }
        }
        Answer answer = target.by(mark).delete(live);
        return answer.isGood() || answer.isMissing()
                ? Optional.empty()
                : failed(target, "delete ", answer);
    }

    private static Optional<Failure> failed(Target target, String verb, Answer answer) {
        return Optional.of(
                Failures.of(target.cluster().where(), verb + target.manifest().thing(), answer));
    }

    Verdict verify() throws Unreachable, InterruptedException {
        List<Optional<ObjectNode>> lives = Parallel.map(targets, Target::live);
        var differences = new ArrayList<Difference>();
        for (int i = 0; i < targets.size(); i++) {
            Target target = targets.get(i);
            Optional<ObjectNode> live = lives.get(i);
            if (live.isPresent()) {
                differences.addAll(differences(target, live.get()));
            }
        }
        return differences.isEmpty()
                ? new Verdict.Holds(
                        Evidence.of(
                                targets.size(),
                                "%d objects at %s as before"
                                        .formatted(targets.size(), Looking.sites(targets))))
                : new Verdict.Differs(differences);
    }

    /// What still stands of the step's own work.
    private List<Difference> differences(Target target, ObjectNode live) {
        Optional<ObjectNode> earlier = before.of(target);
        boolean isOurs = Mark.isOn(live, context.key());
        if (earlier.isEmpty()) {
            return isOurs
                    ? List.of(
                            new Difference(
                                    target.toString(),
                                    "absent",
                                    "made by this step",
                                    Difference.Owner.OURS_OR_ABSENT))
                    : List.of();
        }
        if (isOurs) {
            return List.of(
                    new Difference(
                            target.toString(),
                            "as before",
                            "changed by this step",
                            Difference.Owner.OURS_OR_ABSENT));
        }
        if (target.isSecret()) {
            return List.of();
        }
        ObjectNode wanted = Json.of(target.manifest());
        return Fields.between(live, earlier.get()).stream()
                .filter(change -> change.from().isPresent())
                .filter(change -> Fields.at(wanted, change.path()).equals(change.from()))
                .map(
                        change ->
                                new Difference(
                                        target + " " + change.field(),
                                        change.after(),
                                        change.before(),
                                        Difference.Owner.OURS_OR_ABSENT))
                .toList();
    }
}
