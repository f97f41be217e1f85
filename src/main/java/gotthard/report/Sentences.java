package gotthard.report;

import java.util.Collection;
import java.util.List;

/// Joins words as people do.
final class Sentences {
    private Sentences() {}

    /// `a`, `a and b`, `a, b and c`.
    static String and(Collection<?> things) {
        List<String> words = things.stream().map(Object::toString).toList();
        if (words.size() < 2) {
            return String.join("", words);
        }
        return String.join(", ", words.subList(0, words.size() - 1)) + " and " + words.getLast();
    }

    /// The verb that goes with one or several.
    static String verb(Collection<?> subjects, String one, String several) {
        return subjects.size() == 1 ? one : several;
    }
}
