package gotthard.kubernetes;

import gotthard.action.Access;
import gotthard.action.Access.Phase;
import gotthard.inventory.EndpointName;
import gotthard.yaml.Node;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// The rights that steps need in one cluster, verb by verb. Discovery, `/version` and reviews of one's own rights need none: every
/// user that an API server knows has them.
record Needed(EndpointName cluster) {
    private static final Set<Phase> FORWARD = Set.of(Phase.APPLY);

    private static final Set<Phase> BACK = Set.of(Phase.ROLLBACK);
    private static final Set<Phase> CHANGING = Set.of(Phase.APPLY, Phase.ROLLBACK);
    private static final String RBAC = "rbac.authorization.k8s.io";

    /// A resource at its place.
    private record Thing(String group, String resource, String namespace, Optional<String> name) {}

    /// What applying objects needs. A look is a read and a dry run of the patch. A server-side apply that makes an object needs
    /// `create` beside `patch`, with the object's name (`PatchResource` in the API server), so that both can be limited to it.
    ///
    /// A namespace is expected to be there, since no role can stand in one that is not.
    List<Access> forApplying(List<Manifest> manifests) {
        Map<String, String> declared = resourcesOfDefinitions(manifests);
        var all = new ArrayList<Access>();
        for (Manifest manifest : manifests) {
            if (isNamespace(manifest)) {
                Thing namespace = new Thing("", "namespaces", "", Optional.of(manifest.name()));
                all.add(new Access.Namespace(cluster, manifest.name(), Phase.ALL));
                all.add(verb(namespace, "get", Phase.ALL));
                all.add(verb(namespace, "patch", Phase.ALL));
                continue;
            }
            Thing thing = thing(manifest, declared);
            all.add(verb(thing, "get", Phase.ALL));
            all.add(verb(thing, "patch", Phase.ALL));
            all.add(verb(thing, "create", FORWARD));
            all.add(verb(thing, "delete", BACK));
            all.addAll(forGranting(manifest, thing));
        }
        return all;
    }

    /// What a Job needs, whose name ends with a key that is not known before.
    List<Access> forRunning(Manifest job) {
        Thing jobs = new Thing("batch", "jobs", job.namespace(), Optional.empty());
        Thing pods = new Thing("", "pods", job.namespace(), Optional.empty());
        Thing logs = new Thing("", "pods/log", job.namespace(), Optional.empty());
        return List.of(
                verb(jobs, "get", Phase.ALL),
                verb(jobs, "patch", FORWARD),
                verb(jobs, "create", FORWARD),
                verb(jobs, "delete", CHANGING),
                verb(pods, "list", FORWARD),
                verb(logs, "get", FORWARD));
    }

    /// What Jobs of an action need that are made for looking and undoing, too. The names of all that belongs to them end with a key.
    ///
    /// @param listens whether Services lead to their pods
    List<Access> forOwnJobs(String namespace, boolean listens) {
        Thing jobs = new Thing("batch", "jobs", namespace, Optional.empty());
        Thing secrets = new Thing("", "secrets", namespace, Optional.empty());
        Thing services = new Thing("", "services", namespace, Optional.empty());
        Thing proxies = new Thing("", "pods/proxy", namespace, Optional.empty());
        var all = new ArrayList<Access>();
        for (String verb : List.of("get", "create", "patch", "delete")) {
            all.add(verb(jobs, verb, Phase.ALL));
        }
        for (String verb : List.of("get", "create", "patch")) {
            all.add(verb(secrets, verb, Phase.ALL));
        }
        for (String verb : listens ? List.of("create", "patch") : List.<String>of()) {
            all.add(verb(services, verb, Set.of(Phase.APPLY, Phase.VERIFY)));
        }
        all.add(verb(new Thing("", "pods", namespace, Optional.empty()), "list", Phase.ALL));
        all.add(verb(new Thing("", "pods/log", namespace, Optional.empty()), "get", Phase.ALL));
        all.add(verb(proxies, "get", Phase.ALL));
        all.add(verb(proxies, "update", Phase.ALL));
        return all;
    }

    List<Access> forScaling(ScaleAction.Workload workload) {
        Thing thing =
                new Thing(
                        workload.type().group(),
                        workload.type().plural(),
                        workload.namespace(),
                        Optional.of(workload.name()));
        return List.of(verb(thing, "get", Phase.ALL), verb(thing, "patch", CHANGING));
    }

    /// What making a namespace needs where there is none yet: rollback deletes it only when it holds nothing of others.
    static List<Access> forMaking(Access.Namespace namespace) {
        var needed = new Needed(namespace.where());
        Thing made = new Thing("", "namespaces", "", Optional.of(namespace.name()));
        var all = new ArrayList<Access>();
        if (namespace.phases().contains(Phase.APPLY)) {
            all.add(needed.verb(made, "create", FORWARD));
        }
        if (namespace.phases().contains(Phase.ROLLBACK)) {
            all.add(needed.verb(made, "delete", BACK));
            for (ResourceType type : ResourceType.namespaced()) {
                Thing content =
                        new Thing(type.group(), type.plural(), namespace.name(), Optional.empty());
                all.add(needed.verb(content, "list", BACK));
            }
        }
        return all;
    }

    /// An API server lets only those give rights to others who may give them (`escalate`, `bind`).
    private List<Access> forGranting(Manifest manifest, Thing thing) {
        return switch (manifest.kind()) {
            case "Role", "ClusterRole" -> List.of(verb(thing, "escalate", CHANGING));
            case "RoleBinding", "ClusterRoleBinding" ->
                    List.of(verb(bound(manifest), "bind", CHANGING));
            default -> List.of();
        };
    }

    private static Thing bound(Manifest binding) {
        Optional<Node> role = binding.source().get("roleRef");
        String kind = text(role, "kind").orElse("Role");
        boolean isOfCluster = kind.equals("ClusterRole");
        return new Thing(
                RBAC,
                isOfCluster ? "clusterroles" : "roles",
                isOfCluster && binding.kind().equals("ClusterRoleBinding")
                        ? ""
                        : binding.namespace(),
                text(role, "name"));
    }

    private static Thing thing(Manifest manifest, Map<String, String> declared) {
        Optional<ResourceType> known = ResourceType.builtIn(manifest.apiVersion(), manifest.kind());
        int slash = manifest.apiVersion().indexOf('/');
        String group = slash < 0 ? "" : manifest.apiVersion().substring(0, slash);
        String resource =
                known.map(ResourceType::plural)
                        .orElseGet(
                                () ->
                                        Optional.ofNullable(
                                                        declared.get(group + " " + manifest.kind()))
                                                .orElseGet(() -> usual(manifest.kind())));
        return new Thing(group, resource, manifest.namespace(), Optional.of(manifest.name()));
    }

    /// What the definitions among the manifests say of how their kinds are called.
    private static Map<String, String> resourcesOfDefinitions(List<Manifest> manifests) {
        var all = new TreeMap<String, String>();
        for (Manifest manifest : manifests) {
            if (manifest.kind().equals("CustomResourceDefinition")) {
                Optional<Node> spec = manifest.source().get("spec");
                Optional<Node> names = inside(spec, "names");
                text(names, "plural")
                        .ifPresent(
                                plural ->
                                        all.put(
                                                text(spec, "group").orElse("")
                                                        + " "
                                                        + text(names, "kind").orElse(""),
                                                plural));
            }
        }
        return all;
    }

    /// How Kubernetes itself guesses (`meta.UnsafeGuessKindToResource`).
    private static String usual(String kind) {
        String lower = kind.toLowerCase(Locale.ROOT);
        if (lower.endsWith("s")) {
            return lower + "es";
        }
        return lower.endsWith("y") ? lower.substring(0, lower.length() - 1) + "ies" : lower + "s";
    }

    private static Optional<Node> inside(Optional<Node> node, String key) {
        return node.filter(Node.Mapping.class::isInstance)
                .map(Node.Mapping.class::cast)
                .flatMap(mapping -> mapping.get(key));
    }

    private static Optional<String> text(Optional<Node> node, String key) {
        return inside(node, key)
                .filter(Node.Scalar.class::isInstance)
                .map(scalar -> ((Node.Scalar) scalar).text());
    }

    private static boolean isNamespace(Manifest manifest) {
        return ResourceType.builtIn(manifest.apiVersion(), manifest.kind())
                .filter(ResourceType.NAMESPACE::equals)
                .isPresent();
    }

    private Access verb(Thing thing, String verb, Set<Phase> phases) {
        return new Access.Kubernetes(
                cluster,
                thing.group(),
                thing.resource(),
                thing.namespace(),
                thing.name(),
                verb,
                phases);
    }
}
