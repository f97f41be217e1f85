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
    /// @param bare what an editor may take for something else, although it is a text here
    record Text(String noun, Optional<String> example, Optional<String> pattern, Bare bare)
            implements Form {}

    /// Texts without quotes that YAML editors take for something else.
    enum Bare {
        /// None: the pattern fits only texts.
        NOTHING,
        /// Numbers without a sign, and truth values.
        NATURAL_NUMBERS,
        /// Numbers and truth values.
        EVERY_SCALAR
    }

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
    record Tagged(String tag, Map<String, Properties> alternatives) implements Form {}

    /// Whatever YAML can say.
    record Anything() implements Form {}

    /// A form with a title of its own, to which others link.
    record Named(String title, String doc, Supplier<Form> form) implements Form {
        /// Whether it describes the same, though it may have been declared elsewhere.
        boolean isSameAs(Named other) {
            return equals(other) || (doc.equals(other.doc) && form.get().equals(other.form.get()));
        }
    }

    /// The known keys of a form, however it is wrapped.
    ///
    /// @throws IllegalArgumentException if it has none
    static Properties propertiesOf(Form form) {
        return switch (form) {
            case Properties properties -> properties;
            case Named(var _, var _, var inner) -> propertiesOf(inner.get());
            case Ruled(var inner, var _) -> propertiesOf(inner);
            case Deferred(var inner, var _, var _, var _) -> propertiesOf(inner);
            case Text _,
                    Whole _,
                    Truth _,
                    Words _,
                    Reference _,
                    Anything _,
                    Items _,
                    ItemOrItems _,
                    Keyed _,
                    SingleKey _,
                    Tagged _ ->
                    throw new IllegalArgumentException(
                            "only objects can be told apart by a tag: " + form);
        };
    }

    /// A form with a rule that no schema can say.
    record Ruled(Form form, String rule) implements Form {}

    /// An object one of whose keys is read later, by a form that depends on the word that another key, the tag, holds.
    record Deferred(Form form, String tag, String key, Map<String, Form> alternatives)
            implements Form {}
}
