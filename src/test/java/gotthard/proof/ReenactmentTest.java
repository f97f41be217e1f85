package gotthard.proof;

import static gotthard.proof.Sketch.FIRST;
import static gotthard.proof.Sketch.MOSCOW;
import static gotthard.proof.Sketch.TODAY;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import gotthard.inventory.SiteName;
import gotthard.world.CellId;
import gotthard.world.Effect;
import gotthard.world.Holding;
import gotthard.world.Invariant;
import gotthard.world.Level;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

class ReenactmentTest {
    private static final int COPY = 0;
    private static final int WORK = 1;

    private final Sketch sketch = new Sketch();
    private final CellId cell = sketch.files("europe", FIRST);

    /// Copies, then deploys and processes.
    private Reenactment begun() {
        sketch.step("copy", "", SoundPlans.copy(cell, FIRST))
                .step(
                        "work",
                        "copy",
                        new Effect.Deploy(cell, FIRST),
                        new Effect.Processing(cell, FIRST));
        return Reenactment.of(sketch.model());
    }

    private Holding at(Reenactment now, SiteName site) {
        Map<SiteName, Holding> sites = now.situation().cells().getOrDefault(cell, Map.of());
        return Objects.requireNonNull(sites.get(site));
    }

    @Nested
    class StepAfterStep {
        @Test
        void comesToTheEndAndBack() {
            Reenactment now = begun();
            Situation first = now.situation();

            assertThat(now.complete(COPY)).isTrue();
            assertThat(now.complete(WORK)).isTrue();
            assertThat(at(now, FIRST).base()).isEqualTo(Level.FULL);
            assertThat(at(now, FIRST).processing()).isEqualTo(Level.FULL);
            assertThat(now.happens(new Happening.TurnedBack())).isTrue();
            assertThat(now.undo(WORK)).isTrue();
            assertThat(now.undo(COPY)).isTrue();

            assertThat(now.situation()).isEqualTo(first);
            assertThat(now.broken()).isEmpty();
        }

        @Test
        void refusesWhatItsOrderDoesNotAllowAndStaysAsItWas() {
            Reenactment now = begun();
            Situation first = now.situation();

            assertThat(now.complete(WORK)).isFalse();
            assertThat(now.situation()).isEqualTo(first);
            assertThat(now.complete(COPY)).isTrue();
            Situation copied = now.situation();
            assertThat(now.undo(COPY)).isFalse();

            assertThat(now.situation()).isEqualTo(copied);
        }

        @Test
        void doesNothingWhereNothingIsLeftToDo() {
            Reenactment now = begun();
            now.complete(COPY);
            Situation copied = now.situation();

            assertThat(now.complete(COPY)).isTrue();

            assertThat(now.situation()).isEqualTo(copied);
        }

        @Test
        void isCopiedWithAllThatHappened() {
            Reenactment now = begun();
            now.complete(COPY);

            Reenactment other = now.copy();
            other.complete(WORK);

            assertThat(at(now, FIRST).deployed()).isEqualTo(Level.NONE);
            assertThat(at(other, FIRST).deployed()).isEqualTo(Level.FULL);
        }
    }

    @Nested
    class StepThatStopsHalfway {
        @Test
        void isHalfAndGoesOn() {
            Reenactment now = begun();

            assertThat(now.happens(new Happening.LeftHalf(COPY, Optional.empty()))).isTrue();
            assertThat(at(now, FIRST).base()).isEqualTo(Level.HALF);
            assertThat(now.complete(WORK)).isFalse();
            assertThat(now.complete(COPY)).isTrue();

            assertThat(at(now, FIRST).base()).isEqualTo(Level.FULL);
        }

        @Test
        void mayHaveComeToAnyPlace() {
            Reenactment now = begun();
            now.complete(COPY);

            var all = now.begun(WORK);

            assertThat(all)
                    .extracting(each -> at(each, FIRST))
                    .extracting(Holding::deployed, Holding::processing)
                    .containsExactly(
                            tuple(Level.NONE, Level.NONE),
                            tuple(Level.HALF, Level.NONE),
                            tuple(Level.FULL, Level.NONE),
                            tuple(Level.FULL, Level.HALF),
                            tuple(Level.FULL, Level.FULL));
        }

        @Test
        void mayHaveComeToAnyPlaceOnItsWayBack() {
            Reenactment now = begun();
            now.complete(COPY);
            now.complete(WORK);
            now.happens(new Happening.TurnedBack());

            var all = now.begunToUndo(WORK);

            assertThat(all)
                    .extracting(each -> at(each, FIRST))
                    .extracting(Holding::deployed, Holding::processing)
                    .containsExactly(
                            tuple(Level.FULL, Level.FULL),
                            tuple(Level.FULL, Level.HALF),
                            tuple(Level.FULL, Level.NONE),
                            tuple(Level.HALF, Level.NONE),
                            tuple(Level.NONE, Level.NONE));
        }
    }

    @Nested
    class WhatOthersDo {
        @Test
        void usersWriteAndReplicationsBring() {
            sketch.step("copy", "", SoundPlans.copy(cell, FIRST))
                    .step("follow", "copy", SoundPlans.follow(cell, MOSCOW, FIRST));
            Reenactment now = Reenactment.of(sketch.model());
            now.complete(0);
            now.complete(1);

            assertThat(now.happens(new Happening.Written(cell, MOSCOW))).isTrue();
            assertThat(now.happens(new Happening.Written(cell, FIRST))).isFalse();
            assertThat(at(now, FIRST).write()).isFalse();
            assertThat(now.happens(new Happening.Delivered(cell, MOSCOW, FIRST))).isTrue();

            assertThat(at(now, FIRST).write()).isTrue();
        }

        @Test
        void daysComeAndForbid() {
            sketch.step("copy", "", SoundPlans.copy(cell, FIRST))
                    .step("last", "copy")
                    .days(TODAY, TODAY.plusDays(3))
                    .allowance((_, _, _, day) -> day.equals(TODAY));
            Reenactment now = Reenactment.of(sketch.model());
            now.complete(0);

            assertThat(now.broken()).isEmpty();
            assertThat(now.happens(new Happening.DayCame(TODAY.plusDays(2)))).isTrue();
            assertThat(now.broken()).isEmpty();
            assertThat(now.happens(new Happening.DayCame(TODAY.plusDays(9)))).isTrue();

            assertThat(now.broken()).isEqualTo(Map.of(cell, Set.of(Invariant.RESIDENCY)));
        }
    }

    @Nested
    class WhatIsWrong {
        @Test
        void isSeenWhenItHappens() {
            sketch.step("stop", "", new Effect.StopProcessing(cell, MOSCOW));
            Reenactment now = Reenactment.of(sketch.model());
            assertThat(now.broken()).isEmpty();

            now.complete(0);

            assertThat(now.broken().get(cell)).contains(Invariant.GAP);
        }
    }
}
