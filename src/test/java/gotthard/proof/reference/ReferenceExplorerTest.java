package gotthard.proof.reference;

import static gotthard.proof.reference.ModelBuilder.ASIA;
import static gotthard.proof.reference.ModelBuilder.EUROPE;
import static gotthard.proof.reference.ModelBuilder.MOSCOW;
import static gotthard.proof.reference.ModelBuilder.SUPERVISOR;
import static gotthard.proof.reference.ModelBuilder.TODAY;
import static gotthard.proof.reference.ModelBuilder.ZURICH_1;
import static gotthard.proof.reference.ModelBuilder.ZURICH_2;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.inventory.RoleName;
import gotthard.inventory.SiteName;
import gotthard.policy.Use;
import gotthard.proof.Happening;
import gotthard.proof.Model;
import gotthard.world.Aspect;
import gotthard.world.Cell;
import gotthard.world.CellId;
import gotthard.world.Effect;
import gotthard.world.Effect.Flow;
import gotthard.world.Effect.Pace;
import gotthard.world.Effect.Return;
import gotthard.world.Invariant;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Each invariant is found broken in a plan that is made for it, by a story of known length, and not where it holds.
final class ReferenceExplorerTest {
    private final ModelBuilder plan = new ModelBuilder();

    private Map<Invariant, Integer> lengths() {
        return explore(plan.model()).stories().entrySet().stream()
                .collect(
                        Collectors.toMap(
                                each -> each.getKey().broken(), each -> each.getValue().size()));
    }

    private static Exploration explore(Model model) {
        return ReferenceExplorer.explore(model, 100_000).orElseThrow();
    }

    private List<Happening> story(Invariant invariant, CellId cell) {
        return explore(plan.model())
                .stories()
                .getOrDefault(new Violation(invariant, Optional.of(cell)), List.of());
    }

    private static Effect copy(boolean full) {
        return new Effect.Copy(EUROPE, MOSCOW, ZURICH_1, full);
    }

    private static Effect change(Return back) {
        return new Effect.Switch(EUROPE, MOSCOW, List.of(ZURICH_1), Pace.AT_ONCE, back);
    }

    private static Effect stream(SiteName from, SiteName to) {
        return new Effect.Replicate(EUROPE, from, to, Flow.STREAM, false, false);
    }

    private static Cell moving(boolean isMutable, Aspect... moves) {
        return new Cell(
                EUROPE, isMutable, List.of(MOSCOW), List.of(ZURICH_1), List.of(), Set.of(moves));
    }

    @Nested
    class Data {
        @Test
        void areLostWithTheOnlySiteThatHasThem() {
            plan.appendOnly(EUROPE);
            plan.step(Set.of(), new Effect.Delete(EUROPE, MOSCOW));

            assertThat(lengths())
                    .containsEntry(Invariant.LOSS, 1)
                    .containsEntry(Invariant.LAST_COPY, 1)
                    .containsEntry(Invariant.GAP, 1);
        }

        @Test
        void ofAMutableCellAreLostWhenNobodyHasBothParts() {
            plan.cell(moving(true));
            int copy = plan.step(Set.of(), copy(true));
            plan.step(Set.of(copy), new Effect.Delete(EUROPE, MOSCOW));

            // Copied, written, deleted: the base is in Zurich and the write nowhere.
            assertThat(lengths()).containsEntry(Invariant.LOSS, 3);
        }

        @Test
        void areNotSpareWhereTheTargetLacksTheWrite() {
            plan.cell(moving(false));
            int copy = plan.step(Set.of(), copy(true));
            plan.step(Set.of(copy), new Effect.Delete(EUROPE, MOSCOW));

            // Copied, written, and then it would be deleted.
            assertThat(lengths()).containsEntry(Invariant.LAST_COPY, 3);
        }

        @Test
        void areNotSpareWhereTheCopyHasBecomeTheLast() {
            plan.appendOnly(EUROPE);
            int copy = plan.step(Set.of(), copy(true));
            int fence = plan.step(Set.of(copy), new Effect.Fence(EUROPE, MOSCOW));
            int verify = plan.step(Set.of(fence), new Effect.Verify(EUROPE, MOSCOW, ZURICH_1));
            plan.step(Set.of(verify), new Effect.Copy(EUROPE, ZURICH_1, ZURICH_2, true));
            plan.step(Set.of(verify), new Effect.Delete(EUROPE, MOSCOW));

            // Copied, fenced, verified, deleted by half; then the other copy can be undone, and the
            // first not.
            assertThat(lengths()).doesNotContainKeys(Invariant.LAST_COPY, Invariant.LOSS);
        }

        @Test
        void ofACopyAreKeptWhileNobodyElseHasThem() {
            plan.appendOnly(EUROPE);
            plan.step(Set.of(), copy(true));
            plan.step(Set.of(), new Effect.Fence(EUROPE, MOSCOW));
            plan.step(Set.of(), new Effect.Delete(EUROPE, MOSCOW));

            assertThat(lengths())
                    .containsEntry(Invariant.LOSS, 1)
                    .containsEntry(Invariant.LAST_COPY, 1);
            assertThat(story(Invariant.LAST_COPY, EUROPE)).hasSize(1);
        }
    }

    @Nested
    class Writers {
        @Test
        void areTwoWhileASwitchLeavesTheOldOneOpen() {
            plan.mutable(EUROPE);
            int copy = plan.step(Set.of(), copy(true));
            plan.step(Set.of(copy), change(Return.DRAINS));

            assertThat(lengths()).containsEntry(Invariant.TWO_WRITERS, 2);
        }

        @Test
        void areStaleWithoutTheLastWrite() {
            plan.mutable(EUROPE);
            int copy = plan.step(Set.of(), copy(true));
            int fence = plan.step(Set.of(copy), new Effect.Fence(EUROPE, MOSCOW));
            int over = plan.step(Set.of(fence), change(Return.DRAINS));
            plan.pause(fence, over);

            assertThat(lengths())
                    .containsEntry(Invariant.STALE_WRITER, 4)
                    .doesNotContainKey(Invariant.TWO_WRITERS);
        }

        @Test
        void areUnverifiedAfterACopyByCount() {
            plan.mutable(EUROPE);
            int copy = plan.step(Set.of(), copy(false));
            int fence = plan.step(Set.of(copy), new Effect.Fence(EUROPE, MOSCOW));
            plan.step(Set.of(fence), change(Return.DRAINS));

            assertThat(lengths()).containsEntry(Invariant.UNVERIFIED_WRITER, 3);
        }

        @Test
        void ofWhatIsOnlyAddedToMayBeMany() {
            plan.appendOnly(EUROPE);
            int copy = plan.step(Set.of(), copy(false));
            plan.step(Set.of(copy), change(Return.DRAINS));

            assertThat(lengths())
                    .doesNotContainKeys(
                            Invariant.TWO_WRITERS,
                            Invariant.STALE_WRITER,
                            Invariant.UNVERIFIED_WRITER);
        }
    }

    @Nested
    class Residency {
        private Bans ban(Use use, LocalDate from, LocalDate until) {
            return new Bans(Set.of(new Bans.Ban(EUROPE, ZURICH_1, use, from, until)));
        }

        @Test
        void isBrokenByWhatIsStoredThereEvenByHalf() {
            plan.appendOnly(EUROPE).allowance(ban(Use.STORE, TODAY, LocalDate.MAX));
            plan.step(Set.of(), copy(true));

            assertThat(lengths()).containsEntry(Invariant.RESIDENCY, 1);
        }

        @Test
        void isOfTheDay() {
            var day = TODAY.plusDays(9);
            plan.appendOnly(EUROPE).days(TODAY, day).allowance(ban(Use.STAGE, day, LocalDate.MAX));
            plan.step(Set.of(), new Effect.Stage(EUROPE, ZURICH_1));

            assertThat(lengths()).containsEntry(Invariant.RESIDENCY, 2);
        }

        @Test
        void isKeptByAStepThatWaitsForItsDay() {
            var day = TODAY.plusDays(9);
            plan.appendOnly(EUROPE).days(TODAY, day).allowance(ban(Use.STAGE, TODAY, day));
            plan.step(Set.of(), new Effect.Stage(EUROPE, ZURICH_1));
            plan.notBefore(day);

            assertThat(explore(plan.model()).isSafe()).isTrue();
        }

        @Test
        void allowsWhatWasSoAtFirstButNotStaging() {
            plan.cell(moving(false)).allowance((_, _, _, _) -> false);
            plan.step(Set.of(), new Effect.Stage(EUROPE, MOSCOW));

            assertThat(lengths()).containsOnly(Map.entry(Invariant.RESIDENCY, 1));
        }
    }

    @Nested
    class Gaps {
        @Test
        void openWhereNobodyProcesses() {
            plan.appendOnly(EUROPE);
            plan.step(Set.of(), new Effect.StopProcessing(EUROPE, MOSCOW));

            assertThat(lengths()).containsOnly(Map.entry(Invariant.GAP, 1));
        }

        @Test
        void areNoneInAPauseEitherWay() {
            plan.appendOnly(EUROPE);
            int fence = plan.step(Set.of(), new Effect.Fence(EUROPE, MOSCOW));
            int end = plan.pointOnly(Set.of(fence));
            int after = plan.step(Set.of(end), new Effect.Stage(EUROPE, ZURICH_1));
            plan.pause(fence, after);

            // The pause ends with the last step, and Moscow is still closed.
            assertThat(lengths()).containsOnly(Map.entry(Invariant.GAP, 3));
        }

        @Test
        void areHeldByAnApprovalInsideThePause() {
            plan.appendOnly(EUROPE);
            int fence = plan.step(Set.of(), new Effect.Fence(EUROPE, MOSCOW));
            int approval = plan.approval(Set.of(fence), SUPERVISOR);
            plan.pause(fence, approval);

            assertThat(lengths()).containsEntry(Invariant.GAP_HELD, 1);
        }

        @Test
        void areNotHeldByAnApprovalThatTheEndOfThePauseDoesNotNeed() {
            plan.appendOnly(EUROPE);
            int fence = plan.step(Set.of(), new Effect.Fence(EUROPE, MOSCOW));
            int more = plan.step(Set.of(fence), new Effect.Stage(EUROPE, ZURICH_1));
            plan.approval(Set.of(fence), SUPERVISOR);
            plan.pause(fence, more);

            assertThat(lengths()).doesNotContainKey(Invariant.GAP_HELD);
        }

        @Test
        void areHeldByAStepThatFreezes() {
            plan.appendOnly(EUROPE);
            int fence = plan.step(Set.of(), new Effect.Fence(EUROPE, MOSCOW));
            int more = plan.step(Set.of(fence), new Effect.Stage(EUROPE, ZURICH_1));
            plan.freezing();
            plan.pause(fence, more);

            assertThat(lengths()).containsEntry(Invariant.GAP_HELD, 1);
        }

        @Test
        void areNotHeldOnTheWayBack() {
            plan.appendOnly(EUROPE);
            int stage = plan.step(Set.of(), new Effect.Stage(EUROPE, ZURICH_1));
            plan.freezing();
            int fence = plan.step(Set.of(stage), new Effect.Fence(EUROPE, MOSCOW));
            plan.pause(fence, fence);

            assertThat(lengths()).doesNotContainKey(Invariant.GAP_HELD);
        }
    }

    @Nested
    class Order {
        @Test
        void isBrokenByProcessingElsewhereBeforeTheOtherHasMoved() {
            plan.appendOnly(ASIA).appendOnly(EUROPE).order(ASIA, EUROPE);
            plan.step(Set.of(), new Effect.Processing(EUROPE, ZURICH_1));

            assertThat(story(Invariant.ORDER, EUROPE)).hasSize(1);
            assertThat(story(Invariant.ORDER, ASIA)).isEmpty();
        }

        @Test
        void isKeptWhenTheOtherHasMovedForGood() {
            var models = SoundModels.all();

            var sound = explore(models.get("processing, one region after the other"));

            assertThat(sound.isSafe()).isTrue();
        }
    }

    @Nested
    class TheWayBack {
        @Test
        void leavesNothingBehind() {
            plan.cell(moving(false));
            plan.step(Set.of(), copy(true), stream(MOSCOW, ZURICH_1));

            assertThat(explore(plan.model()).isSafe()).isTrue();
        }

        @Test
        void isNotAtItsEndWithARestOfTheSwitch() {
            plan.appendOnly(EUROPE);
            int copy = plan.step(Set.of(), copy(true));
            plan.step(Set.of(copy), change(Return.ROUTES));

            // Copied, switched, turned back, routed back, undone; Zurich stays open.
            assertThat(lengths()).containsEntry(Invariant.RETURN, 5);
        }

        @Test
        void isStuckWithoutAReplicationBack() {
            plan.appendOnly(EUROPE);
            int copy = plan.step(Set.of(), copy(true));
            plan.step(Set.of(copy), change(Return.DRAINS));

            // Copied, switched, written in Zurich and turned back, in either order.
            assertThat(story(Invariant.STUCK_BACK, EUROPE))
                    .hasSize(4)
                    .contains(new Happening.TurnedBack());
        }

        @Test
        void endsAtAPointOfNoReturnWithoutBeingStuck() {
            plan.appendOnly(EUROPE);
            plan.step(Set.of(), new Effect.Stage(EUROPE, ZURICH_1));
            plan.irreversible();

            assertThat(explore(plan.model()).isSafe()).isTrue();
        }
    }

    @Nested
    class TheEnd {
        @Test
        void isNotReachedWhereAPrecheckRefuses() {
            plan.appendOnly(EUROPE);
            plan.step(Set.of(), new Effect.Drain(EUROPE, MOSCOW, ZURICH_1));

            assertThat(lengths()).containsOnly(Map.entry(Invariant.STUCK_FORWARD, 0));
            assertThat(explore(plan.model()).reachesEnd()).isFalse();
        }

        @Test
        void needsAllThatThePlanClaims() {
            plan.cell(moving(false, Aspect.STORE, Aspect.PROCESS, Aspect.WRITE));
            plan.step(Set.of(), copy(true));

            // The copy alone: processing and traffic are still in Moscow; and what is written later
            // stays there.
            assertThat(lengths())
                    .containsOnly(Map.entry(Invariant.NOT_MOVED, 1), Map.entry(Invariant.GOAL, 2));
        }

        @Test
        void needsOnlyWhatThePlanClaims() {
            plan.cell(moving(false, Aspect.BASELINE));
            plan.step(Set.of(), copy(true));

            assertThat(explore(plan.model()).isSafe()).isTrue();
        }

        @Test
        void isMissedWhereACopyIsTakenForWhole() {
            plan.cell(moving(false, Aspect.BASELINE));
            plan.step(Set.of(), copy(false));

            assertThat(lengths()).containsOnly(Map.entry(Invariant.GOAL, 1));
        }

        @Test
        void isMissedWhereSomethingComesBackToADeletedSite() {
            plan.cell(
                    new Cell(
                            EUROPE,
                            false,
                            List.of(MOSCOW),
                            List.of(ZURICH_1),
                            List.of(),
                            Set.of()));
            int copy = plan.step(Set.of(), new Effect.Copy(EUROPE, MOSCOW, ZURICH_2, true));
            int delete = plan.step(Set.of(copy), new Effect.Delete(EUROPE, ZURICH_2));
            plan.step(Set.of(delete), new Effect.Copy(EUROPE, MOSCOW, ZURICH_2, true));

            assertThat(lengths()).containsEntry(Invariant.GOAL, 3);
        }
    }

    @Nested
    class PointsOfNoReturn {
        private static final RoleName LEAD = new RoleName("lead");

        @Test
        void needEverySignature() {
            plan.appendOnly(EUROPE).signers(SUPERVISOR, LEAD);
            int one = plan.approval(Set.of(), SUPERVISOR);
            plan.step(Set.of(one), new Effect.Stage(EUROPE, ZURICH_1));
            plan.irreversible();

            assertThat(lengths()).containsOnly(Map.entry(Invariant.UNSIGNED, 0));
        }

        @Test
        void takeSignaturesOfSeveralGates() {
            plan.appendOnly(EUROPE).signers(SUPERVISOR, LEAD);
            int one = plan.approval(Set.of(), SUPERVISOR);
            int two = plan.approval(Set.of(one), LEAD);
            plan.step(Set.of(two), new Effect.Stage(EUROPE, ZURICH_1));
            plan.irreversible();

            assertThat(explore(plan.model()).isSafe()).isTrue();
        }

        @Test
        void areDeletionsToo() {
            plan.appendOnly(EUROPE).signers(SUPERVISOR);
            plan.step(Set.of(), new Effect.Delete(EUROPE, ZURICH_1));

            assertThat(lengths()).containsEntry(Invariant.UNSIGNED, 0);
        }
    }

    @Nested
    class Limits {
        @Test
        void makeItGiveUp() {
            plan.appendOnly(EUROPE);
            plan.step(Set.of(), copy(true));

            assertThat(ReferenceExplorer.explore(plan.model(), 3)).isEmpty();
        }
    }
}
