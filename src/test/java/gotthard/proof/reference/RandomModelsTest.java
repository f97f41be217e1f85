package gotthard.proof.reference;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.world.Invariant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/// The random models are worth comparing: each invariant is broken in some, and some break none.
final class RandomModelsTest {
    private static final int MODELS = 1_000;
    private static final int LIMIT = 5_000;
    private static final int OFTEN = 8;

    @Test
    void breakEachInvariantOften(TestReporter reporter) {
        List<Exploration> explored =
                LongStream.range(0, MODELS)
                        .parallel()
                        .mapToObj(RandomModels::of)
                        .flatMap(model -> ReferenceExplorer.explore(model, LIMIT).stream())
                        .toList();

        Map<Invariant, Long> broken = broken(explored);
        long proven = explored.stream().filter(Exploration::isSafe).count();
        reporter.publishEntry(
                "random models",
                "%,d explored of %,d, %,d states, %,d proven, broken in %s"
                        .formatted(
                                explored.size(),
                                MODELS,
                                explored.stream().mapToLong(Exploration::states).sum(),
                                proven,
                                broken));
        assertThat(explored).hasSizeGreaterThan(MODELS * 3 / 4);
        assertThat(proven).isGreaterThan(OFTEN);
        assertThat(Arrays.stream(Invariant.values()))
                .allMatch(each -> broken.getOrDefault(each, 0L) >= OFTEN);
    }

    private static Map<Invariant, Long> broken(List<Exploration> explored) {
        return explored.stream()
                .flatMap(each -> each.stories().keySet().stream().map(Violation::broken).distinct())
                .collect(Collectors.groupingBy(each -> each, TreeMap::new, Collectors.counting()));
    }
}
