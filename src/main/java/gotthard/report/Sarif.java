package gotthard.report;

import gotthard.problem.Place;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The outline of a SARIF 2.1.0 log (OASIS, "Static Analysis Results Interchange Format"): one run of this program, its rules, and what
/// results have in common.
final class Sarif {
    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

    private final JsonWriting json;

    private Sarif(JsonWriting json) {
        this.json = json;
    }

    /// A rule that results refer to.
    ///
    /// @param says what it asks for, in a sentence, where that is known
    record Rule(String id, Optional<String> says) {}

    /// A log of one run, on one line.
    ///
    /// @param version of this program
    /// @param results each writes the members of one result
    static String log(String version, List<Rule> rules, Function<Sarif, List<Runnable>> results) {
        return JsonWriting.object(
                false,
                json -> {
                    json.text("$schema", SCHEMA);
                    json.text("version", "2.1.0");
                    json.objects(
                            "runs",
                            List.of(new Sarif(json)),
                            sarif -> sarif.run(version, rules, results));
                });
    }

    private void run(String version, List<Rule> rules, Function<Sarif, List<Runnable>> results) {
        json.object(
                "tool",
                () ->
                        json.object(
                                "driver",
                                () -> {
                                    json.text("name", "Gotthard");
                                    json.text("version", version);
                                    json.objects("rules", rules, this::rule);
                                }));
        json.text("columnKind", "unicodeCodePoints");
        json.objects("results", results.apply(this), Runnable::run);
    }

    private void rule(Rule rule) {
        json.text("id", rule.id());
        rule.says().ifPresent(text -> message("shortDescription", text));
    }

    /// What is wrong, by which rule, how badly, and where.
    ///
    /// @param level `error` or `warning`
    void result(String rule, String level, String message, Place place) {
        json.text("ruleId", rule);
        json.text("level", level);
        message("message", message);
        json.objects("locations", List.of(place), this::location);
    }

    void location(Place place) {
        json.object(
                "physicalLocation",
                () -> {
                    json.object(
                            "artifactLocation",
                            () -> json.text("uri", place.source().replace('\\', '/')));
                    if (place.hasLine()) {
                        json.object(
                                "region",
                                () -> {
                                    json.number("startLine", place.line());
                                    if (place.column() > 0) {
                                        json.number("startColumn", place.column());
                                    }
                                });
                    }
                });
    }

    void message(String key, String text) {
        json.object(key, () -> json.text("text", text));
    }

    JsonWriting json() {
        return json;
    }
}
