package gotthard.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Declares the keys of an object, in the order in which the reference page lists them.
public final class Fields {
    private final List<Field<?>> declared = new ArrayList<>();

    Fields() {}

    /// A key that must be there.
    ///
    /// @param doc what it means, as a noun phrase without a full stop: `the site that has the files`
    public <T> Field<T> required(String name, Shape<T> shape, String doc) {
        return declare(
                new Field<>(
                        property(name, shape, doc, true, Optional.empty()),
                        shape.reader(),
                        Optional.empty()));
    }

    /// A key that may be left out, and then has a standard value.
    public <T> Field<T> optional(String name, Shape<T> shape, T standard, String doc) {
        var property = property(name, shape, doc, false, Optional.of(Standard.text(standard)));
        return declare(new Field<>(property, shape.reader(), Optional.of(standard)));
    }

    /// A key that may be left out, which then means something of its own.
    public <T> Field<Optional<T>> maybe(String name, Shape<T> shape, String doc) {
        Reader<Optional<T>> reader =
                (node, reading) -> {
                    Optional<T> value = shape.reader().read(node, reading);
                    return value.isPresent() ? Optional.of(value) : Optional.empty();
                };
        return declare(
                new Field<>(
                        property(name, shape, doc, false, Optional.empty()),
                        reader,
                        Optional.of(Optional.empty())));
    }

    List<Field<?>> declared() {
        return List.copyOf(declared);
    }

    private static Form.Property property(
            String name,
            Shape<?> shape,
            String doc,
            boolean isRequired,
            Optional<String> standard) {
        return new Form.Property(name, doc, shape.form(), isRequired, standard);
    }

    private <T> Field<T> declare(Field<T> field) {
        if (declared.stream().anyMatch(other -> other.name().equals(field.name()))) {
            throw new IllegalArgumentException("the key " + field.name() + " is declared twice");
        }
        declared.add(field);
        return field;
    }
}
