package gotthard.shape;

import gotthard.problem.Code;
import gotthard.problem.Place;
import gotthard.problem.Quoted;
import gotthard.problem.Suggestion;
import gotthard.yaml.Entry;
import gotthard.yaml.Node;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Readers and forms of lists, of mappings with free keys, and of choices.
final class Structures {
    private static final Code TOO_FEW = new Code("too-few-items");
    private static final Code DUPLICATE = new Code("duplicate-key");
    private static final Code NOT_ONE_KEY = new Code("not-one-key");
    private static final Code UNKNOWN_KEY = new Code("unknown-key");
    private static final Code MISSING_KEY = new Code("missing-key");

    private Structures() {}

    static <T> Shape<List<T>> list(Shape<T> item, int atLeast) {
        return new Shape<>(
                new Form.Items(item.form(), atLeast),
                (node, reading) -> {
                    if (!(node instanceof Node.Sequence sequence)) {
                        return reading.wrongType(node, "a list", listAdvice(node));
                    }
                    return sequence.items().size() < atLeast
                            ? reading.refuse(
                                    TOO_FEW,
                                    node.place(),
                                    reading.subject() + " needs at least one item")
                            : items(item, sequence, reading);
                });
    }

    static <T> Shape<List<T>> itemOrList(Shape<T> item) {
        Shape<List<T>> list = list(item, 0);
        return new Shape<>(
                new Form.ItemOrItems(item.form()),
                (node, reading) ->
                        node instanceof Node.Sequence
                                ? list.reader().read(node, reading)
                                : item.reader().read(node, reading).map(List::of));
    }

    private static Optional<String> listAdvice(Node node) {
        return Texts.scalarText(node)
                .filter(text -> text.length() <= 40)
                .map(text -> "write [" + text + "]");
    }

    private static <T> Optional<List<T>> items(
            Shape<T> item, Node.Sequence sequence, Reading reading) {
        List<T> items =
                sequence.items().stream()
                        .flatMap(node -> item.reader().read(node, reading.ofItem()).stream())
                        .toList();
        return items.size() == sequence.items().size() ? Optional.of(items) : Optional.empty();
    }

    static <K, V> Shape<Map<K, V>> map(Shape<K> key, Shape<V> value) {
        return new Shape<>(
                new Form.Keyed(key.form(), value.form()),
                (node, reading) ->
                        node instanceof Node.Mapping mapping
                                ? entries(key, value, mapping, reading)
                                : reading.wrongType(node, "a mapping", Optional.empty()));
    }

    private static <K, V> Optional<Map<K, V>> entries(
            Shape<K> keys, Shape<V> values, Node.Mapping mapping, Reading reading) {
        Map<K, V> read = new LinkedHashMap<>();
        var naming =
                new Reading(reading.names(), reading.problems(), "a key of " + reading.subject());
        for (Entry entry : mapping.entries()) {
            Optional<K> key = keys.reader().read(entry.key(), naming);
            Optional<V> value = values.reader().read(entry.value(), reading.of(entry.key().text()));
            if (key.isPresent()
                    && value.isPresent()
                    && read.putIfAbsent(key.get(), value.get()) != null) {
                String message =
                        "the key "
                                + Quoted.of(entry.key().text())
                                + " means the same as an earlier one";
                reading.refuse(DUPLICATE, entry.key().place(), message);
            }
        }
        return read.size() == mapping.entries().size()
                ? Optional.of(Collections.unmodifiableMap(read))
                : Optional.empty();
    }

    static <T> Shape<T> oneKey(Map<String, Shape<? extends T>> choices) {
        String wanted = "a mapping with one key of " + String.join(", ", choices.keySet());
        return new Shape<>(
                new Form.SingleKey(forms(choices)),
                (node, reading) -> {
                    if (!(node instanceof Node.Mapping mapping)) {
                        return reading.wrongType(node, wanted, Optional.empty());
                    }
                    if (mapping.entries().size() != 1) {
                        String message =
                                reading.subject()
                                        + " wants "
                                        + wanted
                                        + ", not "
                                        + mapping.entries().size()
                                        + " keys";
                        return reading.refuse(NOT_ONE_KEY, node.place(), message);
                    }
                    Entry entry = mapping.entries().getFirst();
                    Shape<? extends T> choice = choices.get(entry.key().text());
                    return choice == null
                            ? unknownKey(entry.key(), choices, reading)
                            : choice.reader()
                                    .read(entry.value(), reading.of(entry.key().text()))
                                    .map(value -> (T) value);
                });
    }

    private static <T, S> Optional<T> unknownKey(
            Node.Scalar key, Map<String, S> choices, Reading reading) {
        String name = key.text();
        return reading.refuse(
                UNKNOWN_KEY,
                key.place(),
                "unknown key " + Quoted.of(name),
                Suggestion.didYouMean(name, choices.keySet())
                        .or(() -> Optional.of("known are " + String.join(", ", choices.keySet()))));
    }

    static <T> Shape<T> tagged(String tag, Map<String, Shape<? extends T>> choices) {
        Shape<Shape<? extends T>> tags = Texts.words(choices);
        return new Shape<>(
                new Form.Tagged(tag, objects(choices)),
                (node, reading) -> {
                    if (!(node instanceof Node.Mapping mapping)) {
                        return reading.wrongType(node, "a mapping", Optional.empty());
                    }
                    Optional<Node> word = mapping.get(tag);
                    if (word.isEmpty()) {
                        String message = reading.subject() + " lacks the key " + Quoted.of(tag);
                        String advice = "it wants " + Texts.oneOf(List.copyOf(choices.keySet()));
                        return reading.refuse(
                                MISSING_KEY, node.place(), message, Optional.of(advice));
                    }
                    return tags.reader()
                            .read(word.get(), reading.of(tag))
                            .flatMap(
                                    choice ->
                                            choice.reader()
                                                    .read(without(tag, mapping), reading)
                                                    .map(value -> (T) value));
                });
    }

    private static Node without(String tag, Node.Mapping mapping) {
        var others = new ArrayList<>(mapping.entries());
        others.removeIf(entry -> entry.key().text().equals(tag));
        Place place = mapping.place();
        return new Node.Mapping(others, place);
    }

    private static <T> Map<String, Form> forms(Map<String, Shape<? extends T>> choices) {
        Map<String, Form> forms = new LinkedHashMap<>();
        choices.forEach((name, shape) -> forms.put(name, shape.form()));
        return Collections.unmodifiableMap(forms);
    }

    private static <T> Map<String, Form.Properties> objects(
            Map<String, Shape<? extends T>> choices) {
        Map<String, Form.Properties> objects = new LinkedHashMap<>();
        choices.forEach((name, shape) -> objects.put(name, Form.propertiesOf(shape.form())));
        return Collections.unmodifiableMap(objects);
    }
}
