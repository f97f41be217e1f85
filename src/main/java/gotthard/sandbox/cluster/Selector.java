package gotthard.sandbox.cluster;

import com.fasterxml.jackson.databind.node.ObjectNode;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// Which objects a list or a watch wants: by labels (`a=b,c=d`), or by `metadata.name`.
///
/// @param name empty: any
record Selector(Map<String, String> labels, String name) {
    Selector {
        labels = Map.copyOf(labels);
    }

    static Selector of(Call call) {
        String field = call.query().getOrDefault("fieldSelector", "");
        String prefix = "metadata.name=";
        return new Selector(
                pairs(call.query().getOrDefault("labelSelector", "")),
                field.startsWith(prefix) ? field.substring(prefix.length()) : "");
    }

    boolean matches(ObjectNode object) {
        var metadata = object.path("metadata");
        return (name.isEmpty() || metadata.path("name").asText().equals(name))
                && labels.entrySet().stream()
                        .allMatch(
                                wanted ->
                                        metadata.path("labels")
                                                .path(wanted.getKey())
                                                .asText()
                                                .equals(wanted.getValue()));
    }

    private static Map<String, String> pairs(String text) {
        var pairs = new HashMap<String, String>();
        Arrays.stream(text.split(",", -1))
                .filter(pair -> pair.contains("="))
                .forEach(
                        pair ->
                                pairs.put(
                                        pair.substring(0, pair.indexOf('=')).replaceAll("=$", ""),
                                        pair.substring(pair.lastIndexOf('=') + 1)));
        return pairs;
    }
}
