package gotthard.proof.reference;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.proof.Model;
import gotthard.world.Invariant;

import org.junit.jupiter.api.Test;

import java.util.Optional;
import java.util.stream.LongStream;

/// What is told of a difference is as small as it can be.
final class ShrinkingTest {
    @Test
    void leavesNothingThatIsNotNeeded() {
        var lossy =
                LongStream.range(0, 1_000)
                        .mapToObj(RandomModels::of)
                        .filter(model -> model.steps().size() > 5)
                        .filter(ShrinkingTest::losesData)
                        .findFirst()
                        .orElseThrow();

        Model smallest = new Shrinking(ShrinkingTest::losesData).smallest(lossy);

        assertThat(smallest.steps()).hasSizeLessThanOrEqualTo(2);
        assertThat(smallest.pauses()).isEmpty();
        assertThat(smallest.cells()).hasSize(1);
        assertThat(losesData(smallest)).isTrue();
    }

    private static boolean losesData(Model model) {
        Optional<Exploration> exploration = ReferenceExplorer.explore(model, 5_000);
        return exploration.stream()
                .flatMap(each -> each.stories().keySet().stream())
                .anyMatch(each -> each.broken() == Invariant.LOSS);
    }
}
