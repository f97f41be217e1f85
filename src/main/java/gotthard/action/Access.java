package gotthard.action;

import gotthard.inventory.EndpointName;

import java.util.Set;

/// A right that an action needs.
public sealed interface Access {
    EndpointName where();

    /// Verbs on a Kubernetes resource; an empty namespace means cluster-wide.
    record Kubernetes(
            EndpointName where,
            String apiGroup,
            String resource,
            String namespace,
            Set<String> verbs)
            implements Access {
        public Kubernetes {
            verbs = Set.copyOf(verbs);
        }
    }

    /// Reading, or also writing, a folder on a host.
    record Folder(EndpointName where, String path, boolean writes) implements Access {}

    /// Running a program on a host.
    record Program(EndpointName where, String program) implements Access {}

    /// Asking an HTTP endpoint.
    record Http(EndpointName where) implements Access {}
}
