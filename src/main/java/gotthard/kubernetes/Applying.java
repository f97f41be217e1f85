package gotthard.kubernetes;

import com.fasterxml.jackson.databind.node.ObjectNode;

import gotthard.action.Before;
import gotthard.action.Context;
import gotthard.action.Evidence;
import gotthard.action.Failure;
import gotthard.action.Outcome;
import gotthard.action.Progress;
import gotthard.action.Unreachable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// The half of applying that changes clusters: wave by wave, each wave at once, until everything is ready.
final class Applying {
    private static final int WAVES = 3;

    private final Context context;
    private final Mark mark;
    private final List<Target> targets;
    private final PreImage before;
    private final Duration patience;
    private long changed;

    private Applying(Context context, List<Target> targets, PreImage before, Duration patience) {
        this.context = context;
        this.mark = Mark.of(context);
        this.targets = targets;
        this.before = before;
        this.patience = patience;
    }

    static Applying to(ApplyAction action, Context context, Before before)
            throws Unreachable, InterruptedException {
        return new Applying(
                context, Targets.of(action, context), PreImage.of(before), action.patience());
    }

    /// What came of one object.
    private sealed interface Step {
        record Done(ObjectNode object, boolean isChanged) implements Step {}

        record Stopped(Failure failure) implements Step {}
    }

    Outcome apply() throws Unreachable, InterruptedException {
        for (int wave = 0; wave < WAVES; wave++) {
            Optional<Failure> failure = applyWave(wave);
            if (failure.isPresent()) {
                return new Outcome.Failed(failure.get());
            }
        }
        return changed == 0
                ? new Outcome.AlreadyDone()
                : new Outcome.Changed(
                        Evidence.of(
                                changed,
                                "%d of %d objects applied to %s, all ready"
                                        .formatted(
                                                changed, targets.size(), Looking.sites(targets))));
    }

    private Optional<Failure> applyWave(int wave) throws Unreachable, InterruptedException {
        List<Target> now =
                targets.stream().filter(target -> target.manifest().phase() == wave).toList();
        if (now.isEmpty()) {
            return Optional.empty();
        }
        context.progress(
                new Progress(
                        changed,
                        OptionalLong.of(targets.size()),
                        Progress.Unit.OBJECTS,
                        "applies " + now.size() + " objects"));
        List<Step> steps = Parallel.map(now, this::applyOne);
        var failures = new ArrayList<Failure>();
        var waiting = new ArrayList<Target>();
        for (int i = 0; i < now.size(); i++) {
            switch (steps.get(i)) {
                case Step.Stopped(var failure) -> failures.add(failure);
                case Step.Done(var object, var isChanged) -> {
                    changed += isChanged ? 1 : 0;
                    if (!(Readiness.of(object) instanceof Readiness.Ready)) {
                        waiting.add(now.get(i));
                    }
                }
            }
        }
        if (!failures.isEmpty()) {
            return Optional.of(first(failures));
        }
        return new Waiting(context, patience).until(waiting);
    }

    private static Failure first(List<Failure> failures) {
        Failure first = failures.getFirst();
        return failures.size() == 1
                ? first
                : new Failure(
                        first.kind(),
                        first.what() + " (and " + (failures.size() - 1) + " more like it)",
                        first.next());
    }

    private Step applyOne(Target target) throws Unreachable, InterruptedException {
        Optional<ObjectNode> earlier = before.of(target);
        Optional<ObjectNode> live = target.live();
        Fenced fenced = target.by(mark);
        if (live.isPresent()) {
            fenced.giveWay(live.get());
        }
        if (earlier.isEmpty() && live.isPresent() && !Mark.isOn(live.get(), context.key())) {
            return new Step.Stopped(
                    Failure.refused(
                            target + " was made by somebody else meanwhile",
                            "look who made it; delete it, or let the plan leave it out"));
        }
        if (earlier.isPresent()
                && !live.map(object -> Mark.isOn(object, context.key())).orElse(false)) {
            if (target.look() instanceof Sight.Same(var object)) {
                return new Step.Done(object, false);
            }
            if (target.isSecret()) {
                return new Step.Stopped(
                        Failure.refused(
                                target + " was changed by somebody else meanwhile",
                                "look who changed it, then try again"));
            }
        }
        Answer answer = fenced.apply(live, marked(target, earlier));
        if (!answer.isGood()) {
            return new Step.Stopped(
                    answer.isMissing() && target.type().isNamespaced()
                            ? Looking.noNamespace(target)
                            : Failures.of(
                                    target.cluster().where(),
                                    "apply " + target.manifest().thing(),
                                    answer));
        }
        ObjectNode made = answer.object();
        return new Step.Done(made, live.isEmpty() || isChanged(live.get(), made));
    }

    /// Whether more than the fence changed.
    private boolean isChanged(ObjectNode live, ObjectNode made) {
        return !mark.isOn(live) || !Fields.between(live, made).isEmpty();
    }

    /// With the step's mark; the label of the step that made it stays.
    private ObjectNode marked(Target target, Optional<ObjectNode> earlier) {
        ObjectNode object = Json.of(target.manifest());
        if (earlier.isEmpty()) {
            mark.made(object);
            return object;
        }
        mark.changed(object);
        var label = earlier.get().path("metadata").path("labels").path(Mark.NAME);
        if (label.isTextual()) {
            object.withObject("/metadata/labels").set(Mark.NAME, label);
        }
        return object;
    }
}
