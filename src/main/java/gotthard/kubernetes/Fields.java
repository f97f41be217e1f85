package gotthard.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// Compares objects field by field, leaving out what servers write by themselves.
final class Fields {
    private static final List<String> NOISE =
            List.of(
                    "managedFields",
                    "resourceVersion",
                    "generation",
                    "uid",
                    "creationTimestamp",
                    "selfLink",
                    "deletionTimestamp",
                    "deletionGracePeriodSeconds");
    static final List<String> NOISY_ANNOTATIONS =
            List.of(
                    "deployment.kubernetes.io/revision",
                    "kubectl.kubernetes.io/last-applied-configuration");
    private static final int LONGEST = 120;

    private Fields() {}

    /// One field that differs; an empty side has no such field.
    ///
    /// @param path names of fields, and of items of lists: `spec`, `containers`, `[web]`, `image`
    record Change(List<String> path, Optional<JsonNode> from, Optional<JsonNode> to) {
        Change {
            path = List.copyOf(path);
        }

        /// `spec.template.spec.containers[web].image`.
        String field() {
            return String.join(".", path).replace(".[", "[");
        }

        String before() {
            return shown(from);
        }

        String after() {
            return shown(to);
        }

        @Override
        public String toString() {
            return field() + ": " + before() + " → " + after();
        }

        private static String shown(Optional<JsonNode> value) {
            String text =
                    value.map(node -> node.isTextual() ? node.asText() : node.toString())
                            .orElse("(none)")
                            .replace("\n", "\\n");
            return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
        }
    }

    /// What is left of an object when what servers, controllers and marks add is taken away.
    static ObjectNode essential(ObjectNode object) {
        ObjectNode copy = object.deepCopy();
        copy.remove("status");
        Mark.remove(copy);
        if (copy.path("metadata") instanceof ObjectNode metadata) {
            metadata.remove(NOISE);
            if (metadata.path("annotations") instanceof ObjectNode annotations) {
                annotations.remove(NOISY_ANNOTATIONS);
            }
        }
        dropEmpty(copy);
        return copy;
    }

    /// What changes from one object to another. The content of a Secret is never part of it.
    static List<Change> between(ObjectNode from, ObjectNode to) {
        var changes = new ArrayList<Change>();
        compare(List.of(), Optional.of(essential(from)), Optional.of(essential(to)), changes);
        return isSecret(to) ? changes.stream().map(Fields::hidden).toList() : List.copyOf(changes);
    }

    /// The value at a path of a [Change].
    static Optional<JsonNode> at(JsonNode object, List<String> path) {
        JsonNode node = object;
        for (String element : path) {
            Optional<JsonNode> next =
                    element.startsWith("[")
                            ? node.valueStream()
                                    .filter(item -> named(item).equals(element))
                                    .findFirst()
                            : Optional.ofNullable(node.get(element));
            if (next.isEmpty()) {
                return Optional.empty();
            }
            node = next.get();
        }
        return Optional.of(node);
    }

    private static boolean isSecret(ObjectNode object) {
        return object.path("kind").asText().equals("Secret");
    }

    private static Change hidden(Change change) {
        boolean isContent =
                !change.path().isEmpty() && change.path().getFirst().matches("data|stringData");
        return isContent
                ? new Change(
                        change.path(),
                        change.from().map(_ -> secret()),
                        change.to().map(_ -> secret()))
                : change;
    }

    private static JsonNode secret() {
        return Json.object().textNode("(secret)");
    }

    private static void compare(
            List<String> path, Optional<JsonNode> from, Optional<JsonNode> to, List<Change> into) {
        if (from.equals(to)) {
            return;
        }
        if (from.orElse(null) instanceof ObjectNode left
                && to.orElse(null) instanceof ObjectNode right) {
            var names = new TreeSet<String>();
            left.fieldNames().forEachRemaining(names::add);
            right.fieldNames().forEachRemaining(names::add);
            names.forEach(
                    name ->
                            compare(
                                    then(path, name),
                                    Optional.ofNullable(left.get(name)),
                                    Optional.ofNullable(right.get(name)),
                                    into));
            return;
        }
        if (from.orElse(null) instanceof ArrayNode left
                && to.orElse(null) instanceof ArrayNode right
                && areNamed(left)
                && areNamed(right)) {
            var names = new TreeSet<String>();
            left.forEach(item -> names.add(named(item)));
            right.forEach(item -> names.add(named(item)));
            names.forEach(
                    name ->
                            compare(
                                    then(path, name),
                                    at(left, List.of(name)),
                                    at(right, List.of(name)),
                                    into));
            return;
        }
        into.add(new Change(path, from, to));
    }

    private static List<String> then(List<String> path, String element) {
        var longer = new ArrayList<>(path);
        longer.add(element);
        return longer;
    }

    private static boolean areNamed(ArrayNode list) {
        return list.valueStream().allMatch(item -> item.path("name").isTextual())
                && list.valueStream().map(Fields::named).distinct().count() == list.size();
    }

    private static String named(JsonNode item) {
        return "[" + item.path("name").asText() + "]";
    }

    private static boolean dropEmpty(JsonNode node) {
        if (node instanceof ObjectNode object) {
            var empty = new ArrayList<String>();
            object.properties()
                    .forEach(
                            entry -> {
                                if (dropEmpty(entry.getValue())) {
                                    empty.add(entry.getKey());
                                }
                            });
            object.remove(empty);
            return object.isEmpty();
        }
        if (node instanceof ArrayNode list) {
            list.forEach(Fields::dropEmpty);
            return list.isEmpty();
        }
        return node.isNull();
    }
}
