package gotthard.files.jobs;

import gotthard.action.Context;
import gotthard.action.Failure;
import gotthard.action.Progress;
import gotthard.action.Unreachable;
import gotthard.kubernetes.OwnObject;
import gotthard.kubernetes.OwnObjects;
import gotthard.kubernetes.OwnPod;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Follows movers until all of their shards have ended. An API server that does not answer for a while changes nothing: the movers
/// go on without being watched.
final class Watch {
    private static final Duration BEAT = Duration.ofSeconds(1);
    private static final Duration LONGEST_SILENCE = Duration.ofMinutes(10);
    private static final Duration LONGEST_START = Duration.ofMinutes(3);

    /// For the mover at the target, to say itself that the one at the source can't go on.
    private static final Duration GRACE = Duration.ofSeconds(20);

    private final Context context;
    private final List<MoverJobs> all;
    private final Pace pace;
    private final Account account;
    private final Consumer<Progress> shown;
    private final Map<String, Instant> since = new HashMap<>();

    Watch(Context context, Order order, List<MoverJobs> all, String doing) {
        this(context, order, all, doing, context::progress);
    }

    /// Tells somebody else how far they are.
    Watch(
            Context context,
            Order order,
            List<MoverJobs> all,
            String doing,
            Consumer<Progress> shown) {
        this.context = context;
        this.all = List.copyOf(all);
        this.pace = new Pace(context, order);
        this.account = new Account(doing);
        this.shown = shown;
    }

    /// How each shard has ended; none of them works any more.
    List<Shard> untilTheEnd() throws Unreachable, InterruptedException {
        Instant heard = context.now();
        while (true) {
            try {
                List<Look> looks = looks();
                var shards = new ArrayList<Shard>();
                for (Look look : looks) {
                    look.shards().forEach(shard -> shards.add(settled(look, shard)));
                }
                heard = context.now();
                if (shards.stream().noneMatch(Shard.Working.class::isInstance)) {
                    return List.copyOf(shards);
                }
                for (Look look : looks) {
                    pace.tell(look);
                }
                shown.accept(account.of(looks, pace.isStopped(), context.now()));
            } catch (Unreachable silent) {
                Duration silence = Duration.between(heard, context.now());
                if (!silent.failure().kind().mayPass() || silence.compareTo(LONGEST_SILENCE) > 0) {
                    throw silent;
                }
                shown.accept(account.unseen(silent.failure()));
            }
            context.pause(BEAT);
        }
    }

    /// Jobs are read before their pods: of a Job that has ended, each pod is then seen as it ended.
    private List<Look> looks() throws Unreachable, InterruptedException {
        var receiving = new ArrayList<Optional<OwnObject>>();
        for (MoverJobs jobs : all) {
            receiving.add(jobs.jobAtTarget());
        }
        var pods = new HashMap<String, List<OwnPod>>();
        var looks = new ArrayList<Look>();
        for (int i = 0; i < all.size(); i++) {
            MoverJobs jobs = all.get(i);
            looks.add(
                    new Look(
                            jobs,
                            receiving.get(i),
                            jobs.atTarget(pods(jobs.target(), pods)),
                            jobs.atSource(pods(jobs.source(), pods))));
        }
        return looks;
    }

    private static List<OwnPod> pods(OwnObjects where, Map<String, List<OwnPod>> known)
            throws Unreachable, InterruptedException {
        String place = where.where() + " " + where.namespace();
        List<OwnPod> found = known.get(place);
        if (found == null) {
            found = where.pods();
            known.put(place, found);
        }
        return found;
    }

    /// The shard, or what it comes to when it has waited for too long.
    private Shard settled(Look look, Shard shard) {
        if (!(shard instanceof Shard.Working(var receiver, var sender, var stopped))) {
            return shard;
        }
        if (stopped.isPresent()) {
            String which = "stopped " + sender.map(OwnPod::name).orElse("");
            return hasLasted(which, GRACE)
                    ? new Shard.Ended(stopped.get(), Optional.empty())
                    : shard;
        }
        Optional<Failure> target = stuck(look.jobs().target(), receiver);
        if (target.isPresent()) {
            return new Shard.Stuck(target.get());
        }
        return look.jobs()
                .duty()
                .atSource()
                .flatMap(_ -> stuck(look.jobs().source(), sender))
                .<Shard>map(Shard.Stuck::new)
                .orElse(shard);
    }

    private Optional<Failure> stuck(OwnObjects where, Optional<OwnPod> pod) {
        if (pod.isPresent() && (pod.get().isRunning() || pod.get().exit().isPresent())) {
            return Optional.empty();
        }
        String name = pod.map(OwnPod::name).orElse("none");
        if (!hasLasted(where.where() + " " + name, LONGEST_START)) {
            return Optional.empty();
        }
        String why = pod.map(OwnPod::waits).filter(words -> !words.isEmpty()).orElse("");
        return Optional.of(
                Failure.refused(
                        "%s at %s has not started for %d s%s"
                                .formatted(
                                        pod.isEmpty() ? "a pod of a mover" : "the pod " + name,
                                        where.where(),
                                        LONGEST_START.toSeconds(),
                                        why.isEmpty() ? "" : ": " + why),
                        pod.isEmpty()
                                ? "see why none is made with: kubectl describe jobs -n %s -l gotthard.dev/key=%s"
                                        .formatted(where.namespace(), context.key().brief())
                                : "see why with: kubectl describe pod -n %s %s"
                                        .formatted(where.namespace(), name)));
    }

    private boolean hasLasted(String what, Duration patience) {
        Instant first = since.computeIfAbsent(what, _ -> context.now());
        return !context.now().isBefore(first.plus(patience));
    }
}
