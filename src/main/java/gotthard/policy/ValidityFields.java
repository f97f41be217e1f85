package gotthard.policy;

import gotthard.shape.Field;
import gotthard.shape.Fields;
import gotthard.shape.Shape;
import gotthard.shape.Values;

import java.time.LocalDate;
import java.util.Optional;

/// How the days are written on which a rule holds.
final class ValidityFields {
    static final String HOLDS_NEVER =
            "\"until\" is before \"from\", so that it never holds; exchange them";

    private final Field<Optional<LocalDate>> from;
    private final Field<Optional<LocalDate>> until;

    ValidityFields(Fields fields) {
        from = fields.maybe("from", Shape.date(), "the first day on which it holds");
        until = fields.maybe("until", Shape.date(), "the last day on which it holds");
    }

    Validity validity(Values values) {
        return new Validity(values.of(from), values.of(until));
    }
}
