package gotthard.sandbox.cluster;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The kinds of objects that the sandbox serves.
enum Resource {
    NAMESPACES("", "namespaces", "Namespace", false),
    CONFIG_MAPS("", "configmaps", "ConfigMap", true),
    SECRETS("", "secrets", "Secret", true),
    SERVICES("", "services", "Service", true),
    SERVICE_ACCOUNTS("", "serviceaccounts", "ServiceAccount", true),
    PODS("", "pods", "Pod", true),
    RESOURCE_QUOTAS("", "resourcequotas", "ResourceQuota", true),
    DEPLOYMENTS("apps", "deployments", "Deployment", true),
    STATEFUL_SETS("apps", "statefulsets", "StatefulSet", true),
    JOBS("batch", "jobs", "Job", true),
    ROLES("rbac.authorization.k8s.io", "roles", "Role", true),
    ROLE_BINDINGS("rbac.authorization.k8s.io", "rolebindings", "RoleBinding", true);

    /// The only version of every group.
    static final String VERSION = "v1";

    private final String group;
    private final String plural;
    private final String kind;
    private final boolean isNamespaced;

    Resource(String group, String plural, String kind, boolean isNamespaced) {
        this.group = group;
        this.plural = plural;
        this.kind = kind;
        this.isNamespaced = isNamespaced;
    }

    static Optional<Resource> of(String group, String plural) {
        return Arrays.stream(values())
                .filter(one -> one.group.equals(group) && one.plural.equals(plural))
                .findFirst();
    }

    static List<String> groups() {
        return Arrays.stream(values())
                .map(Resource::group)
                .filter(group -> !group.isEmpty())
                .distinct()
                .toList();
    }

    static List<Resource> inGroup(String group) {
        return Arrays.stream(values()).filter(one -> one.group.equals(group)).toList();
    }

    /// The API group; empty for the core group.
    String group() {
        return group;
    }

    /// As in paths: `configmaps`.
    String plural() {
        return plural;
    }

    String kind() {
        return kind;
    }

    boolean isNamespaced() {
        return isNamespaced;
    }

    /// Whether it has the subresource `scale`.
    boolean isScalable() {
        return this == DEPLOYMENTS || this == STATEFUL_SETS;
    }

    /// As in documents: `apps/v1`.
    String apiVersion() {
        return group.isEmpty() ? VERSION : group + "/" + VERSION;
    }

    /// As in messages: `deployments.apps`.
    String qualified() {
        return group.isEmpty() ? plural : plural + "." + group;
    }
}
