package gotthard.sandbox.cluster;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Optional;

/// What the sandbox says of itself: its version, groups and resources.
final class Discovery {
    private static final String VERSION = "v1.35.0-sandbox";

    private Discovery() {}

    static Optional<ObjectNode> at(String path) {
        return switch (path) {
            case "/version" ->
                    Optional.of(
                            Json.object()
                                    .put("major", "1")
                                    .put("minor", "35")
                                    .put("gitVersion", VERSION)
                                    .put("platform", "java"));
            case "/api" -> {
                ObjectNode versions = Json.object().put("kind", "APIVersions");
                versions.putArray("versions").add(Resource.VERSION);
                yield Optional.of(versions);
            }
            case "/apis" -> Optional.of(groups());
            case "/api/v1" -> Optional.of(resources(""));
            default ->
                    Resource.groups().stream()
                            .filter(group -> path.equals("/apis/" + group + "/" + Resource.VERSION))
                            .map(Discovery::resources)
                            .findFirst();
        };
    }

    private static ObjectNode groups() {
        ObjectNode list = Json.object().put("kind", "APIGroupList").put("apiVersion", "v1");
        ArrayNode groups = list.putArray("groups");
        for (String name : Resource.groups()) {
            ObjectNode group = groups.addObject().put("name", name);
            ObjectNode version =
                    Json.object()
                            .put("groupVersion", name + "/" + Resource.VERSION)
                            .put("version", Resource.VERSION);
            group.putArray("versions").add(version);
            group.set("preferredVersion", version.deepCopy());
        }
        return list;
    }

    private static ObjectNode resources(String group) {
        ObjectNode list = Json.object().put("kind", "APIResourceList").put("apiVersion", "v1");
        list.put(
                "groupVersion",
                group.isEmpty() ? Resource.VERSION : group + "/" + Resource.VERSION);
        ArrayNode resources = list.putArray("resources");
        for (Resource resource : Resource.inGroup(group)) {
            ObjectNode one =
                    resources
                            .addObject()
                            .put("name", resource.plural())
                            .put("singularName", "")
                            .put("namespaced", resource.isNamespaced())
                            .put("kind", resource.kind());
            ArrayNode verbs = one.putArray("verbs");
            List.of("create", "delete", "get", "list", "patch", "update", "watch")
                    .forEach(verbs::add);
        }
        return list;
    }
}
