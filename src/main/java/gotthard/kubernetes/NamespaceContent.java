package gotthard.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;

import gotthard.action.Key;
import gotthard.action.Unreachable;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// What lives in a namespace. Deleting a namespace deletes all of it, so it is looked at before.
final class NamespaceContent {
    /// Made by Kubernetes in every namespace.
    private static final Set<String> USUAL =
            Set.of("ConfigMap kube-root-ca.crt", "ServiceAccount default");

    private NamespaceContent() {}

    /// Things that neither the step of this key nor Kubernetes itself made, by kind and name.
    static List<String> ofOthers(ClusterConnection cluster, String namespace, Key key)
            throws Unreachable, InterruptedException {
        return Parallel.map(
                        ResourceType.namespaced(), type -> ofOthers(cluster, namespace, type, key))
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    private static List<String> ofOthers(
            ClusterConnection cluster, String namespace, ResourceType type, Key key)
            throws Unreachable, InterruptedException {
        Answer answer = cluster.get(type.path(namespace));
        if (answer.isMissing()) {
            return List.of();
        }
        if (!answer.isGood()) {
            throw new Unreachable(
                    Failures.of(
                            cluster.where(),
                            "list " + type.qualified() + " in namespace " + namespace,
                            answer));
        }
        Stream<JsonNode> items = answer.body().path("items").valueStream();
        return items.filter(item -> !Mark.isOn(item, key))
                .filter(item -> !item.path("metadata").has("ownerReferences"))
                .filter(item -> !item.path("metadata").has("deletionTimestamp"))
                .map(item -> type.kind() + " " + item.path("metadata").path("name").asText())
                .filter(thing -> !USUAL.contains(thing))
                .toList();
    }
}
