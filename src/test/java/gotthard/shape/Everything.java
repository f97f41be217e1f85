package gotthard.shape;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A document of these tests that uses every kind of shape.
record Everything(List<Object> values) {
    private static final Shape<Object> SECRET =
            Shape.<Object>oneKey(
                            Map.of(
                                    "env", Shape.text(),
                                    "file", Shape.text(),
                                    "exec", Shape.text().nonEmptyList()))
                    .named(
                            "Secret",
                            "Where a secret is found; it never stands in a document itself.");

    private static final Shape<Tree> TREE =
            Shape.recursive("Tree", "A part with parts.", Everything::tree);

    private static final Shape<Object> PLACE =
            Shape.tagged(
                    "type",
                    Map.of(
                            "host",
                            Shape.<Object>object(
                                    fields -> {
                                        var host =
                                                fields.required(
                                                        "host", Shape.name(), "the host's name");
                                        var port =
                                                fields.optional(
                                                        "port",
                                                        Shape.integer(1, 65535),
                                                        22,
                                                        "its port");
                                        return values ->
                                                Map.of(
                                                        "host",
                                                        values.of(host),
                                                        "port",
                                                        values.of(port));
                                    }),
                            "bucket",
                            Shape.<Object>object(
                                    fields -> {
                                        var bucket =
                                                fields.required(
                                                        "bucket",
                                                        Shape.text(),
                                                        "the bucket's name");
                                        return values -> values.of(bucket);
                                    })));

    record Tree(String name, List<Tree> parts) {}

    enum Level {
        COUNT,
        FULL_CONTENT
    }

    static final Shape<Everything> SHAPE =
            Shape.<Everything>object(
                            fields -> {
                                List<Field<?>> all =
                                        List.of(
                                                fields.required(
                                                        "apiVersion",
                                                        Shape.constant("gotthard/v1"),
                                                        "the format of the document"),
                                                fields.required("text", Shape.text(), "any text"),
                                                fields.required("name", Shape.name(), "a name"),
                                                fields.maybe(
                                                        "number",
                                                        Shape.integer(-5, 300),
                                                        "a number"),
                                                fields.optional(
                                                        "truth",
                                                        Shape.bool(),
                                                        false,
                                                        "whether it is so"),
                                                fields.optional(
                                                        "wait",
                                                        Shape.duration(),
                                                        Duration.ofMinutes(90),
                                                        "how long it waits"),
                                                fields.maybe(
                                                        "size",
                                                        Shape.byteSize(),
                                                        "how large it may be"),
                                                fields.maybe(
                                                        "rate", Shape.rate(), "how fast it may be"),
                                                fields.optional(
                                                        "share",
                                                        Shape.percent(),
                                                        Percent.of(30),
                                                        "what stays free"),
                                                fields.maybe(
                                                        "due",
                                                        Shape.date().located(),
                                                        "the day it has to be done by"),
                                                fields.maybe(
                                                        "at", Shape.instant(), "the moment of it"),
                                                fields.maybe(
                                                        "link",
                                                        Shape.uri(),
                                                        "where more is written"),
                                                fields.optional(
                                                        "level",
                                                        Shape.enumeration(Level.class),
                                                        Level.FULL_CONTENT,
                                                        "how closely it looks"),
                                                fields.maybe(
                                                        "site",
                                                        Shape.reference("site", name -> name),
                                                        "where it is"),
                                                fields.optional(
                                                        "several",
                                                        Shape.name().list(),
                                                        List.of("a", "b"),
                                                        "several names"),
                                                fields.maybe(
                                                        "some",
                                                        Shape.name().nonEmptyList(),
                                                        "at least one name"),
                                                fields.maybe(
                                                        "oneOrMore",
                                                        Shape.name().orScalarList(),
                                                        "one name or several"),
                                                fields.maybe(
                                                        "labels",
                                                        Shape.mapOf(Shape.name(), Shape.text()),
                                                        "what it is marked with"),
                                                fields.maybe("secret", SECRET, "the password"),
                                                fields.maybe("place", PLACE, "where it goes to"),
                                                fields.maybe("tree", TREE, "a part with parts"),
                                                fields.maybe("raw", Shape.node(), "anything"),
                                                fields.maybe(
                                                        "mail",
                                                        Shape.text()
                                                                .parse(
                                                                        "a mail address",
                                                                        Everything::mail),
                                                        "whom to ask"));
                                return values ->
                                        new Everything(
                                                all.stream().<Object>map(values::of).toList());
                            })
                    .named("Everything", "A document that uses every kind of shape.");

    private static Shape<Tree> tree() {
        return Shape.object(
                fields -> {
                    var name = fields.required("name", Shape.name(), "its name");
                    var parts = fields.optional("parts", TREE.list(), List.of(), "its parts");
                    return values -> new Tree(values.of(name), values.of(parts));
                });
    }

    private static Parsed<String> mail(String text) {
        return text.contains("@") ? Parsed.good(text) : Parsed.bad("has no \"@\"");
    }

    /// A good value for every key, as YAML.
    static Map<String, String> good() {
        Map<String, String> good = new LinkedHashMap<>();
        good.put("apiVersion", "gotthard/v1");
        good.put("text", "NO");
        good.put("name", "zurich-1");
        good.put("number", "12");
        good.put("truth", "true");
        good.put("wait", "1h30m");
        good.put("size", "64Mi");
        good.put("rate", "200Mbit/s");
        good.put("share", "12.5%");
        good.put("due", "2019-12-31");
        good.put("at", "2019-12-31T10:00:00Z");
        good.put("link", "https://example.org/status");
        good.put("level", "full-content");
        good.put("site", "moscow");
        good.put("several", "[a, b]");
        good.put("some", "[a]");
        good.put("oneOrMore", "a");
        good.put("labels", "{a: b, c: 1.5}");
        good.put("secret", "{env: PASSWORD}");
        good.put("place", "{type: host, host: a, port: 2222}");
        good.put("tree", "{name: a, parts: [{name: b}]}");
        good.put("raw", "[1, {a: null}]");
        good.put("mail", "security@example.org");
        return good;
    }

    static String yaml(Map<String, String> entries) {
        var yaml = new StringBuilder();
        entries.forEach((key, value) -> yaml.append(key).append(": ").append(value).append('\n'));
        return yaml.toString();
    }
}
