package gotthard.shape;

import gotthard.yaml.Node;

import java.util.Optional;

/// A declared key of an object, by which its value is fetched from `Values`.
public final class Field<T> {
    private final Form.Property property;
    private final Reader<T> reader;
    private final Optional<T> whenMissing;

    Field(Form.Property property, Reader<T> reader, Optional<T> whenMissing) {
        this.property = property;
        this.reader = reader;
        this.whenMissing = whenMissing;
    }

    public String name() {
        return property.name();
    }

    Form.Property property() {
        return property;
    }

    /// Empty for a key that is required.
    Optional<T> whenMissing() {
        return whenMissing;
    }

    Optional<T> read(Node node, Reading reading) {
        return reader.read(node, reading.of(property.name()));
    }
}
