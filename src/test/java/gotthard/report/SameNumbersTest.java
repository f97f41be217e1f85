package gotthard.report;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.action.Evidence;
import gotthard.action.Verdict;
import gotthard.graph.StepId;
import gotthard.journal.Event;
import gotthard.overview.Overview;
import gotthard.overview.ProgrammeOverview;
import gotthard.overview.Stage;
import gotthard.overview.StepRow;
import gotthard.overview.Stories;
import gotthard.overview.Story;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The numbers of an overview are those of a replay that knows nothing of it, and both formats say them.
final class SameNumbersTest {
    static Stream<Story> stories() {
        return Stream.of(
                Stories.waiting(), Stories.done(), Stories.rolledBack(), Stories.underway());
    }

    @ParameterizedTest
    @MethodSource("stories")
    void areThoseOfANaiveReplay(Story story) {
        Overview overview = story.overview();

        Map<StepId, Evidence> verified = verified(story);
        assertThat(overview.run().count(Stage.VERIFIED)).isEqualTo(verified.size());
        assertThat(overview.steps())
                .filteredOn(row -> row.stage() == Stage.VERIFIED)
                .allSatisfy(row -> assertThat(row.evidence()).contains(verified.get(row.id())));
        assertThat(overview.steps().stream().mapToLong(StepRow::attempts).sum())
                .isEqualTo(
                        story.entries().stream()
                                .filter(entry -> entry.event() instanceof Event.StepIntended)
                                .count());
        assertThat(overview.matrix().compared().bytes())
                .isEqualTo(verified.values().stream().mapToLong(Evidence::bytes).sum());
    }

    @ParameterizedTest
    @MethodSource("stories")
    void standInBothFormats(Story story) {
        var programme = ProgrammeOverview.of(List.of(story.overview()));
        var amount = programme.matrix().compared();

        String json = JsonReport.of(programme);
        String markdown = MarkdownReport.of(programme);

        assertThat(json)
                .contains("\"comparedThings\" : " + amount.things())
                .contains("\"comparedBytes\" : " + amount.bytes())
                .contains("\"elapsedMillis\" : " + story.overview().run().elapsed().toMillis());
        assertThat(markdown).contains(Words.duration(story.overview().run().elapsed()));
        if (amount.things() > 0) {
            assertThat(markdown)
                    .contains(Words.number(amount.things()) + " files")
                    .contains(Words.bytes(amount.bytes()));
        }
    }

    private static Map<StepId, Evidence> verified(Story story) {
        var verified = new HashMap<StepId, Evidence>();
        for (var entry : story.entries()) {
            switch (entry.event()) {
                case Event.StepFoundRight(var step, var evidence) -> verified.put(step, evidence);
                case Event.StepVerified(var step, Verdict.Holds(var evidence)) ->
                        verified.put(step, evidence);
                case Event.StepApproved(var step, var approvals) ->
                        verified.put(
                                step,
                                Evidence.of(approvals.size(), approvals.size() + " approvals"));
                case Event.OfStep other -> verified.remove(other.step());
                default -> {}
            }
        }
        return verified;
    }
}
