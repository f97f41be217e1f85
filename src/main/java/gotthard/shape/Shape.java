package gotthard.shape;

import gotthard.problem.Checked;
import gotthard.problem.Code;
import gotthard.problem.Problems;
import gotthard.problem.Quoted;
import gotthard.yaml.Node;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// How a value is written in a document: declared once, it reads nodes, and describes itself for schema and reference.
///
/// Scalars are read by the type that the shape wants: where a text is wanted, `NO` and `12` are texts.
public final class Shape<T> {
    private static final Code RULE = new Code("rule");

    private final Form form;
    private final Reader<T> reader;

    Shape(Form form, Reader<T> reader) {
        this.form = form;
        this.reader = reader;
    }

    /// A mapping with known keys.
    ///
    /// @param declaration declares the fields and gives back how a value is made of them
    public static <T> Shape<T> object(Function<Fields, Function<Values, T>> declaration) {
        var fields = new Fields();
        var make = declaration.apply(fields);
        var declared = fields.declared();
        return new Shape<>(
                new Form.Properties(declared.stream().map(Field::property).toList()),
                new ObjectReader<>(declared, make));
    }

    /// Any text that is not blank.
    public static Shape<String> text() {
        return Texts.text();
    }

    /// A name as Kubernetes and DNS allow it (a label of RFC 1123): lower-case letters, digits and inner hyphens, at most 63.
    public static Shape<String> name() {
        return Texts.name();
    }

    /// A whole number within bounds, both inclusive.
    public static Shape<Integer> integer(int least, int most) {
        return Texts.whole(least, most);
    }

    /// `true` or `false`, and nothing else that YAML takes for them.
    public static Shape<Boolean> bool() {
        return Texts.truth();
    }

    /// `30s`, `5m`, `1h30m`, `7d`; also `250ms`. A day is 24 hours.
    public static Shape<Duration> duration() {
        return Texts.parsed("a duration", "1h30m", Durations.PATTERN, Durations::parse);
    }

    public static Shape<ByteSize> byteSize() {
        return Texts.parsed("an amount of data", "64Mi", ByteSize.PATTERN, ByteSize::parse);
    }

    public static Shape<Rate> rate() {
        return Texts.parsed("a rate", "200Mbit/s", Rate.PATTERN, Rate::parse);
    }

    public static Shape<Percent> percent() {
        return Texts.parsed("a percentage", "30%", Percent.PATTERN, Percent::parse);
    }

    /// A day of the calendar, such as `2019-12-31`.
    public static Shape<LocalDate> date() {
        return Texts.parsed("a date", "2019-12-31", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$", Texts::date);
    }

    /// A moment in UTC, such as `2019-12-31T10:00:00Z`.
    public static Shape<Instant> instant() {
        return Texts.parsed(
                "a moment",
                "2019-12-31T10:00:00Z",
                "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$",
                Texts::instant);
    }

    /// An absolute URI.
    public static Shape<URI> uri() {
        return Texts.parsed(
                "a URI", "https://example.org/status", "^[A-Za-z][-A-Za-z0-9+.]*:.+$", Texts::uri);
    }

    /// One of a few words, each with its meaning.
    public static <E> Shape<E> enumeration(Map<String, ? extends E> words) {
        return Texts.words(ordered(words));
    }

    /// The constants of an enum in kebab case.
    public static <E extends Enum<E>> Shape<E> enumeration(Class<E> type) {
        Map<String, E> words = new LinkedHashMap<>();
        Arrays.stream(type.getEnumConstants())
                .forEach(word -> words.put(Standard.kebabCase(word), word));
        return Texts.words(words);
    }

    /// One word that must stand there.
    public static Shape<String> constant(String word) {
        return Texts.words(Map.of(word, word));
    }

    /// A name of something that is declared elsewhere, checked where the names of its kind are known.
    ///
    /// @param kind what is named, as a noun in the singular: `site`
    public static <T> Shape<T> reference(String kind, Function<String, T> make) {
        return Texts.reference(kind, make);
    }

    /// A mapping with free keys. The map read keeps the order of the document.
    public static <K, V> Shape<Map<K, V>> mapOf(Shape<K> key, Shape<V> value) {
        return Structures.map(key, value);
    }

    /// A mapping with exactly one of several keys, such as `{env: NAME}` or `{file: PATH}`.
    public static <T> Shape<T> oneKey(Map<String, Shape<? extends T>> choices) {
        return Structures.oneKey(ordered(choices));
    }

    /// A mapping whose other keys depend on the word that one key holds.
    ///
    /// @param choices by that word; shapes made by [#object], which don't declare the tag themselves
    public static <T> Shape<T> tagged(String tag, Map<String, Shape<? extends T>> choices) {
        return Structures.tagged(tag, ordered(choices));
    }

    /// Whatever stands there, to be read later.
    public static Shape<Node> node() {
        return new Shape<>(new Form.Anything(), (node, _) -> Optional.of(node));
    }

    /// A shape that contains itself.
    public static <T> Shape<T> recursive(String title, String doc, Supplier<Shape<T>> shape) {
        return new Shape<>(
                new Form.Named(title, doc, () -> shape.get().form),
                (node, reading) -> shape.get().reader.read(node, reading));
    }

    public Shape<List<T>> list() {
        return Structures.list(this, 0);
    }

    public Shape<List<T>> nonEmptyList() {
        return Structures.list(this, 1);
    }

    /// A list, or its only item without brackets.
    public Shape<List<T>> orScalarList() {
        return Structures.itemOrList(this);
    }

    /// With a rule, checked once the value could be read.
    ///
    /// @param message what is wrong when it is broken, and what to do
    public Shape<T> where(Predicate<? super T> rule, String message) {
        return new Shape<>(
                new Form.Ruled(form, message),
                (node, reading) ->
                        reader.read(node, reading)
                                .flatMap(
                                        value ->
                                                rule.test(value)
                                                        ? Optional.of(value)
                                                        : reading.refuse(
                                                                RULE, node.place(), message)));
    }

    /// Made into another value that always exists.
    public <U> Shape<U> map(Function<? super T, ? extends U> make) {
        return new Shape<>(form, (node, reading) -> reader.read(node, reading).map(make));
    }

    /// Made into another value that may not exist.
    ///
    /// @param doc what is wanted, as a noun with its article: `a public key`
    public <U> Shape<U> parse(String doc, Function<? super T, Parsed<U>> parse) {
        return new Shape<>(
                new Form.Ruled(form, "must be " + doc),
                (node, reading) ->
                        reader.read(node, reading)
                                .flatMap(
                                        value ->
                                                switch (parse.apply(value)) {
                                                    case Parsed.Good<U>(var made) ->
                                                            Optional.of(made);
                                                    case Parsed.Bad<U>(var message) -> {
                                                        String found =
                                                                Texts.scalarText(node)
                                                                        .map(Quoted::of)
                                                                        .orElse("what stands here");
                                                        String words =
                                                                reading.subject()
                                                                        + " wants "
                                                                        + doc
                                                                        + ", but "
                                                                        + found
                                                                        + " "
                                                                        + message;
                                                        yield reading.refuse(
                                                                Texts.BAD_VALUE,
                                                                node.place(),
                                                                words);
                                                    }
                                                }));
    }

    /// Refused without showing what stands there, which may be a secret.
    ///
    /// @param met gets every text inside what was refused
    public Shape<T> unshown(String wanted, Consumer<String> met) {
        return new Shape<>(form, new UnshownReader<>(reader, wanted, met));
    }

    /// Describes a key that is read as a [#node] now and by one of several shapes later, once variables in it have values.
    /// Reading does not change; the schema checks the key's value as far as it can, and the reference page lists the shapes.
    ///
    /// @param tag the key that decides
    /// @param key the key that is read later
    public Shape<T> describing(String tag, String key, Map<String, Shape<?>> later) {
        Map<String, Form> forms = new LinkedHashMap<>();
        ordered(later).forEach((word, shape) -> forms.put(word, shape.form));
        return new Shape<>(
                new Form.Deferred(form, tag, key, Collections.unmodifiableMap(forms)), reader);
    }

    /// With the place where it was written.
    public Shape<Located<T>> located() {
        return new Shape<>(
                form,
                (node, reading) ->
                        reader.read(node, reading)
                                .map(value -> new Located<>(value, node.place())));
    }

    /// With a section of its own in the schema and on the reference page.
    public Shape<T> named(String title, String doc) {
        return new Shape<>(new Form.Named(title, doc, () -> form), reader);
    }

    /// The value, or all that is wrong with the node.
    public Checked<T> read(Node node, Names names) {
        return read(node, names, "the document");
    }

    /// The value, or all that is wrong with the node.
    ///
    /// @param subject what problems call the node, as the subject of a sentence
    public Checked<T> read(Node node, Names names, String subject) {
        var problems = new Problems();
        Optional<T> value = reader.read(node, new Reading(names, problems, subject));
        return value.map(problems::checked)
                .orElseGet(() -> new Checked.Invalid<>(problems.sorted()));
    }

    Form form() {
        return form;
    }

    Reader<T> reader() {
        return reader;
    }

    private static <V> Map<String, V> ordered(Map<String, ? extends V> words) {
        Map<String, V> ordered =
                words instanceof SequencedMap ? new LinkedHashMap<>(words) : new TreeMap<>(words);
        return Collections.unmodifiableMap(ordered);
    }
}
