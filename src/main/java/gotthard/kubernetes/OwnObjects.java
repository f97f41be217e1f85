package gotthard.kubernetes;

import com.fasterxml.jackson.databind.node.ObjectNode;

import gotthard.action.Access;
import gotthard.action.Context;
import gotthard.action.Failure;
import gotthard.action.Unreachable;
import gotthard.inventory.EndpointName;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a step makes for its own work in one namespace of a cluster, for actions of other rooms: Jobs, and the Secrets and Services that
/// go with them. All of it carries the step's key, is made only where there is nothing, and is changed or deleted only as it was read, by a
/// coordinator that was not overtaken. Objects are written as maps, lists, texts, numbers and truths.
public final class OwnObjects {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration QUICK = Duration.ofSeconds(2);

    private final Context context;
    private final ClusterConnection cluster;
    private final String namespace;
    private final Mark mark;

    private OwnObjects(Context context, ClusterConnection cluster, String namespace) {
        this.context = context;
        this.cluster = cluster;
        this.namespace = namespace;
        this.mark = Mark.of(context);
    }

    public static OwnObjects open(Context context, EndpointName cluster, String namespace)
            throws Unreachable, InterruptedException {
        return new OwnObjects(context, Targets.open(context, cluster), namespace);
    }

    /// The rights that this takes for Jobs of several pods.
    ///
    /// @param listens whether Services lead to the pods
    public static Set<Access> rights(EndpointName cluster, String namespace, boolean listens) {
        return Set.copyOf(new Needed(cluster).forOwnJobs(namespace, listens));
    }

    /// `zurich-1/cluster`.
    public EndpointName where() {
        return cluster.where();
    }

    public String namespace() {
        return namespace;
    }

    public Optional<OwnObject> job(String name) throws Unreachable, InterruptedException {
        return found(target(ResourceType.JOB, name));
    }

    /// A value of a Secret, as text in Base64; empty where there is none.
    public String secret(String name, String key) throws Unreachable, InterruptedException {
        return found(target(type("Secret"), name))
                .map(secret -> secret.text("/data/" + key))
                .orElse("");
    }

    /// Makes an object under the step's mark.
    ///
    /// @param kind `Job`, `Secret` or `Service`
    /// @param content all of it but `apiVersion`, `kind` and `metadata`
    /// @param owner with which it goes, if one is there
    /// @throws Unreachable also when the API server refuses it
    public OwnObject make(
            String kind, String name, Map<String, ?> content, Optional<OwnObject> owner)
            throws Unreachable, InterruptedException {
        Target target = target(type(kind), name);
        ObjectNode wanted = Json.of(content);
        wanted.put("apiVersion", target.type().apiVersion()).put("kind", kind);
        wanted.withObject("/metadata").put("name", name).put("namespace", namespace);
        owner.ifPresent(one -> own(wanted, one));
        mark.made(wanted);
        if (kind.equals("Job")) {
            wanted.withObject("/spec/template/metadata/labels")
                    .put(Mark.NAME, context.key().brief());
        }
        Answer answer = target.by(mark).apply(Optional.empty(), wanted);
        return new OwnObject(target, good(answer, "make " + target.manifest().thing()));
    }

    /// Merges a patch (RFC 7386) into what was read.
    public OwnObject change(OwnObject seen, Map<String, ?> patch)
            throws Unreachable, InterruptedException {
        ObjectNode wanted = Json.of(patch);
        mark.changed(wanted);
        Answer answer =
                seen.target().by(mark).merge(seen.live(), ClusterConnection.MANAGER, wanted);
        return new OwnObject(
                seen.target(), good(answer, "change " + seen.target().manifest().thing()));
    }

    /// Deletes objects with all that goes with them, and waits until they are gone.
    public void delete(List<OwnObject> seen) throws Unreachable, InterruptedException {
        for (OwnObject one : seen) {
            Answer answer = one.target().by(mark).delete(one.live());
            if (!answer.isMissing()) {
                good(answer, "delete " + one.target().manifest().thing());
            }
        }
        Optional<Failure> stays =
                new Waiting(context, PATIENCE)
                        .untilGone(seen.stream().map(OwnObject::target).toList());
        if (stays.isPresent()) {
            throw new Unreachable(stays.get());
        }
    }

    /// The pods of all Jobs of this step.
    public List<OwnPod> pods() throws Unreachable, InterruptedException {
        return Pods.of(cluster, namespace, Mark.NAME + "=" + context.key().brief()).stream()
                .map(OwnPod::of)
                .toList();
    }

    /// What the container of a pod printed last.
    public String log(OwnPod pod, int lines) throws Unreachable, InterruptedException {
        Answer answer =
                cluster.get(
                        ResourceType.POD.path(namespace, pod.name()) + "/log?tailLines=" + lines);
        return answer.isGood() ? answer.text() : "";
    }

    /// What a pod answers to a GET over HTTPS by way of the API server, if it does. Its certificate is not checked.
    public Optional<String> ask(OwnPod pod, int port, String path) throws InterruptedException {
        return said("GET", proxied(pod, port, path), Map.of(), "");
    }

    /// Puts a text to a pod by way of the API server; whether the pod took it.
    public boolean put(
            OwnPod pod, int port, String path, Map<String, String> headers, String content)
            throws InterruptedException {
        return said("PUT", proxied(pod, port, path), headers, content).isPresent();
    }

    /// A pod that does not answer is gone, or not there yet: a look at the pods shows which.
    private Optional<String> said(
            String method, String path, Map<String, String> headers, String content)
            throws InterruptedException {
        try {
            Answer answer = cluster.proxied(method, path, headers, content, QUICK);
            return answer.isGood() ? Optional.of(answer.text()) : Optional.empty();
        } catch (Unreachable _) {
            return Optional.empty();
        }
    }

    private String proxied(OwnPod pod, int port, String path) {
        return ResourceType.POD.path(namespace, "https:" + pod.name())
                + ":"
                + port
                + "/proxy"
                + path;
    }

    private Optional<OwnObject> found(Target target) throws Unreachable, InterruptedException {
        Optional<ObjectNode> live = target.live();
        if (live.isPresent()) {
            target.by(mark).giveWay(live.get());
        }
        return live.map(one -> new OwnObject(target, one));
    }

    private Target target(ResourceType type, String name) {
        return new Target(cluster, type, Manifest.named(type, namespace, name));
    }

    private static ResourceType type(String kind) {
        return ResourceType.builtIn(kind.equals("Job") ? "batch/v1" : "v1", kind).orElseThrow();
    }

    private static void own(ObjectNode object, OwnObject owner) {
        object.withArray("/metadata/ownerReferences")
                .addObject()
                .put("apiVersion", owner.target().type().apiVersion())
                .put("kind", owner.target().type().kind())
                .put("name", owner.name())
                .put("uid", owner.uid());
    }

    private ObjectNode good(Answer answer, String what) throws Unreachable {
        if (!answer.isGood()) {
            throw new Unreachable(Failures.of(cluster.where(), what, answer));
        }
        return answer.object();
    }
}
