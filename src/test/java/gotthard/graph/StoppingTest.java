package gotthard.graph;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.action.Kinds;
import gotthard.plan.Group;
import gotthard.problem.Place;
import gotthard.shape.Located;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

final class StoppingTest {
    private static final String PLAN = "src/test/resources/cli/by-hand/plan.yaml";
    private static final Graph GRAPH =
            Assembly.assemble(
                            PLAN,
                            Optional.empty(),
                            DiskTexts.around(PLAN, List.of()),
                            Kinds.installed(),
                            inventory -> inventory)
                    .toOptional()
                    .orElseThrow()
                    .graph();

    private static Stopping after(String step, Group.Pause... pauses) {
        return Stopping.after(new StepId(step), GRAPH, List.of(pauses));
    }

    private static Group.Pause pause(String from, String until) {
        return new Group.Pause(
                new Located<>(from, Place.of(PLAN)), new Located<>(until, Place.of(PLAN)));
    }

    @Test
    void costsNothingBeforeAnythingIsChanged() {
        assertThat(after("ready")).isEqualTo(new Stopping(List.of(), List.of(), List.of()));
    }

    @Test
    void undoesWhatWasChangedTheLatestFirst() {
        assertThat(after("files").undone())
                .containsExactly(new StepId("files"), new StepId("objects"));
    }

    @Test
    void namesWhatNothingBringsBack() {
        assertThat(after("process").stays()).isEmpty();
        assertThat(after("delete").stays()).containsExactly(new StepId("delete"));
        assertThat(Stopping.isPointOfNoReturn(GRAPH.step(new StepId("delete")).orElseThrow()))
                .isTrue();
    }

    @Test
    void namesThePausesThatHaveNotEnded() {
        Group.Pause pause = pause("files", "mark");

        assertThat(after("objects", pause).pauses()).isEmpty();
        assertThat(after("files", pause).pauses()).containsExactly(pause);
        assertThat(after("mark", pause).pauses()).isEmpty();
    }
}
