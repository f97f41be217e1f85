package gotthard.sandbox.cluster;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// Objects as JSON trees, in the way that an API server writes them.
final class Json {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /// The object that a text holds.
    static ObjectNode read(String text) throws Refusal {
        try {
            if (MAPPER.readTree(text) instanceof ObjectNode object) {
                return object;
            }
        } catch (JsonProcessingException broken) {
            throw Refusal.badRequest("the body is no JSON: " + broken.getMessage());
        }
        throw Refusal.badRequest("the body is no JSON object");
    }

    static byte[] write(JsonNode node) {
        try {
            return MAPPER.writeValueAsBytes(node);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a tree can always be written", impossible);
        }
    }

    /// Adds what `from` has to `into`; `null` removes (RFC 7386).
    static void merge(ObjectNode into, ObjectNode from) {
        from.properties()
                .forEach(
                        entry -> {
                            String key = entry.getKey();
                            JsonNode value = entry.getValue();
                            if (value.isNull()) {
                                into.remove(key);
                            } else if (value instanceof ObjectNode theirs) {
                                ObjectNode ours =
                                        into.get(key) instanceof ObjectNode there
                                                ? there
                                                : into.putObject(key);
                                merge(ours, theirs);
                            } else {
                                into.set(key, value.deepCopy());
                            }
                        });
    }
}
