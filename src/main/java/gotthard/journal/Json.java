package gotthard.journal;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// A JSON value as the journal stores it: integers, strings, arrays and objects whose keys keep
/// their order; no fractions, no truth values, no null.
sealed interface Json {
    record Whole(long value) implements Json {}

    record Text(String value) implements Json {}

    record Items(List<Json> values) implements Json {
        public Items {
            values = List.copyOf(values);
        }
    }

    /// An object.
    ///
    /// @param values taken over, not copied, because a journal has millions of them: who makes one does not touch them again
    record Members(SequencedMap<String, Json> values) implements Json {
        static final Members NONE = new Members(Collections.emptyNavigableMap());

        public Members {
            values = Collections.unmodifiableSequencedMap(values);
        }

        /// With one member more, at the end, or with another value for one that is there.
        Members with(String key, Json value) {
            SequencedMap<String, Json> more = new LinkedHashMap<>(values);
            more.put(key, value);
            return new Members(more);
        }

        /// With these members more, at the end.
        Members with(Members others) {
            SequencedMap<String, Json> more = new LinkedHashMap<>(values);
            for (Map.Entry<String, Json> other : others.values().entrySet()) {
                more.put(other.getKey(), other.getValue());
            }
            return new Members(more);
        }
    }
}
