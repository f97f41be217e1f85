package gotthard.report;

import gotthard.problem.Place;
import gotthard.proof.Happening;
import gotthard.proof.Model;
import gotthard.proof.Proof;
import gotthard.proof.Situation;
import gotthard.proof.Story;
import gotthard.world.Invariant;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Proofs as SARIF 2.1.0, for code hosting and editors: each broken invariant is a result at a line of the plan, and its story the code flow
/// that leads there.
public final class ProofSarif {
    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";
    private static final String UNDECIDED = "undecided";

    private final JsonWriting json;

    private ProofSarif(JsonWriting json) {
        this.json = json;
    }

    /// What came of one document.
    ///
    /// @param source the document
    public record Proven(String source, Model model, Proof proof) {}

    /// A log of one run, on one line.
    ///
    /// @param version of this program
    public static String of(String version, List<Proven> proofs) {
        return JsonWriting.object(false, json -> new ProofSarif(json).log(version, proofs));
    }

    private void log(String version, List<Proven> proofs) {
        json.text("$schema", SCHEMA);
        json.text("version", "2.1.0");
        json.objects("runs", List.of(proofs), all -> run(version, all));
    }

    private void run(String version, List<Proven> proofs) {
        json.object(
                "tool",
                () ->
                        json.object(
                                "driver",
                                () -> {
                                    json.text("name", "Gotthard");
                                    json.text("version", version);
                                    json.objects("rules", rules(), this::rule);
                                }));
        json.text("columnKind", "unicodeCodePoints");
        json.objects("results", results(proofs), Runnable::run);
    }

    private static List<Optional<Invariant>> rules() {
        var rules = new ArrayList<Optional<Invariant>>();
        Arrays.stream(Invariant.values()).map(Optional::of).forEach(rules::add);
        rules.add(Optional.empty());
        return rules;
    }

    private void rule(Optional<Invariant> rule) {
        json.text("id", rule.map(Invariant::word).orElse(UNDECIDED));
        message(
                "shortDescription",
                rule.map(InvariantWords::rule).orElse("A proof looks at everything."));
    }

    private List<Runnable> results(List<Proven> proofs) {
        var results = new ArrayList<Runnable>();
        for (Proven proven : proofs) {
            switch (proven.proof()) {
                case Proof.Proven _ -> {}
                case Proof.Refuted(var stories, _) ->
                        stories.forEach(story -> results.add(() -> result(proven, story)));
                case Proof.Undecided(var what, _) ->
                        results.add(() -> undecided(proven.source(), what));
            }
        }
        return results;
    }

    private void undecided(String source, List<String> what) {
        json.text("ruleId", UNDECIDED);
        json.text("level", "warning");
        message("message", "Not all was seen: " + String.join("; ", what) + ".");
        json.objects("locations", List.of(Place.of(source)), this::location);
    }

    private void result(Proven proven, Story story) {
        Model model = proven.model();
        var text = new ArrayList<String>();
        text.add(ProofText.headline(story) + ".");
        text.addAll(new BreachWords(model, story).sentences());
        Mending.of(model, story).ifPresent(advice -> text.add("What would mend it: " + advice));
        Place plan = Place.of(proven.source());
        json.text("ruleId", story.broken().word());
        json.text("level", "error");
        message("message", String.join(" ", text));
        json.objects("locations", List.of(culprit(model, story).orElse(plan)), this::location);
        if (!story.turns().isEmpty()) {
            json.objects(
                    "codeFlows",
                    List.of(story),
                    told ->
                            json.objects(
                                    "threadFlows", List.of(told), it -> flow(model, plan, it)));
        }
    }

    private static Optional<Place> culprit(Model model, Story story) {
        return story.culprit()
                .or(
                        () ->
                                story.turns().reversed().stream()
                                        .map(Story.Turn::what)
                                        .filter(Happening.OfStep.class::isInstance)
                                        .map(what -> ((Happening.OfStep) what).step())
                                        .findFirst())
                .map(step -> model.steps().get(step).place());
    }

    private void flow(Model model, Place plan, Story story) {
        var words = new StoryWords(model, story);
        var before = new ArrayList<Situation>(List.of(story.first()));
        json.objects(
                "locations",
                story.turns(),
                turn -> {
                    String sentence = words.sentence(turn.what(), before.getLast());
                    before.add(turn.after());
                    Place place =
                            turn.what() instanceof Happening.OfStep of
                                    ? model.steps().get(of.step()).place()
                                    : plan;
                    json.object(
                            "location",
                            () -> {
                                message("message", sentence);
                                location(place);
                            });
                });
    }

    private void location(Place place) {
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

    private void message(String key, String text) {
        json.object(key, () -> json.text("text", text));
    }
}
