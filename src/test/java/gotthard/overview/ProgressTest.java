package gotthard.overview;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.action.Behind;
import gotthard.action.Difference;
import gotthard.action.Evidence;
import gotthard.action.Progress;
import gotthard.inventory.SiteName;
import gotthard.world.Effect;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/// Shares of cells never say more than is known.
final class ProgressTest {
    private static final Instant START = Instant.parse("2019-11-04T08:00:00Z");
    private static final String FIRST = "files[zurich-1]";
    private static final String SECOND = "files[zurich-2]";

    private final Story story = Story.begins("europe-files-k3x9q", START).intends(FIRST, 1);

    @Nested
    final class TotalUnknown {
        @Test
        void movedIsUnknownAndNothingIsVerified() {
            story.shows(FIRST, files(17, OptionalLong.empty()));

            assertThat(part().moved()).isEmpty();
            assertThat(part().verified()).hasValue(0);
            assertThat(part().total()).isEmpty();
        }

        @Test
        void ofOneTargetMakesTheCellUnknown() {
            story.intends(SECOND, 1)
                    .shows(FIRST, files(600, OptionalLong.of(1200)))
                    .shows(SECOND, files(600, OptionalLong.empty()));

            assertThat(part().moved()).hasValue(50);
            assertThat(cell().moved()).isEmpty();
        }

        @Test
        void isNotTakenFromThePastWhenAnAttemptFails() {
            story.shows(FIRST, files(600, OptionalLong.of(1200))).fails(FIRST, "it broke", "look");

            assertThat(part().moved()).isEmpty();
        }
    }

    @Nested
    final class TotalGrowing {
        @Test
        void moreDoneThanThereShouldBeIsUnknownNotAll() {
            story.shows(FIRST, files(1300, OptionalLong.of(1204)));

            assertThat(part().moved()).isEmpty();
        }

        @Test
        void verifiedIsOfTheCurrentTotal() {
            story.ends(FIRST)
                    .holds(FIRST, Story.files(1000, 1000, 1))
                    .after(Duration.ofDays(1))
                    .holds(FIRST, Story.files(1000, 1500, 1));

            assertThat(part().verified()).hasValue(66);
            assertThat(part().total()).contains(new Total(1500, 1000));
        }

        @Test
        void oneMissingOfManyIsNeverRoundedUpToAll() {
            story.ends(FIRST).holds(FIRST, Story.files(999_999, 1_000_000, 1));

            assertThat(part().verified()).hasValue(99);
        }

        @Test
        void foundDifferentIsNoMoreVerified() {
            story.ends(FIRST)
                    .holds(FIRST, Story.files(1000, 1000, 1))
                    .differs(
                            FIRST,
                            new Difference("a.bin", "x", "y", Difference.Owner.OURS_OR_ABSENT));

            assertThat(part().verified()).isEmpty();
            assertThat(part().mark()).isEqualTo(Mark.CHANGED);
        }
    }

    @Test
    void aShrinkingTotalIsToldAsShrunk() {
        story.ends(FIRST)
                .holds(FIRST, Story.files(1000, 1000, 1))
                .holds(FIRST, Story.files(800, 800, 1));

        assertThat(part().verified()).hasValue(100);
        assertThat(part().total().orElseThrow().grown()).isEqualTo(-200);
    }

    @Test
    void moreComparedThanThereIsMakesNoShare() {
        story.ends(FIRST).holds(FIRST, Story.files(1000, 800, 1));

        assertThat(part().verified()).isEmpty();
    }

    @Nested
    final class EmptySource {
        @Test
        void hasNoShareOfNothing() {
            story.ends(FIRST).holds(FIRST, Story.files(0, 0, 0));

            assertThat(part().verified()).isEmpty();
            assertThat(part().total()).contains(new Total(0, 0));
        }

        @Test
        void hasNoneWhileItRuns() {
            story.shows(FIRST, files(0, OptionalLong.of(0)));

            assertThat(part().moved()).isEmpty();
        }
    }

    @Test
    void aCellIsNotVerifiedWhereOneStepFoundNothingAndAnotherLeftSomethingOut() {
        var more =
                Story.listed(
                        "more",
                        "files.copy",
                        "copy more",
                        Set.of(),
                        List.of(
                                new Effect.Copy(
                                        Story.CELL, Story.MOSCOW, new SiteName("zurich-1"), true)));
        Story both =
                Story.begins(
                                "europe-files-k3x9q",
                                START,
                                Story.opening("metadata: {owner: platform}\n", List.of(more)))
                        .holds(FIRST, Story.files(60, 100, 1))
                        .holds("more", Story.files(0, 0, 0))
                        .holds(SECOND, Story.files(100, 100, 1));

        assertThat(both.overview().matrix().verified()).isZero();
    }

    @Test
    void aCellIsWhatItsLeastTargetIs() {
        story.ends(FIRST)
                .holds(FIRST, Story.files(1000, 1000, 1))
                .intends(SECOND, 1)
                .shows(SECOND, files(1, OptionalLong.of(3)));

        assertThat(cell().moved()).isEqualTo(OptionalInt.of(33));
        assertThat(cell().verified()).isEqualTo(OptionalInt.of(0));
        assertThat(cell().total()).isEmpty();
    }

    @Test
    void lagIsWhatTheStepToldLast() {
        var behind = new Behind(12_000_000, Duration.ofSeconds(40));
        story.shows(FIRST, follows("pass 3; lag 12.0 MB, 40s", Optional.of(behind)));

        assertThat(cell().lags()).extracting(Lag::now).containsExactly(behind);
    }

    @Test
    void lagOfWhatIsVerifiedIsThatOfTheVerification() {
        var behind = new Behind(0, Duration.ZERO);
        story.holds(FIRST, new Evidence(1, 1, 1, "equal", List.of(), Optional.of(behind)));

        assertThat(cell().lags()).extracting(Lag::now).containsExactly(behind);
    }

    @Test
    void lagThatIsToldInWordsOnlyIsNotKnown() {
        story.shows(FIRST, follows("pass 3; lag 12.0 MB, 40s", Optional.empty()));

        assertThat(cell().lags()).isEmpty();
    }

    private static Progress follows(String doing, Optional<Behind> behind) {
        return new Progress(1, OptionalLong.of(3), Progress.Unit.BYTES, doing, behind);
    }

    private static Progress files(long done, OptionalLong total) {
        return new Progress(done, total, Progress.Unit.FILES, "copies files");
    }

    private Part part() {
        return story.overview().matrix().rows().getFirst().at(new SiteName("zurich-1")).stored();
    }

    private CellSummary cell() {
        return ProgrammeOverview.of(List.of(story.overview())).cells().getFirst();
    }
}
