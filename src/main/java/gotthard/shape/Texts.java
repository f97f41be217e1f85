package gotthard.shape;

import gotthard.problem.Code;
import gotthard.problem.Quoted;
import gotthard.problem.Suggestion;
import gotthard.yaml.Node;
import gotthard.yaml.Style;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// Readers and forms of single texts, numbers and words.
final class Texts {
    static final Code BAD_VALUE = new Code("bad-value");
    private static final Code UNKNOWN_WORD = new Code("unknown-value");
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]{0,17})");

    private static final Pattern NAME = Pattern.compile("^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$");

    private Texts() {}

    static Shape<String> text() {
        var form =
                new Form.Text(
                        "a text", Optional.empty(), Optional.of("\\S"), Form.Bare.EVERY_SCALAR);
        return bare(
                form,
                text -> !text.isBlank(),
                "write something; words like null that YAML takes for nothing need quotes");
    }

    static Shape<String> name() {
        var form =
                new Form.Text(
                        "a name",
                        Optional.empty(),
                        Optional.of(NAME.pattern()),
                        Form.Bare.NATURAL_NUMBERS);
        return bare(
                form,
                NAME.asMatchPredicate(),
                "a name has lower-case letters, digits and inner hyphens, at most 63");
    }

    /// A text that YAML editors may also take for a number or a truth value.
    private static Shape<String> bare(Form.Text form, Predicate<String> fits, String advice) {
        return new Shape<>(
                form,
                (node, reading) -> {
                    Optional<String> text = scalarText(node).filter(fits);
                    Optional<String> hint =
                            node instanceof Node.Scalar ? Optional.of(advice) : Optional.empty();
                    return text.isPresent() ? text : reading.wrongType(node, form.noun(), hint);
                });
    }

    /// A text with a syntax of its own, which no editor takes for anything else.
    static <T> Shape<T> parsed(
            String noun, String example, String pattern, Function<String, Parsed<T>> parse) {
        var form =
                new Form.Text(noun, Optional.of(example), Optional.of(pattern), Form.Bare.NOTHING);
        Pattern spelling = Pattern.compile(pattern);
        Optional<String> advice = Optional.of("write it like " + example);
        return new Shape<>(
                form,
                (node, reading) -> {
                    if (!(node instanceof Node.Scalar scalar) || scalar.isNull()) {
                        return reading.wrongType(node, noun, advice);
                    }
                    return switch (parse.apply(scalar.text())) {
                        case Parsed.Good<T>(var value)
                                when spelling.matcher(scalar.text()).matches() ->
                                Optional.of(value);
                        case Parsed.Good<T> _ -> reading.wrongType(node, noun, advice);
                        case Parsed.Bad<T>(var message) -> {
                            String words =
                                    reading.subject()
                                            + " wants "
                                            + noun
                                            + ", but "
                                            + Quoted.of(scalar.text())
                                            + " "
                                            + message;
                            yield reading.refuse(BAD_VALUE, node.place(), words, advice);
                        }
                    };
                });
    }

    static Parsed<LocalDate> date(String text) {
        try {
            return Parsed.good(LocalDate.parse(text));
        } catch (DateTimeException _) {
            return Parsed.bad("is not a day of the calendar");
        }
    }

    static Parsed<Instant> instant(String text) {
        try {
            return Parsed.good(Instant.parse(text));
        } catch (DateTimeException _) {
            return Parsed.bad("is not a time in UTC");
        }
    }

    static Parsed<URI> uri(String text) {
        try {
            var uri = new URI(text);
            return uri.isAbsolute() ? Parsed.good(uri) : Parsed.bad("has no scheme such as https:");
        } catch (URISyntaxException _) {
            return Parsed.bad("is not a URI");
        }
    }

    static Shape<Integer> whole(int least, int most) {
        String noun = "a whole number from " + least + " to " + most;
        return new Shape<>(
                new Form.Whole(least, most),
                (node, reading) -> {
                    if (!(node instanceof Node.Scalar scalar) || scalar.isNull()) {
                        return reading.wrongType(node, noun, Optional.empty());
                    }
                    if (scalar.style() != Style.PLAIN && NUMBER.matcher(scalar.text()).matches()) {
                        return reading.wrongType(node, noun, Optional.of("take the quotes away"));
                    }
                    if (!NUMBER.matcher(scalar.text()).matches()) {
                        return reading.wrongType(node, noun, spelling(scalar.text()));
                    }
                    long number = Long.parseLong(scalar.text());
                    return number < least || number > most
                            ? reading.wrongType(node, noun, Optional.empty())
                            : Optional.of((int) number);
                });
    }

    private static Optional<String> spelling(String text) {
        return text.matches("[+-]?0*[0-9]{1,18}")
                ? Optional.of(
                        "write "
                                + Long.parseLong(text)
                                + ", as leading zeros and plus signs mean different things to different readers")
                : Optional.empty();
    }

    static Shape<Boolean> truth() {
        return new Shape<>(
                new Form.Truth(),
                (node, reading) -> {
                    if (!(node instanceof Node.Scalar scalar) || scalar.isNull()) {
                        return reading.wrongType(node, "true or false", Optional.empty());
                    }
                    boolean isTruth = scalar.text().equals("true") || scalar.text().equals("false");
                    if (isTruth && scalar.style() == Style.PLAIN) {
                        return Optional.of(scalar.text().equals("true"));
                    }
                    return reading.wrongType(
                            node,
                            "true or false",
                            isTruth ? Optional.of("take the quotes away") : Optional.empty());
                });
    }

    static <E> Shape<E> words(Map<String, E> words) {
        return new Shape<>(
                new Form.Words(new ArrayList<>(words.keySet())),
                (node, reading) -> {
                    Optional<String> text = scalarText(node);
                    if (text.isEmpty()) {
                        return reading.wrongType(
                                node, oneOf(words.keySet().stream().toList()), Optional.empty());
                    }
                    Optional<E> known = text.flatMap(word -> Optional.ofNullable(words.get(word)));
                    return known.isPresent() ? known : unknown(node, text.get(), words, reading);
                });
    }

    private static <E> Optional<E> unknown(
            Node node, String word, Map<String, E> words, Reading reading) {
        String message =
                reading.subject()
                        + " wants "
                        + oneOf(List.copyOf(words.keySet()))
                        + ", not "
                        + Quoted.of(word);
        return reading.refuse(
                UNKNOWN_WORD, node.place(), message, Suggestion.didYouMean(word, words.keySet()));
    }

    static <T> Shape<T> reference(String kind, Function<String, T> make) {
        var unknown = new Code("unknown-" + kind.replace(' ', '-'));
        String noun = "the name of a " + kind;
        return new Shape<>(
                new Form.Reference(kind),
                (node, reading) -> {
                    Optional<String> name = scalarText(node).filter(text -> !text.isBlank());
                    if (name.isEmpty()) {
                        return reading.wrongType(node, noun, Optional.empty());
                    }
                    var known = reading.names().known(kind);
                    if (known.isPresent() && !known.get().contains(name.get())) {
                        String message =
                                reading.subject()
                                        + " names the unknown "
                                        + kind
                                        + " "
                                        + Quoted.of(name.get());
                        return reading.refuse(
                                unknown,
                                node.place(),
                                message,
                                References.advice(kind, name.get(), known.get()));
                    }
                    return name.map(make);
                });
    }

    static Optional<String> scalarText(Node node) {
        return node instanceof Node.Scalar scalar && !scalar.isNull()
                ? Optional.of(scalar.text())
                : Optional.empty();
    }

    static String oneOf(List<String> words) {
        return words.size() == 1
                ? Quoted.of(words.getFirst())
                : "one of " + String.join(", ", words);
    }
}
