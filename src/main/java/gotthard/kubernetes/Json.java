package gotthard.kubernetes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import gotthard.yaml.Entry;
import gotthard.yaml.Node;

import java.util.Map;

/// Kubernetes objects as JSON trees.
final class Json {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final JsonNodeFactory MAKE = JsonNodeFactory.instance;

    private Json() {}

    static ObjectNode object() {
        return MAKE.objectNode();
    }

    /// What a text holds; a missing node when it is no JSON.
    static JsonNode read(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException _) {
            return MissingNode.getInstance();
        }
    }

    static String write(JsonNode node) {
        try {
            return MAPPER.writeValueAsString(node);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a tree can always be written", impossible);
        }
    }

    /// Texts, numbers, truths, lists and maps as an object.
    static ObjectNode of(Map<String, ?> tree) {
        return MAPPER.valueToTree(tree);
    }

    /// A manifest as it is sent: with its namespace.
    static ObjectNode of(Manifest manifest) {
        ObjectNode object = (ObjectNode) of(manifest.source());
        object.remove("status");
        ObjectNode metadata = object.withObject("/metadata");
        metadata.put("name", manifest.name());
        if (!manifest.namespace().isEmpty()) {
            metadata.put("namespace", manifest.namespace());
        }
        return object;
    }

    private static JsonNode of(Node node) {
        return switch (node) {
            case Node.Mapping(var entries, _) -> {
                ObjectNode object = object();
                for (Entry entry : entries) {
                    object.set(entry.key().text(), of(entry.value()));
                }
                yield object;
            }
            case Node.Sequence(var items, _) -> {
                ArrayNode array = MAKE.arrayNode();
                items.forEach(item -> array.add(of(item)));
                yield array;
            }
            case Node.Scalar scalar ->
                    switch (Scalars.meaning(scalar)) {
                        case Scalars.Meaning.Text(var text) -> MAKE.textNode(text);
                        case Scalars.Meaning.Whole(var number) -> whole(number);
                        case Scalars.Meaning.Fraction(var number) -> MAKE.numberNode(number);
                        case Scalars.Meaning.Truth(var value) -> MAKE.booleanNode(value);
                        case Scalars.Meaning.Nothing() -> MAKE.nullNode();
                    };
        };
    }

    /// As the reader of JSON would make it, so that trees compare equal.
    private static JsonNode whole(long number) {
        return number == (int) number ? MAKE.numberNode((int) number) : MAKE.numberNode(number);
    }
}
