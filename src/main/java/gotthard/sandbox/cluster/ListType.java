package gotthard.sandbox.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Map;
import java.util.Set;

/// How a list is merged, as the schemas of the built-in kinds say with `x-kubernetes-list-type`.
sealed interface ListType {
    /// Replaced as a whole.
    record Atomic() implements ListType {}

    /// Values, each at most once.
    record Values() implements ListType {}

    /// Items told apart by some of their fields.
    record Keyed(List<String> keys) implements ListType {
        /// `k:{"containerPort":80,"protocol":"TCP"}`.
        String elementOf(JsonNode item) {
            ObjectNode chosen = Json.object();
            keys.stream()
                    .sorted()
                    .forEach(
                            key -> {
                                if (item.has(key)) {
                                    chosen.set(key, item.get(key));
                                } else if (key.equals("protocol")) {
                                    chosen.put(key, "TCP");
                                }
                            });
            return "k:" + chosen;
        }
    }

    Map<String, List<String>> KEYS =
            Map.ofEntries(
                    Map.entry("containers", List.of("name")),
                    Map.entry("initContainers", List.of("name")),
                    Map.entry("env", List.of("name")),
                    Map.entry("volumes", List.of("name")),
                    Map.entry("imagePullSecrets", List.of("name")),
                    Map.entry("secrets", List.of("name")),
                    Map.entry("volumeMounts", List.of("mountPath")),
                    Map.entry("conditions", List.of("type")),
                    Map.entry("hostAliases", List.of("ip")),
                    Map.entry("ownerReferences", List.of("uid")));

    /// Objects that are replaced as a whole.
    Set<String> ATOMIC_OBJECTS =
            Set.of(
                    "selector",
                    "labelSelector",
                    "nodeSelector",
                    "secretKeyRef",
                    "configMapKeyRef",
                    "fieldRef",
                    "resourceFieldRef",
                    "roleRef");

    /// The type of the list in a field.
    static ListType of(String field, JsonNode list) {
        if (field.equals("finalizers")) {
            return new Values();
        }
        if (field.equals("ports")) {
            boolean ofContainer = !list.isEmpty() && list.get(0).has("containerPort");
            return new Keyed(List.of(ofContainer ? "containerPort" : "port", "protocol"));
        }
        List<String> keys = KEYS.get(field);
        return keys == null ? new Atomic() : new Keyed(keys);
    }
}
