package gotthard.overview;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.action.Evidence;
import gotthard.graph.StepId;
import gotthard.inventory.PersonName;
import gotthard.journal.Ending;
import gotthard.journal.Event;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

final class RuleTest {
    private static final Instant START = Instant.parse("2019-11-04T08:00:00Z");

    @Test
    void comesBeforeAllMilderOnes() {
        var lights = List.of(Rule.values()).stream().map(Rule::light).toList();

        assertThat(lights.lastIndexOf(Light.RED)).isLessThan(lights.indexOf(Light.AMBER));
    }

    @Test
    void isOnTimeUntilTheDueDayEnds() {
        Story onTheDay = due("2019-11-04").after(Duration.ofHours(15));
        Story dayAfter = due("2019-11-04").after(Duration.ofHours(16));

        assertThat(rule(onTheDay)).isEqualTo(Rule.NOT_KNOWN);
        assertThat(rule(dayAfter)).isEqualTo(Rule.OVERDUE);
    }

    @Test
    void isOfTheForecast() {
        Overview past = day();

        assertThat(rule(due("2019-11-20"), past)).isEqualTo(Rule.ON_TIME);
        assertThat(rule(due("2019-11-08"), past)).isEqualTo(Rule.MAY_BE_LATE);
        assertThat(rule(due("2019-11-06"), past)).isEqualTo(Rule.LATE);
    }

    @Test
    void isOfWhatWaits() {
        assertThat(rule(Stories.waiting())).isEqualTo(Rule.WAITS);
    }

    @Test
    void isOfWhatFailed() {
        Story story =
                Story.begins("europe-files-k3x9q", START)
                        .intends("switch", 1)
                        .fails("switch", "it broke", "look")
                        .givesUp("switch");

        assertThat(rule(story)).isEqualTo(Rule.FAILED);
    }

    @Test
    void isOfWhatCountsThoughNothingShowsIt() {
        Story story =
                Story.begins("europe-files-k3x9q", START)
                        .add(
                                new Event.StepSkipped(
                                        new StepId("ready"), new PersonName("anna"), "known"));

        assertThat(rule(story)).isEqualTo(Rule.UNPROVEN);
    }

    @Test
    void isOfTheEnd() {
        assertThat(rule(Stories.done())).isEqualTo(Rule.DONE);
        assertThat(rule(Stories.rolledBack())).isEqualTo(Rule.BACK);
    }

    @Test
    void isOfADayThatWasMissed() {
        assertThat(rule(due("2019-11-03").ended(Ending.DONE))).isEqualTo(Rule.DONE_LATE);
        assertThat(rule(due("2019-11-04").ended(Ending.DONE))).isEqualTo(Rule.DONE);
    }

    @Test
    void ofAProgrammeIsItsWorst() {
        var programme =
                ProgrammeOverview.of(
                        List.of(Stories.done().overview(), Stories.rolledBack().overview()));

        assertThat(programme.light()).isEqualTo(Light.AMBER);
    }

    /// A run in which each kind took a day once, and copies also two.
    private static Overview day() {
        Story story = Story.begins("europe-files-p7r2m", START.minus(Duration.ofDays(30)));
        step(story, "ready", 1);
        step(story, "workload[zurich-1]", 1);
        step(story, "files[zurich-1]", 1);
        step(story, "files[zurich-2]", 2);
        step(story, "go", 1);
        return step(story, "switch", 1).ended(Ending.DONE).overview();
    }

    private static Story step(Story story, String step, int days) {
        return story.intends(step, 1)
                .after(Duration.ofDays(days))
                .ends(step)
                .holds(step, Evidence.of(1, "as wanted"));
    }

    private static Story due(String day) {
        return Story.begins(
                "europe-files-k3x9q",
                START,
                Story.opening(
                        "metadata: {owner: platform}\nspec: {due: " + day + "}\n", List.of()));
    }

    private static Rule rule(Story story, Overview... past) {
        var runs = new ArrayList<>(List.of(past));
        runs.add(story.overview());
        return ProgrammeOverview.of(runs).phases().getFirst().rule();
    }
}
