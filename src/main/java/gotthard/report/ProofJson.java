package gotthard.report;

import gotthard.inventory.SiteName;
import gotthard.policy.Rule;
import gotthard.proof.Happening;
import gotthard.proof.Model;
import gotthard.proof.ModelStep;
import gotthard.proof.Proof;
import gotthard.proof.Situation;
import gotthard.proof.Story;
import gotthard.world.CellId;
import gotthard.world.Holding;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A proof for programs, on one line: `"proof": "gotthard/proof/v1"`.
public final class ProofJson {
    private final JsonWriting json;
    private final Model model;

    private ProofJson(JsonWriting json, Model model) {
        this.json = json;
        this.model = model;
    }

    /// What came out, with every story.
    ///
    /// @param source the document that was proven
    public static String of(String source, Model model, Proof proof) {
        return JsonWriting.object(false, json -> new ProofJson(json, model).all(source, proof));
    }

    private void all(String source, Proof proof) {
        json.text("proof", "gotthard/proof/v1");
        json.text("source", source);
        json.text("asOf", model.days().getFirst().toString());
        switch (proof) {
            case Proof.Proven _ -> {
                json.text("verdict", "proven");
                json.texts("assumptions", ProofText.assumptions(model));
            }
            case Proof.Refuted(var stories, _) -> {
                json.text("verdict", "refuted");
                json.objects("stories", stories, this::story);
            }
            case Proof.Undecided(var what, _) -> {
                json.text("verdict", "undecided");
                json.texts("unseen", what);
            }
        }
        if (!model.clauses().isEmpty()) {
            json.objects("rules", RuleWords.rules(model), this::rule);
        }
        Proof.Effort effort = proof.effort();
        json.object(
                "effort",
                () -> {
                    json.number("states", effort.states());
                    json.number("transitions", effort.transitions());
                    json.number("slices", effort.slices());
                    json.number("distinct", effort.distinct());
                });
    }

    /// With its footprint.
    private void rule(Rule rule) {
        json.text("name", rule.name());
        json.text("title", rule.title());
        json.text("that", rule.that().text());
        json.objects(
                "reads",
                rule.that().footprint(),
                reading -> {
                    json.text("cell", reading.cell());
                    json.text("what", reading.what().word());
                    json.text("site", reading.at().map(SiteName::value));
                });
    }

    private void story(Story story) {
        json.text("invariant", story.broken().word());
        json.text("cell", story.cell().map(CellId::toString));
        json.text("rule", ProofText.rule(story));
        story.clause()
                .ifPresent(
                        clause -> {
                            json.text("name", clause.rule().name());
                            json.texts(
                                    "of", clause.cells().stream().map(CellId::toString).toList());
                        });
        json.texts("broken", new BreachWords(model, story).sentences());
        json.text("advice", Mending.of(model, story));
        story.culprit()
                .ifPresent(step -> json.object("culprit", () -> step(model.steps().get(step))));
        json.objects(
                "first",
                List.copyOf(story.first().cells().keySet()),
                cell -> cell(cell, story.first()));
        var words = new StoryWords(model, story);
        Situation[] before = {story.first()};
        json.objects(
                "turns",
                story.turns(),
                turn -> {
                    json.text("says", words.sentence(turn.what(), before[0]));
                    json.text("is", kind(turn.what()));
                    if (turn.what() instanceof Happening.OfStep of) {
                        step(model.steps().get(of.step()));
                    }
                    json.objects(
                            "after",
                            List.copyOf(turn.after().cells().keySet()),
                            cell -> cell(cell, turn.after()));
                    before[0] = turn.after();
                });
    }

    private void step(ModelStep step) {
        json.text("step", step.name());
        json.text("source", step.place().source());
        json.number("line", step.place().line());
    }

    private void cell(CellId cell, Situation situation) {
        json.text("cell", cell.toString());
        var sites = situation.cells().getOrDefault(cell, Map.of());
        json.objects(
                "sites",
                sites.entrySet(),
                entry -> {
                    Holding holding = entry.getValue();
                    json.text("site", entry.getKey().value());
                    json.text("base", level(holding.base()));
                    json.truth("write", holding.write());
                    json.truth("accepted", holding.accepted());
                    json.text("open", level(holding.open()));
                    json.text("routed", level(holding.routed()));
                    json.text("processing", level(holding.processing()));
                    json.text("deployed", level(holding.deployed()));
                    json.text("staged", level(holding.staged()));
                });
        json.texts(
                "replications",
                situation.running().stream()
                        .filter(link -> link.cell().equals(cell))
                        .map(link -> link.from() + " to " + link.to())
                        .sorted()
                        .toList());
    }

    private static String level(Enum<?> level) {
        return level.name().toLowerCase(Locale.ROOT);
    }

    private static String kind(Happening what) {
        return switch (what) {
            case Happening.Done _ -> "done";
            case Happening.LeftHalf _ -> "left-half";
            case Happening.Completed _ -> "completed";
            case Happening.TakenForDone _ -> "taken-for-done";
            case Happening.Undone _ -> "undone";
            case Happening.LeftHalfUndone _ -> "left-half-undone";
            case Happening.TurnedBack _ -> "turned-back";
            case Happening.BegunAgain _ -> "begun-again";
            case Happening.Written _ -> "written";
            case Happening.Delivered _ -> "delivered";
            case Happening.DayCame _ -> "day-came";
        };
    }
}
