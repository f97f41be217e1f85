package gotthard.kubernetes;

import com.fasterxml.jackson.databind.node.ObjectNode;

import gotthard.action.LentContext;
import gotthard.action.Scope;
import gotthard.action.Sources;
import gotthard.action.Unreachable;
import gotthard.problem.Checked;
import gotthard.problem.Place;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A namespace of its own for one test, with things of others in it, at an [Arena].
final class Surroundings implements AutoCloseable {
    static final String STRANGER = "stranger";
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Arena arena;
    private final String namespace = Arena.namespace();
    private final LentContext own;
    private final Map<Integer, LentContext> contexts = new TreeMap<>();

    Surroundings(Arena arena) throws Exception {
        this.arena = arena;
        this.own = arena.context(99);
        post(ResourceType.NAMESPACE, "", "{metadata: {name: %s}}".formatted(namespace));
        post("ConfigMap", "{metadata: {name: others}, data: {theirs: \"1\"}}");
        awaitThings("ConfigMap kube-root-ca.crt", "ServiceAccount default");
    }

    String namespace() {
        return namespace;
    }

    Arena arena() {
        return arena;
    }

    LentContext context(int run) {
        return contexts.computeIfAbsent(run, arena::context);
    }

    ClusterConnection cluster() throws Unreachable, InterruptedException {
        return Targets.open(own, Arena.CLUSTER);
    }

    /// Something that a stranger makes, as a YAML flow.
    void post(String kind, String yaml) throws Exception {
        post(type(kind), namespace, yaml);
    }

    private void post(ResourceType type, String in, String yaml) throws Exception {
        ObjectNode object = object(yaml);
        object.put("apiVersion", type.apiVersion()).put("kind", type.kind());
        Answer answer =
                cluster()
                        .send(
                                "POST",
                                type.path(in) + "?fieldManager=" + STRANGER,
                                "application/json",
                                Json.write(object));
        if (!answer.isGood()) {
            throw new AssertionError(answer.message());
        }
    }

    /// A change by a stranger, as a YAML flow.
    void patch(String kind, String name, String yaml) throws Exception {
        Answer answer =
                cluster().merge(type(kind).path(namespace, name), STRANGER, object(yaml), false);
        if (!answer.isGood()) {
            throw new AssertionError(answer.message());
        }
    }

    void delete(String kind, String name) throws Exception {
        ObjectNode live = get(kind, name).orElseThrow();
        live.withObject("/metadata").remove("resourceVersion");
        cluster().delete(type(kind), live);
        while (get(kind, name).isPresent()) {
            Thread.sleep(20);
        }
    }

    Optional<ObjectNode> get(String kind, String name) throws Exception {
        Answer answer = cluster().get(type(kind).path(namespace, name));
        return answer.isMissing() ? Optional.empty() : Optional.of(answer.object());
    }

    /// All that stands in the namespace, by kind and name, without what changes by itself.
    Map<String, String> world() throws Exception {
        var world = new TreeMap<String, String>();
        for (ResourceType type : ResourceType.namespaced()) {
            if (type.equals(ResourceType.POD)) {
                continue;
            }
            Answer list = cluster().get(type.path(namespace));
            list.body()
                    .path("items")
                    .forEach(
                            item -> {
                                ObjectNode object = (ObjectNode) item;
                                object.remove("status");
                                ObjectNode metadata = object.withObject("/metadata");
                                metadata.remove(
                                        List.of(
                                                "managedFields",
                                                "resourceVersion",
                                                "generation",
                                                "creationTimestamp"));
                                if (metadata.path("annotations")
                                        instanceof ObjectNode annotations) {
                                    annotations.remove("deployment.kubernetes.io/revision");
                                    if (annotations.isEmpty()) {
                                        metadata.remove("annotations");
                                    }
                                }
                                world.put(
                                        type.kind() + " " + metadata.path("name").asText(),
                                        object.toString());
                            });
        }
        return world;
    }

    /// A scope in which the plan moves [Workloads#CELL], and its files hold these texts.
    Scope scope(Map<String, String> files) {
        Sources sources =
                (path, _) -> Checked.valid(new Sources.Source(path, files.getOrDefault(path, "")));
        return new Scope(
                arena.inventory(), Optional.of(Workloads.GROUP), Place.of("plan.yaml"), sources);
    }

    private void awaitThings(String... things) throws Exception {
        await(() -> world().keySet().containsAll(List.of(things)), "the namespace is furnished");
    }

    /// What may be so soon.
    interface Condition {
        boolean holds() throws Exception;
    }

    /// Waits until something is so that the cluster does by itself.
    void await(Condition condition, String what) throws Exception {
        var end = Arena.CLOCK.instant().plus(PATIENCE);
        while (!condition.holds()) {
            if (Arena.CLOCK.instant().isAfter(end)) {
                throw new AssertionError(
                        "not within " + PATIENCE.toSeconds() + " s: " + what + " in " + world());
            }
            Thread.sleep(20);
        }
    }

    private static ObjectNode object(String yaml) {
        return Yaml.object(yaml);
    }

    static ResourceType type(String kind) {
        return ResourceType.namespaced().stream()
                .filter(type -> type.kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() {
        try {
            removeNamespace();
            for (LentContext context : contexts.values()) {
                context.close();
            }
            own.close();
            arena.close();
        } catch (Exception broken) {
            throw new AssertionError(broken);
        }
    }

    /// The sandbox goes away as a whole.
    private void removeNamespace() throws Exception {
        Answer live =
                arena.sandbox().isPresent()
                        ? new Answer(404, "", Optional.empty())
                        : cluster().get(ResourceType.NAMESPACE.path("", namespace));
        if (live.isGood()) {
            ObjectNode own = live.object();
            own.withObject("/metadata").remove("resourceVersion");
            cluster().delete(ResourceType.NAMESPACE, own);
        }
    }
}
