package gotthard.proof.reference;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.proof.Catalogue;
import gotthard.proof.Limits;
import gotthard.proof.Model;
import gotthard.proof.Proof;
import gotthard.proof.Prover;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Of every plan of the catalogue that is small enough, the plain explorer finds the same broken invariants, by stories of the same length.
final class CatalogueAgreesTest {
    private static final int MOST_STATES = 5_000;
    private static final int AT_LEAST = 80;

    @Test
    void findsTheSameInEveryPlan() {
        var differ = new ArrayList<String>();
        int compared = 0;

        for (String name : Catalogue.names()) {
            Model model = Catalogue.model(name);
            Optional<Exploration> plain = ReferenceExplorer.explore(model, MOST_STATES);
            if (plain.isPresent()) {
                compared++;
                Map<Violation, Integer> wanted = lengths(plain.get());
                Map<Violation, Integer> found = lengths(Prover.prove(model, Limits.USUAL));
                if (!found.equals(wanted)) {
                    differ.add(name + ": " + found + ", but plainly " + wanted);
                }
            }
        }

        assertThat(differ).isEmpty();
        assertThat(compared).isGreaterThanOrEqualTo(AT_LEAST);
    }

    private static Map<Violation, Integer> lengths(Exploration exploration) {
        var lengths = new HashMap<Violation, Integer>();
        exploration.stories().forEach((broken, story) -> lengths.put(broken, story.size()));
        return lengths;
    }

    private static Map<Violation, Integer> lengths(Proof proof) {
        var lengths = new HashMap<Violation, Integer>();
        if (proof instanceof Proof.Refuted(var stories, _)) {
            stories.forEach(
                    story ->
                            lengths.merge(
                                    new Violation(story.broken(), story.cell(), story.clause()),
                                    story.length(),
                                    Math::min));
        }
        return lengths;
    }
}
