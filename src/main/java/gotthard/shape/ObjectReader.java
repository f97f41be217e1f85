package gotthard.shape;

import gotthard.problem.Code;
import gotthard.problem.Quoted;
import gotthard.problem.Suggestion;
import gotthard.yaml.Entry;
import gotthard.yaml.Node;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Reads a mapping whose keys are known. Every field is read, whatever is wrong with another.
final class ObjectReader<T> implements Reader<T> {
    private static final Code UNKNOWN_KEY = new Code("unknown-key");
    private static final Code MISSING_KEY = new Code("missing-key");

    private final List<Field<?>> fields;
    private final Function<Values, T> make;

    ObjectReader(List<Field<?>> fields, Function<Values, T> make) {
        this.fields = fields;
        this.make = make;
    }

    @Override
    public Optional<T> read(Node node, Reading reading) {
        if (!(node instanceof Node.Mapping mapping)) {
            return reading.wrongType(node, "a mapping", Optional.of("its keys are " + names()));
        }
        boolean knowsAll = refuseUnknown(mapping, reading);
        var values = new Values();
        var missing = new ArrayList<Field<?>>();
        boolean readAll = true;
        for (Field<?> field : fields) {
            readAll &= read(field, mapping, values, missing, reading);
        }
        refuseMissing(missing, mapping, reading);
        return knowsAll && readAll ? Optional.of(make.apply(values)) : Optional.empty();
    }

    private <F> boolean read(
            Field<F> field,
            Node.Mapping mapping,
            Values values,
            List<Field<?>> missing,
            Reading reading) {
        Optional<Node> node = mapping.get(field.name());
        Optional<F> value =
                node.isPresent() ? field.read(node.get(), reading) : field.whenMissing();
        value.ifPresent(found -> values.put(field, found));
        if (node.isEmpty() && value.isEmpty()) {
            missing.add(field);
        }
        return value.isPresent();
    }

    private boolean refuseUnknown(Node.Mapping mapping, Reading reading) {
        var known = fields.stream().map(Field::name).toList();
        var absent = known.stream().filter(name -> mapping.get(name).isEmpty()).toList();
        var unknown =
                mapping.entries().stream()
                        .map(Entry::key)
                        .filter(key -> !known.contains(key.text()))
                        .toList();
        for (Node.Scalar key : unknown) {
            Optional<String> advice =
                    Suggestion.didYouMean(key.text(), absent)
                            .or(() -> Suggestion.didYouMean(key.text(), known))
                            .or(
                                    () ->
                                            Optional.of(
                                                    known.isEmpty()
                                                            ? "no keys are known here"
                                                            : "known are " + names()));
            reading.refuse(
                    UNKNOWN_KEY, key.place(), "unknown key " + Quoted.of(key.text()), advice);
        }
        return unknown.isEmpty();
    }

    private static void refuseMissing(
            List<Field<?>> missing, Node.Mapping mapping, Reading reading) {
        if (missing.isEmpty()) {
            return;
        }
        String names =
                missing.stream()
                        .map(field -> Quoted.of(field.name()))
                        .collect(Collectors.joining(", "));
        String docs =
                missing.stream()
                        .map(field -> "\"" + field.name() + ":\" (" + field.property().doc() + ")")
                        .collect(Collectors.joining(", "));
        String message =
                reading.subject()
                        + (missing.size() == 1 ? " lacks the key " : " lacks the keys ")
                        + names;
        reading.refuse(MISSING_KEY, mapping.place(), message, Optional.of("add " + docs));
    }

    private String names() {
        return fields.stream().map(Field::name).collect(Collectors.joining(", "));
    }
}
