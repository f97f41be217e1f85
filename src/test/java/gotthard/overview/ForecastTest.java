package gotthard.overview;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.action.Evidence;
import gotthard.action.Progress;
import gotthard.graph.StepId;
import gotthard.journal.Ending;
import gotthard.overview.Forecast.Reason;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

final class ForecastTest {
    private static final Instant START = Instant.parse("2019-11-04T08:00:00Z");

    @Test
    void isNoneWhereNothingLikeAStepHasEnded() {
        Story story = Story.begins("europe-files-k3x9q", START);

        assertThat(forecast(story))
                .isEqualTo(
                        new Forecast.None(
                                Reason.NO_PAST,
                                List.of(
                                        new StepId("ready"),
                                        new StepId("workload[zurich-1]"),
                                        new StepId("files[zurich-1]"),
                                        new StepId("files[zurich-2]"),
                                        new StepId("go"),
                                        new StepId("switch"))));
    }

    @Test
    void isNoneWhereAStepRunsWhoseTotalIsUnknown() {
        Story story =
                Story.begins("europe-files-k3x9q", START)
                        .intends("files[zurich-1]", 1)
                        .after(Duration.ofMinutes(1))
                        .shows("files[zurich-1]", files(17, OptionalLong.empty()));

        assertThat(forecast(story))
                .isEqualTo(
                        new Forecast.None(Reason.NO_TOTAL, List.of(new StepId("files[zurich-1]"))));
    }

    /// The past run took 10 minutes for one copy and 20 for another, 5 for the others, and 30 for the approval.
    @Test
    void isARangeFromTheFastestToTheSlowestOfAKind() {
        Story story =
                Story.begins("europe-files-k3x9q", START.plus(Duration.ofDays(1)))
                        .found("ready", "12 findings, all good");
        Instant now = START.plus(Duration.ofDays(1));

        Forecast forecast = forecast(story, past());

        Duration least = minutes(10 + 30 + 5);
        Duration most = minutes(5 + 20 + 20 + 30 + 5);
        assertThat(forecast)
                .isEqualTo(
                        new Forecast.Between(
                                now.plus(least), now.plus(most), new Forecast.Basis(5, 5, 0)));
    }

    @Test
    void takesTheRateOfAStepThatRuns() {
        Story story =
                upToTheFiles()
                        .intends("files[zurich-2]", 1)
                        .after(minutes(6))
                        .shows("files[zurich-2]", files(100, OptionalLong.of(600)));

        Forecast.Between forecast = (Forecast.Between) forecast(story, past());

        Instant now = story.overview().at();
        assertThat(forecast.earliest()).isEqualTo(now.plus(minutes(4 + 30 + 5)));
        assertThat(forecast.latest()).isEqualTo(now.plus(minutes(30 + 30 + 5)));
        assertThat(forecast.basis().measured()).isEqualTo(1);
    }

    @Test
    void takesTheRateOfTheAttemptThatRunsAndNotOfThoseBefore() {
        Story story =
                upToTheFiles()
                        .intends("files[zurich-2]", 1)
                        .after(minutes(12))
                        .fails("files[zurich-2]", "it broke", "look")
                        .intends("files[zurich-2]", 2)
                        .after(minutes(6))
                        .shows("files[zurich-2]", files(100, OptionalLong.of(200)));

        Forecast.Between forecast = (Forecast.Between) forecast(story, past());

        assertThat(forecast.latest()).isEqualTo(story.overview().at().plus(minutes(6 + 30 + 5)));
    }

    @Test
    void countsWhatWasUndoneAloneAndIsDoneAnew() {
        Story story =
                upToTheFiles()
                        .undoes("files[zurich-1]", Evidence.of(1, "gone"))
                        .ended(Ending.STOPPED);

        assertThat(forecast(story, past()))
                .isInstanceOfSatisfying(
                        Forecast.Following.class,
                        following -> {
                            assertThat(following.basis().remaining()).isEqualTo(4);
                            assertThat(following.least()).isEqualTo(minutes(10 + 30 + 5));
                        });
    }

    @Test
    void takesNoRateOfATotalThatIsWrong() {
        Story story =
                upToTheFiles()
                        .intends("files[zurich-2]", 1)
                        .after(minutes(6))
                        .shows("files[zurich-2]", files(700, OptionalLong.of(600)));

        Forecast.Between forecast = (Forecast.Between) forecast(story, past());

        assertThat(forecast.basis().measured()).isZero();
    }

    @Test
    void isNoneWhereAStepRunsForLongerThanAnyBefore() {
        Story story = upToTheFiles().intends("files[zurich-2]", 1).after(minutes(21));

        assertThat(forecast(story, past()))
                .isEqualTo(
                        new Forecast.None(
                                Reason.LONGER_THAN_ANY, List.of(new StepId("files[zurich-2]"))));
    }

    @Test
    void isAnAmountOfWorkWhereNobodyKnowsWhenItGoesOn() {
        Story story =
                upToTheFiles()
                        .intends("files[zurich-2]", 1)
                        .after(minutes(1))
                        .ends("files[zurich-2]")
                        .holds("files[zurich-2]", Story.files(1, 1, 1))
                        .waits("go", "platform-lead");

        assertThat(forecast(story, past())).isInstanceOf(Forecast.Following.class);
    }

    @Test
    void isTheEndOfWhatIsDone() {
        Story done = Stories.done();

        assertThat(forecast(done)).isEqualTo(new Forecast.Ended(done.overview().at()));
    }

    @Test
    void isNoneOfWhatGoesBack() {
        assertThat(forecast(Stories.rolledBack()))
                .isEqualTo(new Forecast.None(Reason.GOES_BACK, List.of()));
    }

    private static Story upToTheFiles() {
        Story story =
                Story.begins("europe-files-k3x9q", START.plus(Duration.ofDays(1)))
                        .found("ready", "12 findings, all good");
        step(story, "workload[zurich-1]", minutes(5));
        return step(story, "files[zurich-1]", minutes(10));
    }

    private static Overview past() {
        Story story =
                Story.begins("europe-files-p7r2m", START).found("ready", "12 findings, all good");
        step(story, "workload[zurich-1]", minutes(5));
        step(story, "files[zurich-1]", minutes(10));
        step(story, "files[zurich-2]", minutes(20));
        story.waits("go", "platform-lead").after(minutes(30)).approved("go", "platform-lead-1");
        return step(story, "switch", minutes(5)).ended(Ending.DONE).overview();
    }

    private static Story step(Story story, String step, Duration took) {
        return story.intends(step, 1)
                .after(took)
                .ends(step)
                .holds(step, Evidence.of(1, "as wanted"));
    }

    private static Progress files(long done, OptionalLong total) {
        return new Progress(done, total, Progress.Unit.FILES, "copies files");
    }

    private static Duration minutes(long minutes) {
        return Duration.ofMinutes(minutes);
    }

    private static Forecast forecast(Story story, Overview... past) {
        var runs = new ArrayList<>(List.of(past));
        runs.add(story.overview());
        return ProgrammeOverview.of(runs).phases().getFirst().forecast();
    }
}
