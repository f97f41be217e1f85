package gotthard.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.util.Optional;

/// What a field manager wants of an object, as its `managedFields` tell. Format: `fieldsV1` of
/// https://kubernetes.io/docs/reference/using-api/server-side-apply/.
final class OwnedFields {
    private OwnedFields() {}

    /// What our manager had applied to an object: applied again, it takes back whatever was applied since. Where we had applied
    /// nothing it holds no more than the object's name.
    static ObjectNode applied(ObjectNode object) {
        ObjectNode config =
                object.path("metadata")
                        .path("managedFields")
                        .valueStream()
                        .filter(
                                entry ->
                                        entry.path("manager")
                                                .asText()
                                                .equals(ClusterConnection.MANAGER))
                        .filter(entry -> entry.path("operation").asText().equals("Apply"))
                        .filter(entry -> !entry.has("subresource"))
                        .findFirst()
                        .map(entry -> extract(object, entry.path("fieldsV1")))
                        .filter(ObjectNode.class::isInstance)
                        .map(ObjectNode.class::cast)
                        .orElseGet(Json::object);
        config.set("apiVersion", object.path("apiVersion"));
        config.set("kind", object.path("kind"));
        ObjectNode metadata = config.withObject("/metadata");
        metadata.set("name", object.path("metadata").path("name"));
        if (object.path("metadata").has("namespace")) {
            metadata.set("namespace", object.path("metadata").path("namespace"));
        }
        return config;
    }

    /// The manager that owns a field by an update, if one does.
    static Optional<String> updater(ObjectNode object, String... fields) {
        return object.path("metadata")
                .path("managedFields")
                .valueStream()
                .filter(
                        entry -> {
                            JsonNode at = entry.path("fieldsV1");
                            for (String field : fields) {
                                at = at.path("f:" + field);
                            }
                            return !at.isMissingNode();
                        })
                .map(entry -> entry.path("manager").asText())
                .findFirst();
    }

    private static JsonNode extract(JsonNode value, JsonNode fields) {
        if (fields.isEmpty()) {
            return value.deepCopy();
        }
        if (value instanceof ArrayNode list) {
            ArrayNode chosen = Json.object().arrayNode();
            fields.properties()
                    .forEach(
                            entry ->
                                    item(list, entry.getKey())
                                            .ifPresent(
                                                    item ->
                                                            chosen.add(
                                                                    withKeys(
                                                                            extract(
                                                                                    item,
                                                                                    entry
                                                                                            .getValue()),
                                                                            entry.getKey()))));
            return chosen;
        }
        ObjectNode chosen = Json.object();
        fields.properties()
                .forEach(
                        entry -> {
                            String key = entry.getKey();
                            if (key.startsWith("f:") && value.has(key.substring(2))) {
                                chosen.set(
                                        key.substring(2),
                                        extract(value.get(key.substring(2)), entry.getValue()));
                            }
                        });
        return chosen;
    }

    private static Optional<JsonNode> item(ArrayNode list, String element) {
        JsonNode wanted = element.length() > 2 ? Json.read(element.substring(2)) : Json.object();
        if (element.startsWith("v:")) {
            return list.valueStream().filter(wanted::equals).findFirst();
        }
        if (!element.startsWith("k:")) {
            return Optional.empty();
        }
        return list.valueStream()
                .filter(
                        item ->
                                wanted.properties().stream()
                                        .allMatch(
                                                entry ->
                                                        entry.getValue()
                                                                .equals(item.get(entry.getKey()))))
                .findFirst();
    }

    private static JsonNode withKeys(JsonNode item, String element) {
        if (item instanceof ObjectNode object
                && Json.read(element.substring(2)) instanceof ObjectNode keys) {
            object.setAll(keys);
        }
        return item;
    }
}
