package gotthard.yaml;

import gotthard.problem.Place;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A part of a YAML document as written. What a scalar means is decided by who reads it.
public sealed interface Node {

    Place place();

    /// A single text.
    record Scalar(String text, Style style, Place place) implements Node {
        private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");

        /// Whether YAML takes it for no value at all: nothing after the colon, or a bare `null` or `~`.
        public boolean isNull() {
            return style == Style.PLAIN && NULLS.contains(text);
        }
    }

    /// Keys and values, in the order in which they were written; no key twice.
    record Mapping(List<Entry> entries, Place place) implements Node {
        public Mapping {
            entries = List.copyOf(entries);
        }

        /// The value of a key.
        public Optional<Node> get(String key) {
            return entry(key).map(Entry::value);
        }

        public Optional<Entry> entry(String key) {
            return entries.stream().filter(entry -> entry.key().text().equals(key)).findFirst();
        }
    }

    /// A list.
    record Sequence(List<Node> items, Place place) implements Node {
        public Sequence {
            items = List.copyOf(items);
        }
    }
}
