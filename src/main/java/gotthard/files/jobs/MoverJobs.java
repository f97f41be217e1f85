package gotthard.files.jobs;

import gotthard.action.Access;
import gotthard.action.Context;
import gotthard.action.Unreachable;
import gotthard.kubernetes.OwnObject;
import gotthard.kubernetes.OwnObjects;
import gotthard.kubernetes.OwnPod;
import gotthard.transfer.report.Role;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The Jobs of one cell for one duty. Their names end with the key, so that whoever goes on with the step finds them; what a Job mounts is
/// made while it is suspended, and belongs to it, so that both go together. Nothing of it is kept here.
final class MoverJobs {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int TOKEN_BYTES = 24;
    private static final int TAG_BYTES = 3;

    private final Context context;
    private final Order order;
    private final MovedCell cell;
    private final Duty duty;
    private final OwnObjects target;
    private final OwnObjects source;

    private MoverJobs(
            Context context,
            Order order,
            MovedCell cell,
            Duty duty,
            OwnObjects target,
            OwnObjects source) {
        this.context = context;
        this.order = order;
        this.cell = cell;
        this.duty = duty;
        this.target = target;
        this.source = source;
    }

    /// Of each cell of the step.
    static List<MoverJobs> of(Context context, Order order, Duty duty)
            throws Unreachable, InterruptedException {
        var all = new ArrayList<MoverJobs>();
        for (MovedCell cell : order.cells()) {
            all.add(of(context, order, cell, duty));
        }
        return all;
    }

    /// Of one cell of the step.
    static MoverJobs of(Context context, Order order, MovedCell cell, Duty duty)
            throws Unreachable, InterruptedException {
        return new MoverJobs(
                context,
                order,
                cell,
                duty,
                opened(context, cell.to()),
                opened(context, cell.from()));
    }

    /// What it takes to make, watch and remove them.
    static Set<Access> rights(Order order) {
        var all = new HashSet<Access>();
        for (MovedCell cell : order.cells()) {
            all.addAll(OwnObjects.rights(cell.from().cluster(), cell.from().namespace(), false));
            all.addAll(OwnObjects.rights(cell.to().cluster(), cell.to().namespace(), true));
        }
        return all;
    }

    private static OwnObjects opened(Context context, End end)
            throws Unreachable, InterruptedException {
        return OwnObjects.open(context, end.cluster(), end.namespace());
    }

    MovedCell cell() {
        return cell;
    }

    int shards() {
        return order.shards();
    }

    Duty duty() {
        return duty;
    }

    OwnObjects target() {
        return target;
    }

    OwnObjects source() {
        return source;
    }

    Optional<OwnObject> jobAtTarget() throws Unreachable, InterruptedException {
        return target.job(name(duty.atTarget()));
    }

    Optional<OwnObject> jobAtSource() throws Unreachable, InterruptedException {
        return duty.atSource().isPresent()
                ? source.job(name(duty.atSource().get()))
                : Optional.empty();
    }

    /// Those pods of a namespace that are of these Jobs.
    List<OwnPod> atTarget(List<OwnPod> pods) {
        return of(duty.atTarget(), pods);
    }

    List<OwnPod> atSource(List<OwnPod> pods) {
        return duty.atSource().map(role -> of(role, pods)).orElse(List.of());
    }

    private List<OwnPod> of(Role role, List<OwnPod> pods) {
        return pods.stream().filter(pod -> pod.job().equals(name(role))).toList();
    }

    /// Lets those that are there go on, or makes them.
    void ensure() throws Unreachable, InterruptedException {
        Optional<OwnObject> receiving = jobAtTarget();
        Optional<OwnObject> sending = jobAtSource();
        boolean isWhole =
                goesOn(receiving) && (!duty.listens() || goesOn(sending) || isDone(receiving));
        if (!isWhole) {
            remove();
            make();
            return;
        }
        wake(target, receiving);
        wake(source, sending);
    }

    private static boolean goesOn(Optional<OwnObject> job) {
        return job.filter(one -> !one.text(Specs.EQUIPPED_AT).isEmpty())
                .filter(one -> !one.isBeingDeleted() && one.broken().isEmpty())
                .isPresent();
    }

    static boolean isDone(Optional<OwnObject> job) {
        return job.filter(OwnObject::isComplete).isPresent();
    }

    private static void wake(OwnObjects where, Optional<OwnObject> job)
            throws Unreachable, InterruptedException {
        if (job.isPresent() && job.get().text("/spec/suspend").equals("true")) {
            where.change(job.get(), Map.of("spec", Map.of("suspend", false)));
        }
    }

    /// Ends the pods in order, and leaves the Jobs, which go on when they are asked to.
    void suspend() throws Unreachable, InterruptedException {
        suspend(source, jobAtSource());
        suspend(target, jobAtTarget());
    }

    private static void suspend(OwnObjects where, Optional<OwnObject> job)
            throws Unreachable, InterruptedException {
        if (job.isPresent() && !job.get().isComplete() && job.get().broken().isEmpty()) {
            where.change(job.get(), Map.of("spec", Map.of("suspend", true)));
        }
    }

    /// Whoever is told to stop leaves nothing at work that nobody watches.
    static void suspend(List<MoverJobs> all) throws InterruptedException {
        for (MoverJobs jobs : all) {
            try {
                jobs.suspend();
            } catch (Unreachable _) {
                // It goes on by itself, and the next attempt finds it.
            }
        }
    }

    /// Removes the Jobs, and with them all that belongs to them.
    ///
    /// @return whether any was there
    boolean remove() throws Unreachable, InterruptedException {
        List<OwnObject> sending = jobAtSource().stream().toList();
        List<OwnObject> receiving = jobAtTarget().stream().toList();
        source.delete(sending);
        target.delete(receiving);
        return !sending.isEmpty() || !receiving.isEmpty();
    }

    private void make() throws Unreachable, InterruptedException {
        Identity receiver = Identity.fresh(context.now(), RANDOM);
        Identity sender = Identity.fresh(context.now(), RANDOM);
        String token = hex(TOKEN_BYTES);
        String tag = hex(TAG_BYTES);
        List<String> listening =
                duty.listens() ? List.of("--listen", Integer.toString(Specs.DATA_PORT)) : List.of();
        OwnObject receiving = job(target, cell.to(), duty.atTarget(), tag, listening);
        secret(target, receiving, tag, receiver, sender, token);
        if (duty.atSource().isPresent()) {
            List<String> connecting = List.of("--connect", String.join(",", doors(receiving, tag)));
            OwnObject sending = job(source, cell.from(), duty.atSource().get(), tag, connecting);
            secret(source, sending, tag, sender, receiver, token);
            start(source, sending);
        }
        start(target, receiving);
    }

    private OwnObject job(OwnObjects where, End end, Role role, String tag, List<String> own)
            throws Unreachable, InterruptedException {
        var arguments = new ArrayList<String>();
        arguments.add(role.word());
        arguments.addAll(Specs.arguments(order, end, cell.key(context.key().brief())));
        arguments.addAll(duty.atTarget() == role ? Specs.atTarget(cell) : Specs.atSource(cell));
        arguments.addAll(duty.arguments());
        if (duty.atTarget() == role) {
            arguments.addAll(duty.own());
        }
        arguments.addAll(own);
        arguments.addAll(List.of("--rate", Pace.initially(context, order)));
        return where.make(
                "Job",
                name(role),
                Specs.job(order, end, duty.onlyReads(role), secretName(role, tag), arguments),
                Optional.empty());
    }

    private void secret(
            OwnObjects where, OwnObject job, String tag, Identity own, Identity peer, String token)
            throws Unreachable, InterruptedException {
        where.make(
                "Secret", job.name() + "-" + tag, Specs.secret(own, peer, token), Optional.of(job));
    }

    /// Where the movers of the source reach each shard.
    private List<String> doors(OwnObject receiving, String tag)
            throws Unreachable, InterruptedException {
        var doors = new ArrayList<String>();
        for (int shard = 0; shard < order.shards(); shard++) {
            OwnObject service =
                    target.make(
                            "Service",
                            "%s-%s-%d".formatted(receiving.name(), tag, shard),
                            Specs.service(receiving.name(), shard),
                            Optional.of(receiving));
            doors.add(order.address() + ":" + service.text("/spec/ports/0/nodePort"));
        }
        return doors;
    }

    private static void start(OwnObjects where, OwnObject job)
            throws Unreachable, InterruptedException {
        where.change(
                job,
                Map.of(
                        "metadata",
                        Map.of("annotations", Map.of(Specs.EQUIPPED, "true")),
                        "spec",
                        Map.of("suspend", false)));
    }

    /// What a mover wants to be shown before it takes another rate; empty where its Secret is gone.
    String token(OwnObjects where, Role role) throws Unreachable, InterruptedException {
        Optional<OwnObject> job = where.job(name(role));
        if (job.isEmpty()) {
            return "";
        }
        String secret = job.get().text("/spec/template/spec/volumes/1/secret/secretName");
        byte[] token = Base64.getDecoder().decode(where.secret(secret, Specs.TOKEN));
        return new String(token, StandardCharsets.UTF_8);
    }

    private String name(Role role) {
        return "gotthard-%s-%s-%d".formatted(role.word(), context.key().brief(), cell.number());
    }

    private String secretName(Role role, String tag) {
        return name(role) + "-" + tag;
    }

    private static String hex(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
