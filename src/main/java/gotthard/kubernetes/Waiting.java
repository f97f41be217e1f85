package gotthard.kubernetes;

import com.fasterxml.jackson.databind.node.ObjectNode;

import gotthard.action.Context;
import gotthard.action.Failure;
import gotthard.action.Progress;
import gotthard.action.Unreachable;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Waits until objects are ready, or gone, and shows for what.
record Waiting(Context context, Duration patience) {
    private static final Duration SHORTEST = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofSeconds(2);

    /// Nothing once all are ready; otherwise what keeps them.
    Optional<Failure> until(List<Target> targets) throws Unreachable, InterruptedException {
        Instant end = context.now().plus(patience);
        Duration beat = SHORTEST;
        List<Target> waiting = targets;
        while (!waiting.isEmpty()) {
            var still = new ArrayList<Target>();
            String what = "";
            List<Optional<ObjectNode>> lives = Parallel.map(waiting, Target::live);
            for (int i = 0; i < waiting.size(); i++) {
                Target target = waiting.get(i);
                if (lives.get(i).isEmpty()) {
                    return Optional.of(
                            Failure.refused(
                                    target + " was deleted by somebody else meanwhile",
                                    "look who deleted it, then try again"));
                }
                switch (Readiness.of(lives.get(i).get())) {
                    case Readiness.Ready _ -> {}
                    case Readiness.Broken(var why) -> {
                        return Optional.of(
                                Failure.refused(
                                        target
                                                + (isJob(target)
                                                        ? " failed: "
                                                        : " does not become ready: ")
                                                + why,
                                        Pods.advice(target)));
                    }
                    case Readiness.Waiting(var value) -> {
                        still.add(target);
                        what = target + ": " + value;
                    }
                }
            }
            if (still.isEmpty()) {
                return Optional.empty();
            }
            if (!context.now().isBefore(end)) {
                return Optional.of(
                        Failure.transientFailure(
                                "%s, %d s after it was applied"
                                        .formatted(what, patience.toSeconds()),
                                Pods.advice(still.getLast())));
            }
            show(targets.size() - still.size(), targets.size(), "waits for " + what);
            context.pause(beat);
            beat = longer(beat);
            waiting = still;
        }
        return Optional.empty();
    }

    /// Nothing once none of them is there any more.
    Optional<Failure> untilGone(List<Target> targets) throws Unreachable, InterruptedException {
        Instant end = context.now().plus(patience);
        Duration beat = SHORTEST;
        List<Target> waiting = targets;
        while (!waiting.isEmpty()) {
            List<Optional<ObjectNode>> lives = Parallel.map(waiting, Target::live);
            var still = new ArrayList<Target>();
            for (int i = 0; i < waiting.size(); i++) {
                if (lives.get(i).filter(live -> Mark.isOn(live, context.key())).isPresent()) {
                    still.add(waiting.get(i));
                }
            }
            if (still.isEmpty()) {
                return Optional.empty();
            }
            if (!context.now().isBefore(end)) {
                return Optional.of(
                        Failure.transientFailure(
                                "%s is still there %d s after it was deleted"
                                        .formatted(still.getFirst(), patience.toSeconds()),
                                "look at its finalizers and at what belongs to it"));
            }
            show(
                    targets.size() - still.size(),
                    targets.size(),
                    "waits until " + still.getFirst() + " is gone");
            context.pause(beat);
            beat = longer(beat);
            waiting = still;
        }
        return Optional.empty();
    }

    private void show(long done, long total, String doing) {
        context.progress(new Progress(done, OptionalLong.of(total), Progress.Unit.OBJECTS, doing));
    }

    private static boolean isJob(Target target) {
        return target.type().equals(ResourceType.JOB);
    }

    private static Duration longer(Duration beat) {
        Duration next = beat.multipliedBy(3).dividedBy(2);
        return next.compareTo(LONGEST) > 0 ? LONGEST : next;
    }
}
