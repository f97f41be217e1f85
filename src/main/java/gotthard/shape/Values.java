package gotthard.shape;

import java.util.HashMap;
import java.util.Map;

/// The values of an object's fields, all of them read without a problem.
public final class Values {
    private final Map<Field<?>, Object> values = new HashMap<>();

    Values() {}

    /// What was read for a field.
    ///
    /// @throws IllegalStateException if the field belongs to another object
    public <T> T of(Field<T> field) {
        Object value = values.get(field);
        if (value == null) {
            throw new IllegalStateException(
                    "the field " + field.name() + " was declared for another object");
        }
        @SuppressWarnings("unchecked") // put only takes a value of the field's type
        T typed = (T) value;
        return typed;
    }

    <T> void put(Field<T> field, T value) {
        values.put(field, value);
    }
}
