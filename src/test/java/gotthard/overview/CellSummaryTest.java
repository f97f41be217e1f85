package gotthard.overview;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.action.Difference;
import gotthard.action.Evidence;
import gotthard.graph.StepId;
import gotthard.journal.Ending;
import gotthard.journal.Event;
import gotthard.journal.Hold;
import gotthard.journal.Opening;
import gotthard.world.Effect;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

final class CellSummaryTest {
    private static final Instant START = Instant.parse("2019-11-04T08:00:00Z");
    private static final Opening.Listed DELETION =
            Story.listed(
                    "clear",
                    "data.delete",
                    "delete it at moscow",
                    Set.of("switch"),
                    List.of(new Effect.Delete(Story.CELL, Story.MOSCOW)));

    @Nested
    final class Blocker {
        @Test
        void isWhatItsStepsNeedToo() {
            CellSummary cell = cell(Stories.waiting());

            assertThat(cell.blockers())
                    .singleElement()
                    .satisfies(
                            waiting -> {
                                assertThat(waiting.step().value()).isEqualTo("go");
                                assertThat(waiting.owner())
                                        .contains("platform-lead and supervisor");
                                assertThat(waiting.since()).isPresent();
                            });
        }

        @Test
        void ofAFailureIsForWhoAnswersForThePlan() {
            Story story =
                    begins().intends("files[zurich-1]", 1)
                            .fails("files[zurich-1]", "it broke", "look")
                            .givesUp("files[zurich-1]");

            assertThat(cell(story).blockers())
                    .extracting(Waiting::owner)
                    .containsExactly(Optional.of("platform"));
        }

        @Test
        void ofWhatIsHeldIsAlsoWhatItNeeds() {
            Story story =
                    begins().intends("files[zurich-1]", 1)
                            .ends("files[zurich-1]")
                            .holds("files[zurich-1]", Story.files(1, 1, 1))
                            .waits("go", "platform-lead")
                            .differs(
                                    "files[zurich-1]",
                                    new Difference("a", "b", "c", Difference.Owner.OURS_OR_ABSENT));

            assertThat(story.overview().steps())
                    .filteredOn(row -> row.id().value().equals("go"))
                    .singleElement()
                    .satisfies(
                            row ->
                                    assertThat(row.waitsFor())
                                            .contains(new StepId("files[zurich-1]")));
        }

        @Test
        void isNoneWhereAllGoesOn() {
            assertThat(cell(Stories.underway()).blockers()).isEmpty();
        }
    }

    @Nested
    final class WayBack {
        @Test
        void isNothingBeforeAnythingIsDone() {
            assertThat(cell(begins()).backUntil()).isEqualTo(new BackUntil.Nothing());
        }

        @Test
        void hasNoEndWhereNothingEndsIt() {
            assertThat(cell(Stories.waiting()).backUntil()).isEqualTo(new BackUntil.NoEnd());
        }

        @Test
        void isUntilADeletionBegins() {
            Story story = begins().intends("files[zurich-1]", 1).ends("files[zurich-1]");

            assertThat(cell(story).backUntil())
                    .isInstanceOfSatisfying(
                            BackUntil.Before.class,
                            until -> {
                                assertThat(until.step().step()).isEqualTo(DELETION.id());
                                assertThat(until.earliest()).isEmpty();
                            });
        }

        @Test
        void isAtLeastUntilTheDayBeforeWhichADeletionMayNotBegin() {
            assertThat(earliest("clear", "2019-12-04"))
                    .contains(Instant.parse("2019-12-04T00:00:00Z"));
        }

        @Test
        void isAtLeastUntilTheDayOfWhatADeletionNeeds() {
            assertThat(earliest("go", "2019-12-04"))
                    .contains(Instant.parse("2019-12-04T00:00:00Z"));
        }

        @Test
        void hasNoDateWhereTheDayIsOver() {
            assertThat(earliest("clear", "2019-11-01")).isEmpty();
        }

        @Test
        void isAtLeastUntilTheWindowThatADeletionWaitsFor() {
            Instant opens = START.plus(Duration.ofDays(2));
            Story story =
                    begins().intends("files[zurich-1]", 1)
                            .ends("files[zurich-1]")
                            .add(
                                    new Event.StepHeld(
                                            DELETION.id(), new Hold.AwaitsWindow("nights", opens)));

            assertThat(cell(story).backUntil())
                    .isInstanceOfSatisfying(
                            BackUntil.Before.class,
                            until -> assertThat(until.earliest()).contains(opens));
        }

        private static Optional<Instant> earliest(String step, String day) {
            String plan =
                    """
                    metadata: {owner: platform}
                    spec:
                      steps:
                        - {id: %s, notBefore: %s}
                    """
                            .formatted(step, day);
            Story story =
                    Story.begins(
                                    "europe-files-k3x9q",
                                    START,
                                    Story.opening(plan, List.of(DELETION)))
                            .intends("files[zurich-1]", 1)
                            .ends("files[zurich-1]");
            return ((BackUntil.Before) cell(story).backUntil()).earliest();
        }

        @Test
        void isOverOnceADeletionHasBegun() {
            Story story =
                    begins().intends("files[zurich-1]", 1)
                            .ends("files[zurich-1]")
                            .after(Duration.ofHours(1))
                            .intends("clear", 1);

            assertThat(cell(story).backUntil())
                    .isInstanceOfSatisfying(
                            BackUntil.Over.class,
                            over ->
                                    assertThat(over.since())
                                            .isEqualTo(START.plus(Duration.ofHours(1))));
        }

        @Test
        void isOverOnceWhatWasKeptIsRemoved() {
            Story story = Stories.done().add(new Event.RunCollected("platform-lead-1 on desk-1"));

            assertThat(cell(story).backUntil())
                    .isEqualTo(new BackUntil.Over(story.overview().at(), Optional.empty()));
        }
    }

    @Test
    void changesAreThoseOfTheJournalSinceThen() {
        Story story =
                begins().found("ready", "12 findings, all good")
                        .after(Duration.ofHours(1))
                        .intends("files[zurich-1]", 1)
                        .ends("files[zurich-1]")
                        .holds("files[zurich-1]", Story.files(10, 10, 1))
                        .ended(Ending.STOPPED);
        var programme = ProgrammeOverview.of(List.of(story.overview()));
        Instant then = START.plus(Duration.ofMinutes(30));
        Optional<Overview> before = Overview.asOf(then, story.state().id(), story.entries());

        Changes changes =
                programme.since(then, List.of(before.orElseThrow())).changes().orElseThrow();

        assertThat(changes.opened()).isEmpty();
        assertThat(changes.steps())
                .singleElement()
                .satisfies(
                        step -> {
                            assertThat(step.origin().entry()).hasValue(5);
                            assertThat(step.from()).isEqualTo(Stage.PENDING);
                            assertThat(step.to()).isEqualTo(Stage.VERIFIED);
                        });
        assertThat(changes.cells()).isEmpty();
    }

    @Test
    void aRunThatHadNotBegunIsNew() {
        Story story = begins().intends("ready", 1).ends("ready");
        story.holds("ready", Evidence.of(1, "as wanted"));
        var programme = ProgrammeOverview.of(List.of(story.overview()));
        Instant then = START.minusSeconds(1);

        assertThat(Overview.asOf(then, story.state().id(), story.entries())).isEmpty();
        assertThat(programme.since(then, List.of()).changes().orElseThrow().opened())
                .containsExactly(story.state().id());
    }

    private static Story begins() {
        return Story.begins(
                "europe-files-k3x9q",
                START,
                Story.opening("metadata: {owner: platform}\n", List.of(DELETION)));
    }

    private static CellSummary cell(Story story) {
        return ProgrammeOverview.of(List.of(story.overview())).cells().getFirst();
    }
}
