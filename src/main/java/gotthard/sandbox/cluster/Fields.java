package gotthard.sandbox.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// The fields of an object: taken apart into paths, merged, removed.
final class Fields {
    /// What nobody owns: the server writes it, or it tells which object is meant.
    private static final Set<String> UNOWNED_METADATA =
            Set.of(
                    "name",
                    "namespace",
                    "uid",
                    "resourceVersion",
                    "generation",
                    "creationTimestamp",
                    "managedFields",
                    "deletionTimestamp",
                    "deletionGracePeriodSeconds",
                    "selfLink",
                    "generateName");

    private Fields() {}

    /// Every field that can have an owner, with its value.
    static Map<FieldPath, JsonNode> of(ObjectNode object) {
        var found = new TreeMap<FieldPath, JsonNode>();
        object.properties()
                .forEach(
                        entry -> {
                            FieldPath path = FieldPath.ROOT.then("f:" + entry.getKey());
                            switch (entry.getKey()) {
                                case "apiVersion", "kind" -> {}
                                case "metadata" ->
                                        entry.getValue().properties().stream()
                                                .filter(
                                                        field ->
                                                                !UNOWNED_METADATA.contains(
                                                                        field.getKey()))
                                                .forEach(
                                                        field ->
                                                                collect(
                                                                        path.then(
                                                                                "f:"
                                                                                        + field
                                                                                                .getKey()),
                                                                        field.getKey(),
                                                                        field.getValue(),
                                                                        found));
                                default -> collect(path, entry.getKey(), entry.getValue(), found);
                            }
                        });
        return found;
    }

    private static void collect(
            FieldPath path, String field, JsonNode value, Map<FieldPath, JsonNode> into) {
        if (value instanceof ObjectNode object
                && !object.isEmpty()
                && !ListType.ATOMIC_OBJECTS.contains(field)) {
            object.properties()
                    .forEach(
                            entry ->
                                    collect(
                                            path.then("f:" + entry.getKey()),
                                            entry.getKey(),
                                            entry.getValue(),
                                            into));
            return;
        }
        if (value instanceof ArrayNode list && !list.isEmpty()) {
            switch (ListType.of(field, list)) {
                case ListType.Atomic() -> into.put(path, value);
                case ListType.Values() ->
                        list.forEach(item -> into.put(path.then("v:" + item), item));
                case ListType.Keyed keyed ->
                        list.forEach(
                                item -> {
                                    FieldPath itself = path.then(keyed.elementOf(item));
                                    into.put(itself, Json.object());
                                    collect(itself, "", item, into);
                                });
            }
            return;
        }
        into.put(path, value);
    }

    /// Adds the fields of `config`; lists by their type.
    static void merge(ObjectNode into, ObjectNode config) {
        config.properties()
                .forEach(
                        entry -> {
                            String field = entry.getKey();
                            JsonNode wanted = entry.getValue();
                            JsonNode there = into.get(field);
                            if (wanted instanceof ObjectNode object
                                    && there instanceof ObjectNode ours
                                    && !ListType.ATOMIC_OBJECTS.contains(field)) {
                                merge(ours, object);
                            } else if (wanted instanceof ArrayNode list
                                    && there instanceof ArrayNode ours) {
                                into.set(field, mergedList(field, ours, list));
                            } else {
                                into.set(field, wanted.deepCopy());
                            }
                        });
    }

    private static JsonNode mergedList(String field, ArrayNode ours, ArrayNode wanted) {
        return switch (ListType.of(field, wanted)) {
            case ListType.Atomic() -> wanted.deepCopy();
            case ListType.Values() -> {
                ArrayNode all = ours.deepCopy();
                wanted.forEach(
                        value -> {
                            if (indexOf(all, new ListType.Values(), "v:" + value).isEmpty()) {
                                all.add(value);
                            }
                        });
                yield all;
            }
            case ListType.Keyed keyed -> {
                ArrayNode all = ours.deepCopy();
                wanted.forEach(
                        item ->
                                indexOf(all, keyed, keyed.elementOf(item))
                                        .ifPresentOrElse(
                                                index ->
                                                        merge(
                                                                (ObjectNode) all.get(index),
                                                                (ObjectNode) item),
                                                () -> all.add(item.deepCopy())));
                yield all;
            }
        };
    }

    /// Removes a field, and the objects that are empty then.
    static void remove(ObjectNode object, FieldPath path) {
        remove(object, "", path.elements());
    }

    private static void remove(JsonNode at, String field, List<String> elements) {
        String element = elements.getFirst();
        List<String> rest = elements.subList(1, elements.size());
        Optional<JsonNode> child = child(at, field, element);
        if (child.isEmpty()) {
            return;
        }
        if (!rest.isEmpty()) {
            remove(child.get(), element.startsWith("f:") ? element.substring(2) : "", rest);
            if (!child.get().isEmpty() || !element.startsWith("f:")) {
                return;
            }
        }
        if (at instanceof ObjectNode object) {
            object.remove(element.substring(2));
        } else if (at instanceof ArrayNode list) {
            indexOf(list, ListType.of(field, list), element).ifPresent(list::remove);
        }
    }

    private static Optional<JsonNode> child(JsonNode at, String field, String element) {
        if (at instanceof ArrayNode list) {
            return indexOf(list, ListType.of(field, list), element).map(list::get);
        }
        return Optional.ofNullable(at.get(element.substring(2)));
    }

    private static Optional<Integer> indexOf(ArrayNode list, ListType type, String element) {
        for (int i = 0; i < list.size(); i++) {
            String name =
                    type instanceof ListType.Keyed keyed
                            ? keyed.elementOf(list.get(i))
                            : "v:" + list.get(i);
            if (name.equals(element)) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    /// The paths whose values differ, or that only one of them has.
    static Set<FieldPath> differing(
            Map<FieldPath, JsonNode> before, Map<FieldPath, JsonNode> after) {
        var changed = new java.util.TreeSet<FieldPath>();
        after.forEach(
                (path, value) -> {
                    if (!value.equals(before.get(path))) {
                        changed.add(path);
                    }
                });
        before.keySet().stream().filter(path -> !after.containsKey(path)).forEach(changed::add);
        return changed;
    }

    /// As `fieldsV1`.
    static ObjectNode toJson(Set<FieldPath> paths) {
        ObjectNode root = Json.object();
        for (FieldPath path : paths) {
            ObjectNode at = root;
            for (String element : path.elements()) {
                at = at.get(element) instanceof ObjectNode there ? there : at.putObject(element);
            }
            if (path.isItem()) {
                at.putObject(".");
            }
        }
        return root;
    }

    static Set<FieldPath> fromJson(JsonNode fields) {
        var paths = new java.util.TreeSet<FieldPath>();
        parse(fields, new ArrayList<>(), paths);
        return paths;
    }

    private static void parse(JsonNode node, List<String> above, Set<FieldPath> into) {
        if (node.isEmpty()) {
            into.add(new FieldPath(above));
            return;
        }
        node.properties()
                .forEach(
                        entry -> {
                            if (entry.getKey().equals(".")) {
                                into.add(new FieldPath(above));
                                return;
                            }
                            var path = new ArrayList<>(above);
                            path.add(entry.getKey());
                            parse(entry.getValue(), path, into);
                        });
    }
}
