package gotthard.shape;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

import gotthard.yaml.Node;
import gotthard.yaml.Style;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// How an editor with the generated schema sees a document: scalars are resolved by YAML 1.2's core schema, whatever the
/// field wants.
public final class EditorView {
    private static final Pattern INTEGER = Pattern.compile("[-+]?[0-9]+");
    private static final Pattern FLOAT =
            Pattern.compile("[-+]?([.][0-9]+|[0-9]+([.][0-9]*)?)([eE][-+]?[0-9]+)?");

    private final com.networknt.schema.Schema schema;

    private EditorView(com.networknt.schema.Schema schema) {
        this.schema = schema;
    }

    /// An editor that was given the schema of a shape.
    public static EditorView of(Shape<?> shape) {
        var registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
        return new EditorView(
                registry.getSchema(Schema.of(shape, "Test", "https://example.org/test")));
    }

    /// Whether it underlines nothing.
    public boolean accepts(Node document) {
        return schema.validate(json(document), InputFormat.JSON).isEmpty();
    }

    /// The document as JSON.
    public static String json(Node node) {
        return switch (node) {
            case Node.Mapping(var entries, var _) ->
                    entries.stream()
                            .map(entry -> quoted(entry.key().text()) + ":" + json(entry.value()))
                            .collect(Collectors.joining(",", "{", "}"));
            case Node.Sequence(var items, var _) ->
                    items.stream().map(EditorView::json).collect(Collectors.joining(",", "[", "]"));
            case Node.Scalar scalar when scalar.isNull() -> "null";
            case Node.Scalar(var text, var style, var _) when style == Style.PLAIN -> plain(text);
            case Node.Scalar(var text, var _, var _) -> quoted(text);
        };
    }

    private static String plain(String text) {
        if (text.matches("true|True|TRUE|false|False|FALSE")) {
            return text.toLowerCase(java.util.Locale.ROOT);
        }
        if (INTEGER.matcher(text).matches() || FLOAT.matcher(text).matches()) {
            return new BigDecimal(text.endsWith(".") ? text + "0" : text).toPlainString();
        }
        return quoted(text);
    }

    private static String quoted(String text) {
        return text.codePoints()
                .mapToObj(
                        character ->
                                character < ' ' || character == '"' || character == '\\'
                                        ? "\\u%04x".formatted(character)
                                        : Character.toString(character))
                .collect(Collectors.joining("", "\"", "\""));
    }
}
