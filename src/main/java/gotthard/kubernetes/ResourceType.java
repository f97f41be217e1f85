package gotthard.kubernetes;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A kind of objects as an API server names it.
///
/// @param group empty for the core group
/// @param plural as in paths: `configmaps`
record ResourceType(
        String group, String version, String kind, String plural, boolean isNamespaced) {
    static final ResourceType NAMESPACE =
            new ResourceType("", "v1", "Namespace", "namespaces", false);
    static final ResourceType POD = new ResourceType("", "v1", "Pod", "pods", true);
    static final ResourceType JOB = new ResourceType("batch", "v1", "Job", "jobs", true);

    private static final Set<String> WITH_DEPENDANTS =
            Set.of("Deployment", "StatefulSet", "DaemonSet", "ReplicaSet", "Job", "CronJob");

    private static final List<ResourceType> BUILT_IN =
            List.of(
                    NAMESPACE,
                    POD,
                    JOB,
                    in("", "ConfigMap", "configmaps"),
                    in("", "Secret", "secrets"),
                    in("", "Service", "services"),
                    in("", "ServiceAccount", "serviceaccounts"),
                    in("", "ResourceQuota", "resourcequotas"),
                    in("", "LimitRange", "limitranges"),
                    in("", "PersistentVolumeClaim", "persistentvolumeclaims"),
                    in("apps", "Deployment", "deployments"),
                    in("apps", "StatefulSet", "statefulsets"),
                    in("apps", "DaemonSet", "daemonsets"),
                    in("batch", "CronJob", "cronjobs"),
                    in("rbac.authorization.k8s.io", "Role", "roles"),
                    in("rbac.authorization.k8s.io", "RoleBinding", "rolebindings"),
                    in("networking.k8s.io", "NetworkPolicy", "networkpolicies"),
                    in("networking.k8s.io", "Ingress", "ingresses"),
                    in("policy", "PodDisruptionBudget", "poddisruptionbudgets"),
                    new ResourceType("", "v1", "PersistentVolume", "persistentvolumes", false),
                    new ResourceType(
                            "rbac.authorization.k8s.io",
                            "v1",
                            "ClusterRole",
                            "clusterroles",
                            false),
                    new ResourceType(
                            "rbac.authorization.k8s.io",
                            "v1",
                            "ClusterRoleBinding",
                            "clusterrolebindings",
                            false),
                    new ResourceType(
                            "storage.k8s.io", "v1", "StorageClass", "storageclasses", false),
                    new ResourceType(
                            "scheduling.k8s.io", "v1", "PriorityClass", "priorityclasses", false),
                    new ResourceType(
                            "apiextensions.k8s.io",
                            "v1",
                            "CustomResourceDefinition",
                            "customresourcedefinitions",
                            false));

    private static ResourceType in(String group, String kind, String plural) {
        return new ResourceType(group, "v1", kind, plural, true);
    }

    /// The kinds that every cluster has; others are asked for.
    static Optional<ResourceType> builtIn(String apiVersion, String kind) {
        return BUILT_IN.stream()
                .filter(type -> type.kind.equals(kind) && type.apiVersion().equals(apiVersion))
                .findFirst();
    }

    /// Those built-in kinds that live in namespaces.
    static List<ResourceType> namespaced() {
        return BUILT_IN.stream().filter(ResourceType::isNamespaced).toList();
    }

    /// As in documents: `apps/v1`.
    String apiVersion() {
        return group.isEmpty() ? version : group + "/" + version;
    }

    /// `deployments.apps`.
    String qualified() {
        return group.isEmpty() ? plural : plural + "." + group;
    }

    /// Whether deleting one deletes others that belong to it.
    boolean hasDependants() {
        return WITH_DEPENDANTS.contains(kind);
    }

    /// The path of the collection.
    String path(String namespace) {
        String root = group.isEmpty() ? "/api/" + version : "/apis/" + group + "/" + version;
        return root
                + (isNamespaced && !namespace.isEmpty() ? "/namespaces/" + namespace : "")
                + "/"
                + plural;
    }

    /// The path of one object.
    String path(String namespace, String name) {
        return path(namespace) + "/" + name;
    }
}
