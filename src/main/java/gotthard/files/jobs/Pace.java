package gotthard.files.jobs;

import gotthard.action.Allowance;
import gotthard.action.Context;
import gotthard.action.Unreachable;
import gotthard.kubernetes.OwnObjects;
import gotthard.kubernetes.OwnPod;
import gotthard.transfer.report.Role;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Tells each pod its share of what may move at the sites, whenever that has changed and whenever a pod is new.
final class Pace {
    private static final String NONE = "none";
    private static final String PATH = "/rate";
    private static final String TOKEN_HEADER = "X-Gotthard-Token";

    private final Context context;
    private final Order order;
    private final Map<String, String> told = new HashMap<>();
    private final Map<String, String> tokens = new HashMap<>();

    Pace(Context context, Order order) {
        this.context = context;
        this.order = order;
    }

    /// What a mover begins with, as its command line takes it.
    static String initially(Context context, Order order) {
        return share(context.allowance(), order);
    }

    /// In bytes a second. All movers at one end share what one site allows.
    private static String share(Allowance allowance, Order order) {
        long movers = (long) order.shards() * order.cells().size();
        return switch (allowance) {
            case Allowance.Unlimited _ -> NONE;
            case Allowance.Nothing _ -> "0";
            case Allowance.AtMost(var rate) ->
                    Long.toString(Math.max(1, (long) (rate.bytesPerSecond() / movers)));
        };
    }

    boolean isStopped() {
        return context.allowance() instanceof Allowance.Nothing;
    }

    /// The source first: what it holds back, nobody has to.
    void tell(Look look) throws Unreachable, InterruptedException {
        String share = share(context.allowance(), order);
        MoverJobs jobs = look.jobs();
        Optional<Role> sender = jobs.duty().atSource();
        if (sender.isPresent()) {
            tell(jobs, jobs.source(), sender.get(), look.atSource(), share);
        }
        tell(jobs, jobs.target(), jobs.duty().atTarget(), look.atTarget(), share);
    }

    private void tell(MoverJobs jobs, OwnObjects where, Role role, List<OwnPod> pods, String share)
            throws Unreachable, InterruptedException {
        for (OwnPod pod : pods) {
            String name = where.where() + "/" + pod.name();
            if (pod.isRunning() && !share.equals(told.getOrDefault(name, ""))) {
                if (where.put(
                        pod,
                        Specs.CONTROL_PORT,
                        PATH,
                        Map.of(TOKEN_HEADER, token(jobs, where, role, pod)),
                        share)) {
                    told.put(name, share);
                }
            }
        }
    }

    private String token(MoverJobs jobs, OwnObjects where, Role role, OwnPod pod)
            throws Unreachable, InterruptedException {
        if (!tokens.containsKey(pod.job())) {
            tokens.put(pod.job(), jobs.token(where, role));
        }
        return tokens.getOrDefault(pod.job(), "");
    }
}
