package gotthard.preview;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PreviewTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 8})
    void tellsEachStepWhatTheStepsBeforeItWillHaveChanged(int atOnce) throws Exception {
        Preview preview = Previews.all(atOnce);

        assertThat(preview.totals()).isEqualTo(new Totals(2, 1, 0, 1, 1, 1, 1, 1));
        assertThat(preview.steps())
                .extracting(step -> step.step().value())
                .containsExactly("ready", "namespace", "workload", "count", "far", "go");
    }
}
