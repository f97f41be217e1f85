package gotthard.proof;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.Golden;
import gotthard.report.ProofText;
import gotthard.world.Invariant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Every mistake of the catalogue is found, and its story told; every sound plan is proven.
final class CatalogueTest {
    private static final String SOUND = "sound/";

    static List<String> mistakes() {
        return Catalogue.names().stream().filter(name -> !name.startsWith(SOUND)).toList();
    }

    static List<String> sound() {
        return Catalogue.names().stream().filter(name -> name.startsWith(SOUND)).toList();
    }

    @ParameterizedTest
    @MethodSource("sound")
    void isProven(String name) {
        Model model = Catalogue.model(name);

        Proof proof = Prover.prove(model, Limits.USUAL);

        assertThat(proof)
                .as(() -> String.join("\n", ProofText.lines(model, proof, true)))
                .isInstanceOf(Proof.Proven.class);
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void isRefutedByAStory(String name) {
        Model model = Catalogue.model(name);
        var expected =
                Invariant.valueOf(
                        name.substring(0, name.indexOf('/'))
                                .toUpperCase(Locale.ROOT)
                                .replace('-', '_'));

        Proof proof = Prover.prove(model, Limits.USUAL);

        assertThat(proof).isInstanceOf(Proof.Refuted.class);
        List<Story> stories = ((Proof.Refuted) proof).stories();
        Optional<Story> wanted =
                stories.stream().filter(story -> story.broken() == expected).findFirst();
        assertThat(wanted.map(Story::length))
                .as(() -> String.join("\n", ProofText.lines(model, proof, true)))
                .contains(stories.getFirst().length());
        Golden.assertMatches("catalogue/" + name + ".txt", told(model, wanted.get(), proof));
    }

    /// As the verb prints it, the story first that the folder names: others may be as short.
    private static String told(Model model, Story wanted, Proof proof) {
        var stories = new ArrayList<Story>(List.of(wanted));
        ((Proof.Refuted) proof)
                .stories().stream().filter(story -> !story.equals(wanted)).forEach(stories::add);
        return "REFUTED: "
                + ProofText.headline(wanted)
                + "\n"
                + String.join(
                        "\n",
                        ProofText.lines(model, new Proof.Refuted(stories, proof.effort()), false));
    }

    @Test
    void hasAtLeastSixtyMistakesAndTwentySoundPlans() {
        assertThat(mistakes()).hasSizeGreaterThanOrEqualTo(60);
        assertThat(sound()).hasSizeGreaterThanOrEqualTo(20);
    }
}
