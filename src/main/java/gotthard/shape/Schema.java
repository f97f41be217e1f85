package gotthard.shape;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Writes a shape as JSON Schema (draft 2020-12), for editors and other tools.
///
/// It accepts what the shape reads, as an editor with YAML 1.2 sees it: a bare `12` is a number to the editor, so that a text
/// may be a number there. What no schema can say is left to the reader: references, rules, and the spelling of numbers.
public final class Schema {
    private static final String DRAFT = "https://json-schema.org/draft/2020-12/schema";
    private static final List<String> ANY_SCALAR = List.of("string", "number", "boolean");

    private static final Map<String, Object> VARIABLE =
            object("type", "string", "pattern", "[$][{]");

    private final Map<String, Form.Named> titles = new LinkedHashMap<>();
    private final Map<String, Object> definitions = new LinkedHashMap<>();

    private boolean isDeferred;

    private Schema() {}

    /// The schema as JSON text, the same for the same shape.
    ///
    /// @param id the URI by which others refer to it
    public static String of(Shape<?> shape, String title, String id) {
        return JsonText.of(new Schema().document(shape.form(), title, id));
    }

    /// The title as part of a link.
    private static String slug(String title) {
        return title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }

    private Map<String, Object> document(Form form, String title, String id) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("$schema", DRAFT);
        document.put("$id", id);
        document.put("title", title);
        if (form instanceof Form.Named(var _, var doc, var inner)) {
            document.put("description", doc);
            document.putAll(schema(inner.get()));
        } else {
            document.putAll(schema(form));
        }
        if (!definitions.isEmpty()) {
            document.put("$defs", definitions);
        }
        return document;
    }

    private Map<String, Object> schema(Form form) {
        return isDeferred && isScalar(form)
                ? object("anyOf", List.of(own(form), VARIABLE))
                : own(form);
    }

    private static boolean isScalar(Form form) {
        return form instanceof Form.Text
                || form instanceof Form.Whole
                || form instanceof Form.Truth
                || form instanceof Form.Words;
    }

    private Map<String, Object> own(Form form) {
        return switch (form) {
            case Form.Text text -> text(text);
            case Form.Whole(int least, int most) ->
                    object("type", "integer", "minimum", least, "maximum", most);
            case Form.Truth() -> object("type", "boolean");
            case Form.Words(var words) ->
                    words.size() == 1 ? object("const", words.getFirst()) : object("enum", words);
            case Form.Reference(var kind) ->
                    object(
                            "type",
                            ANY_SCALAR,
                            "pattern",
                            "\\S",
                            "$comment",
                            "the name of a " + kind);
            case Form.Items(var item, int atLeast) -> items(item, atLeast);
            case Form.ItemOrItems(var item) ->
                    object("anyOf", List.of(schema(item), items(item, 0)));
            case Form.Keyed(var key, var value) ->
                    object(
                            "type",
                            "object",
                            "propertyNames",
                            keys(key),
                            "additionalProperties",
                            schema(value));
            case Form.Properties(var properties) -> properties(properties, Optional.empty());
            case Form.SingleKey(var keys) -> singleKey(keys);
            case Form.Tagged(var tag, var alternatives) -> tagged(tag, alternatives);
            case Form.Anything() -> object();
            case Form.Named named -> link(named);
            case Form.Deferred deferred -> deferred(deferred);
            case Form.Ruled(var inner, var rule) -> {
                var schema = schema(inner);
                schema.merge(
                        "$comment",
                        "not checked here: " + rule,
                        (one, other) -> one + "; " + other);
                yield schema;
            }
        };
    }

    private static Map<String, Object> text(Form.Text text) {
        Map<String, Object> schema =
                switch (text.bare()) {
                    case NOTHING -> object("type", "string");
                    case NATURAL_NUMBERS ->
                            object("type", List.of("string", "integer", "boolean"), "minimum", 0);
                    case EVERY_SCALAR -> object("type", ANY_SCALAR);
                };
        text.pattern().ifPresent(pattern -> schema.put("pattern", pattern));
        text.example().ifPresent(example -> schema.put("examples", List.of(example)));
        return schema;
    }

    private Map<String, Object> items(Form item, int atLeast) {
        var schema = object("type", "array", "items", schema(item));
        if (atLeast > 0) {
            schema.put("minItems", atLeast);
        }
        return schema;
    }

    /// Keys are always texts in JSON.
    private Map<String, Object> keys(Form key) {
        var schema = schema(key);
        if (schema.containsKey("type")) {
            schema.put("type", "string");
            schema.remove("minimum");
            schema.remove("maximum");
        }
        return schema;
    }

    private Map<String, Object> properties(List<Form.Property> declared, Optional<String> tag) {
        Map<String, Object> properties = new LinkedHashMap<>();
        tag.ifPresent(name -> properties.put(name, true));
        for (Form.Property property : declared) {
            var schema = schema(property.form());
            String standard =
                    property.standard().map(text -> " (" + text + " if left out)").orElse("");
            schema.put("description", property.doc() + standard);
            properties.put(property.name(), schema);
        }
        var required =
                declared.stream()
                        .filter(Form.Property::isRequired)
                        .map(Form.Property::name)
                        .toList();
        var schema = object("type", "object", "properties", properties);
        if (!required.isEmpty() && !isDeferred) {
            schema.put("required", required);
        }
        schema.put("additionalProperties", false);
        return schema;
    }

    private Map<String, Object> singleKey(Map<String, Form> keys) {
        Map<String, Object> properties = new LinkedHashMap<>();
        keys.forEach((name, form) -> properties.put(name, schema(form)));
        var schema =
                object("type", "object", "properties", properties, "additionalProperties", false);
        schema.putAll(object("minProperties", 1, "maxProperties", 1));
        return schema;
    }

    private Map<String, Object> tagged(String tag, Map<String, Form.Properties> alternatives) {
        var branches =
                alternatives.entrySet().stream()
                        .map(
                                each ->
                                        object(
                                                "if",
                                                        object(
                                                                "properties",
                                                                object(
                                                                        tag,
                                                                        object(
                                                                                "const",
                                                                                each.getKey())),
                                                                "required",
                                                                List.of(tag)),
                                                "then",
                                                        properties(
                                                                each.getValue().properties(),
                                                                Optional.of(tag))))
                        .toList();
        var words = object(tag, object("enum", List.copyOf(alternatives.keySet())));
        return object(
                "type", "object", "properties", words, "required", List.of(tag), "allOf", branches);
    }

    /// What is read later may still hold variables, and inherit keys that it lacks.
    private Map<String, Object> deferred(Form.Deferred deferred) {
        var schema = schema(deferred.form());
        boolean before = isDeferred;
        isDeferred = true;
        var branches =
                deferred.alternatives().entrySet().stream()
                        .map(
                                each ->
                                        object(
                                                "if",
                                                        object(
                                                                "properties",
                                                                object(
                                                                        deferred.tag(),
                                                                        object(
                                                                                "const",
                                                                                each.getKey())),
                                                                "required",
                                                                List.of(deferred.tag())),
                                                "then",
                                                        object(
                                                                "properties",
                                                                object(
                                                                        deferred.key(),
                                                                        schema(each.getValue())))))
                        .toList();
        isDeferred = before;
        schema.put("allOf", branches);
        return schema;
    }

    private Map<String, Object> link(Form.Named named) {
        String slug = slug(named.title()) + (isDeferred ? "-with-variables" : "");
        Form.Named earlier = titles.putIfAbsent(slug, named);
        if (earlier == null) {
            var definition = object("title", named.title(), "description", named.doc());
            definitions.put(slug, definition);
            definition.putAll(schema(named.form().get()));
        } else if (!earlier.isSameAs(named)) {
            throw new IllegalStateException("two different shapes have the title " + named.title());
        }
        return object("$ref", "#/$defs/" + slug);
    }

    private static Map<String, Object> object(Object... keysAndValues) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            object.put(keysAndValues[i].toString(), keysAndValues[i + 1]);
        }
        return object;
    }
}
