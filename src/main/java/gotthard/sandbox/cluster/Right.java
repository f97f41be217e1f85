package gotthard.sandbox.cluster;

import java.util.Optional;

/// What somebody may do at a sandbox cluster.
///
/// @param resource `configmaps`, or with a subresource `pods/log`
/// @param namespace empty for what belongs to the whole cluster
/// @param name of the only object; without one, of any
public record Right(
        String verb, String group, String resource, String namespace, Optional<String> name) {
    /// Whether who has this right may do what that one says.
    boolean covers(Right wanted) {
        return verb.equals(wanted.verb)
                && group.equals(wanted.group)
                && resource.equals(wanted.resource)
                && (namespace.isEmpty() || namespace.equals(wanted.namespace))
                && (name.isEmpty() || name.equals(wanted.name));
    }
}
