package gotthard.shape;

import java.time.Duration;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;

/// Writes a value that is taken when a key is missing as it would be written in YAML.
final class Standard {
    private Standard() {}

    static String text(Object value) {
        return switch (value) {
            case Enum<?> word -> kebabCase(word);
            case Duration duration -> Durations.text(duration);
            case Located<?>(var inner, var _) -> text(inner);
            case Collection<?> items ->
                    items.stream().map(Standard::text).collect(Collectors.joining(", ", "[", "]"));
            default -> value.toString();
        };
    }

    static String kebabCase(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
