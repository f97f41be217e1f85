package gotthard.proof.reference;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.proof.Model;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestReporter;

import java.util.stream.Stream;

/// What the random models are made from is sound.
final class SoundModelsTest {
    private static final int LIMIT = 300_000;

    @TestFactory
    Stream<DynamicTest> breaksNothing(TestReporter reporter) {
        return SoundModels.all().entrySet().stream()
                .map(
                        each ->
                                DynamicTest.dynamicTest(
                                        each.getKey(),
                                        () ->
                                                breaksNothing(
                                                        each.getKey(), each.getValue(), reporter)));
    }

    private static void breaksNothing(String name, Model model, TestReporter reporter) {
        var exploration = ReferenceExplorer.explore(model, LIMIT).orElseThrow();

        reporter.publishEntry(name, exploration.states() + " states");
        assertThat(exploration.stories()).isEmpty();
        assertThat(exploration.reachesEnd()).isTrue();
    }
}
