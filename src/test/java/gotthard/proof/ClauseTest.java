package gotthard.proof;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.Golden;
import gotthard.policy.Rule;
import gotthard.policy.Validity;
import gotthard.report.ProofJson;
import gotthard.report.ProofText;
import gotthard.world.CellId;
import gotthard.world.Effect;
import gotthard.world.Invariant;

import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Rules of the policy, in every state that a plan can reach.
final class ClauseTest {
    private static final CellId FILES = Sketch.cell("europe", "files");
    private static final String STORED = "files.stores[\"zurich-1\"] == full";

    private static Model copied(String that) {
        var sketch = new Sketch();
        sketch.files("europe", Sketch.FIRST);
        sketch.step("copy", "", new Effect.Copy(FILES, Sketch.MOSCOW, Sketch.FIRST, true, false));
        return sketch.model()
                .with(List.of(new Clause(WrittenRules.rule("files: {}", that), List.of(FILES))));
    }

    private static List<Story> broken(Model model) {
        return ((Proof.Refuted) Prover.prove(model, Limits.USUAL))
                .stories().stream().filter(story -> story.broken() == Invariant.RULE).toList();
    }

    @Test
    void breaksAtHalves() {
        var stories = broken(copied("files.stores[\"zurich-1\"] != half"));

        assertThat(stories).singleElement().extracting(Story::length).isEqualTo(1);
    }

    @Test
    void breaksBeforeAnythingHappens() {
        var stories = broken(copied(STORED));

        assertThat(stories).singleElement().extracting(Story::length).isEqualTo(0);
    }

    @Test
    void seesWhatWasVerifiedAlsoWhereNothingElseAsksForIt() {
        var stories = broken(copied("files.verified[\"zurich-1\"] == none"));

        assertThat(stories).singleElement().extracting(Story::length).isEqualTo(1);
    }

    @Test
    void tellsOneStoryOfEachRule() {
        Model model = copied("files.stores[\"zurich-1\"] != half");
        Clause other =
                new Clause(
                        WrittenRules.rule("files: {}", "files.stores[\"zurich-1\"] != full"),
                        List.of(FILES));
        var both = model.with(List.of(model.clauses().getFirst(), other));

        assertThat(broken(both))
                .extracting(story -> story.clause().orElseThrow())
                .containsExactlyInAnyOrderElementsOf(both.clauses());
    }

    @Test
    void holdsOnItsDaysOnly() {
        Model model = copied("files.stores[\"zurich-1\"] == none");
        Rule always = model.clauses().getFirst().rule();
        LocalDate later = Sketch.TODAY.plusDays(40);
        var rule =
                new Rule(
                        always.name(),
                        always.title(),
                        always.cells(),
                        always.that(),
                        new Validity(Optional.of(later), Optional.empty()));
        var clauses = List.of(new Clause(rule, List.of(FILES)));
        var both =
                new Model(
                        model.cells(),
                        model.steps(),
                        model.pauses(),
                        model.order(),
                        List.of(Sketch.TODAY, later),
                        model.allowance(),
                        model.signers(),
                        clauses);

        assertThat(broken(both))
                .singleElement()
                .satisfies(
                        story ->
                                assertThat(story.turns())
                                        .extracting(Story.Turn::what)
                                        .contains(new Happening.DayCame(later)));
    }

    @Test
    void isUndecidedByNameWherePairsAreTooBig() {
        Model model = Catalogue.model("sound/rules-metadata");

        var proof = Prover.prove(model, new Limits(3, Limits.USUAL.bytes(), () -> true));

        assertThat(((Proof.Undecided) proof).what())
                .contains(
                        "the rule metadata-after-files of europe/files and europe/metadata: after 1 states, with no more time");
    }

    @Test
    void showsWhatItReads() {
        Model model = Catalogue.model("sound/rules-metadata");
        Proof proof = Prover.prove(model, Limits.USUAL);
        Model mistaken = Catalogue.model("rule/metadata-before-files");

        Golden.assertMatches(
                "report/proof-rules.txt",
                String.join("\n", ProofText.lines(model, proof, false))
                        + "\n\n"
                        + ProofJson.of("plan.yaml", model, proof)
                        + "\n\n"
                        + ProofJson.of(
                                "plan.yaml", mistaken, Prover.prove(mistaken, Limits.USUAL)));
    }

    @Test
    void tellsWhereTheOtherCellOfARuleIsInNoPlan() {
        Model model = Catalogue.model("sound/rules-metadata-alone");

        Proof proof = Prover.prove(model, Limits.USUAL);

        assertThat(model.clauses()).hasSize(1);
        Golden.assertMatches(
                "report/proof-unpaired.txt",
                String.join("\n", ProofText.lines(model, proof, false))
                        + "\n\n"
                        + ProofJson.of("plan.yaml", model, proof));
    }

    @Test
    void looksAtRegionsThatAreAlikeOnce() {
        Model model = Catalogue.model("sound/rules-assembly");

        Proof proof = Prover.prove(model, Limits.USUAL);
        Proof alone = Prover.prove(model.with(model.clauses().subList(0, 1)), Limits.USUAL);

        assertThat(proof.effort().distinct() - alone.effort().distinct())
                .isLessThan(proof.effort().slices() - alone.effort().slices());
    }
}
