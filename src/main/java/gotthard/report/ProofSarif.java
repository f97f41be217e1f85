package gotthard.report;

import gotthard.problem.Place;
import gotthard.proof.Happening;
import gotthard.proof.Model;
import gotthard.proof.Proof;
import gotthard.proof.Situation;
import gotthard.proof.Story;
import gotthard.world.Invariant;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Proofs as SARIF 2.1.0, for code hosting and editors: each broken invariant is a result at a line of the plan, and its story the code flow
/// that leads there.
public final class ProofSarif {
    private static final String UNDECIDED = "undecided";

    private final Sarif sarif;

    private ProofSarif(Sarif sarif) {
        this.sarif = sarif;
    }

    /// What came of one document.
    ///
    /// @param source the document
    public record Proven(String source, Model model, Proof proof) {}

    /// A log of one run, on one line.
    ///
    /// @param version of this program
    public static String of(String version, List<Proven> proofs) {
        return Sarif.log(version, rules(), sarif -> new ProofSarif(sarif).results(proofs));
    }

    private static List<Sarif.Rule> rules() {
        var rules = new ArrayList<Sarif.Rule>();
        for (Invariant one : Invariant.values()) {
            rules.add(new Sarif.Rule(one.word(), Optional.of(InvariantWords.rule(one))));
        }
        rules.add(new Sarif.Rule(UNDECIDED, Optional.of("A proof looks at everything.")));
        return rules;
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
        sarif.result(
                UNDECIDED,
                "warning",
                "Not all was seen: " + String.join("; ", what) + ".",
                Place.of(source));
    }

    private void result(Proven proven, Story story) {
        Model model = proven.model();
        var text = new ArrayList<String>();
        text.add(ProofText.headline(story) + ".");
        text.addAll(new BreachWords(model, story).sentences());
        Mending.of(model, story).ifPresent(advice -> text.add("What would mend it: " + advice));
        Place plan = Place.of(proven.source());
        sarif.result(
                story.broken().word(),
                "error",
                String.join(" ", text),
                culprit(model, story).orElse(plan));
        if (!story.turns().isEmpty()) {
            JsonWriting json = sarif.json();
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
        JsonWriting json = sarif.json();
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
                                sarif.message("message", sentence);
                                sarif.location(place);
                            });
                });
    }
}
