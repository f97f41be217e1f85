package gotthard.proof.reference;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.proof.Model;
import gotthard.world.Invariant;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/// Both explorers find the same in thousands of random models, and what the prover tells can happen.
final class ComparisonTest {
    private static final int MODELS = Integer.getInteger("models", 3_000);
    private static final long FIRST = Long.getLong("models.from", 1);
    private static final int LIMIT = Integer.getInteger("models.states", 20_000);

    @Test
    void findTheSame() {
        var states = new LongAdder();
        var skipped = new LongAdder();
        var stories = new LongAdder();
        Map<Invariant, LongAdder> broken = new TreeMap<>();
        for (Invariant invariant : Invariant.values()) {
            broken.put(invariant, new LongAdder());
        }
        long began = System.nanoTime();

        List<Long> different =
                LongStream.range(FIRST, FIRST + MODELS)
                        .parallel()
                        .filter(
                                seed -> {
                                    var compared = Comparison.of(RandomModels.of(seed), LIMIT);
                                    if (compared.isEmpty()) {
                                        skipped.increment();
                                        return false;
                                    }
                                    var reference = compared.get().reference();
                                    states.add(reference.states());
                                    stories.add(reference.stories().size());
                                    reference.stories().keySet().stream()
                                            .map(Violation::broken)
                                            .distinct()
                                            .forEach(each -> broken.get(each).increment());
                                    return !compared.get().agrees();
                                })
                        .boxed()
                        .toList();

        System.out.println(
                "%,d random models, %s skipped, %s states, %s stories, broken %s, in %.1f s"
                        .formatted(
                                MODELS,
                                skipped,
                                states,
                                stories,
                                broken,
                                (System.nanoTime() - began) / 1e9));
        assertThat(different)
                .as(() -> different.size() + " differ: " + different + "\n" + explained(different))
                .isEmpty();
        assertThat(skipped.intValue()).isLessThan(MODELS / 10);
    }

    private static String explained(List<Long> seeds) {
        return seeds.stream()
                .limit(5)
                .map(seed -> "seed " + seed + ":\n" + explained(seed))
                .collect(Collectors.joining("\n"));
    }

    private static String explained(long seed) {
        var smallest =
                new Shrinking(model -> compare(model).filter(each -> !each.agrees()).isPresent())
                        .smallest(RandomModels.of(seed));
        return compare(smallest).orElseThrow().report();
    }

    private static Optional<Comparison> compare(Model model) {
        return Comparison.of(model, LIMIT);
    }
}
