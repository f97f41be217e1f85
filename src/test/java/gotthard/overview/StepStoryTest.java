package gotthard.overview;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.graph.StepId;
import gotthard.journal.Entry;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.OptionalInt;

/// What is told of one step.
final class StepStoryTest {
    @Test
    void tellsEachEntryOfTheStepWithWhereItStoodThen() {
        Story story = Stories.rolledBack();
        StepId step = new StepId("files[zurich-1]");

        StepStory told = StepStory.of(story.state().id(), step, story.entries());

        assertThat(told.moments())
                .extracting(it -> it.kind() + " " + it.stage().orElseThrow().word())
                .containsExactly(
                        "step.intended/1 running",
                        "step.ended/1 to be tried again",
                        "step.intended/1 running",
                        "step.ended/1 applied, not verified",
                        "step.verified/1 to be tried again",
                        "step.given-up/1 failed",
                        "step.undo-intended/1 rolling back",
                        "step.undone/1 rolling back",
                        "step.restored/1 rolled back");
        Moment failed = told.moments().get(1);
        assertThat(failed.says()).isEqualTo("the connection to zurich-1/files-1 broke");
        assertThat(failed.next()).isEqualTo("check the network between here and zurich-1");
        assertThat(told.moments().get(2).attempt()).isEqualTo(OptionalInt.of(2));
        assertThat(told.moments().get(4).details())
                .containsExactly(
                        "zurich-1/files-1:/srv/files/europe/a|b.bin: wanted 36,104 bytes, SHA-256 9f86d0, found 36,104 bytes, SHA-256 77ab10");
    }

    @Test
    void tellsWhatPeopleAskedOfIt() {
        Story story = Stories.done();

        StepStory told = StepStory.of(story.state().id(), new StepId("go"), story.entries());

        assertThat(told.moments())
                .extracting(Moment::says)
                .contains("approved by platform-lead-1, supervisor-1")
                .anyMatch(
                        words ->
                                words.startsWith(
                                        "for an approval by platform-lead and supervisor"));
    }

    @Test
    void numbersMomentsLikeTheJournal() {
        Story story = Stories.rolledBack();
        StepId step = new StepId("files[zurich-1]");
        List<Long> ofStep =
                story.entries().stream()
                        .filter(
                                entry ->
                                        Moment.about(entry.event())
                                                .filter(step::equals)
                                                .isPresent())
                        .map(Entry::seq)
                        .toList();

        StepStory told = StepStory.of(story.state().id(), step, story.entries());

        assertThat(told.moments()).extracting(Moment::seq).containsExactlyElementsOf(ofStep);
    }
}
