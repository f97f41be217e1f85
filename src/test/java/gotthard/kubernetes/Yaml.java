package gotthard.kubernetes;

import com.fasterxml.jackson.databind.node.ObjectNode;

import gotthard.yaml.Node;
import gotthard.yaml.YamlReader;

/// Objects written in YAML, for tests.
final class Yaml {
    private Yaml() {}

    static ObjectNode object(String yaml) {
        Node.Mapping node = (Node.Mapping) YamlReader.read("test", yaml).toOptional().orElseThrow();
        String name = "unused";
        ObjectNode object = Json.of(new Manifest("v1", "Any", "", name, node, node.place()));
        if (!node.get("metadata").isPresent()) {
            object.remove("metadata");
        } else if (object.path("metadata").path("name").asText().equals(name)) {
            nameAsWritten(node, object);
        }
        return object;
    }

    private static void nameAsWritten(Node.Mapping node, ObjectNode object) {
        if (node.get("metadata").orElseThrow() instanceof Node.Mapping metadata
                && metadata.get("name").orElse(metadata) instanceof Node.Scalar scalar) {
            object.withObject("/metadata").put("name", scalar.text());
        } else {
            object.withObject("/metadata").remove("name");
        }
    }
}
