package gotthard.shape;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// What a shape accepts, as data: the source of the JSON Schema and of the reference page.
sealed interface Form {

    /// A text.
    ///
    /// @param noun what it is called, with its article: `a duration`
    /// @param pattern what it must match, in the syntax that Java and JSON Schema share
    /// @param bare whether a text that an editor takes for a number or a truth value is a text here
    record Text(String noun, Optional<String> example, Optional<String> pattern, boolean bare)
            implements Form {}

    /// A whole number.
    record Whole(int least, int most) implements Form {}

    /// `true` or `false`.
    record Truth() implements Form {}

    /// One of a few words.
    record Words(List<String> words) implements Form {
        public Words {
            words = List.copyOf(words);
        }
    }

    /// A name of something that is declared elsewhere.
    record Reference(String kind) implements Form {}

    /// A list.
    record Items(Form item, int atLeast) implements Form {}

    /// A list, or its only item.
    record ItemOrItems(Form item) implements Form {}

    /// Freely named keys, each with a value of one form.
    record Keyed(Form key, Form value) implements Form {}

    /// Keys that are known.
    record Properties(List<Property> properties) implements Form {
        public Properties {
            properties = List.copyOf(properties);
        }
    }

    /// A known key.
    ///
    /// @param standard what is taken when it is missing
    record Property(
            String name, String doc, Form form, boolean isRequired, Optional<String> standard) {}

    /// Exactly one of several keys.
    record SingleKey(Map<String, Form> keys) implements Form {}

    /// Keys that depend on the word that one of them, the tag, holds.
    record Tagged(String tag, Map<String, Form> alternatives) implements Form {}

    /// Whatever YAML can say.
    record Anything() implements Form {}

    /// A form with a title of its own, to which others link.
    record Named(String title, String doc, Supplier<Form> form) implements Form {}

    /// A form with a rule that no schema can say.
    record Ruled(Form form, String rule) implements Form {}
}
