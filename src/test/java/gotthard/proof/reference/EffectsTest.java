package gotthard.proof.reference;

import static gotthard.proof.reference.ModelBuilder.EUROPE;
import static gotthard.proof.reference.ModelBuilder.MOSCOW;
import static gotthard.proof.reference.ModelBuilder.ZURICH_1;
import static gotthard.proof.reference.ModelBuilder.ZURICH_2;
import static gotthard.world.Level.FULL;
import static gotthard.world.Level.HALF;
import static gotthard.world.Level.NONE;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.inventory.SiteName;
import gotthard.world.Effect;
import gotthard.world.Effect.Flow;
import gotthard.world.Effect.Pace;
import gotthard.world.Effect.Return;
import gotthard.world.Level;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Set;

/// Each effect: what it asks for, what it does in full and by half, and what undoing it does.
final class EffectsTest {
    private static final Edge THERE = new Edge(MOSCOW, ZURICH_1);
    private static final Edge ONWARD = new Edge(ZURICH_1, ZURICH_2);

    private static CellState mutable(Effect... effects) {
        return atFirst(new ModelBuilder().mutable(EUROPE), effects);
    }

    private static CellState appendOnly(Effect... effects) {
        return atFirst(new ModelBuilder().appendOnly(EUROPE), effects);
    }

    private static CellState atFirst(ModelBuilder plan, Effect... effects) {
        plan.step(Set.of(), effects);
        return Script.of(plan.model()).grounds().getFirst().atFirst();
    }

    private static CellState undone(Effect effect, CellState cell) {
        return Undoing.full(effect, cell).orElseThrow();
    }

    private static Effect replicate(
            SiteName from, SiteName to, Flow flow, boolean relays, boolean fromSlot) {
        return new Effect.Replicate(EUROPE, from, to, flow, relays, fromSlot);
    }

    @Nested
    class Levels {
        @Test
        void areSetHalvedAndPutBack() {
            var all =
                    List.of(
                            new Effect.Deploy(EUROPE, ZURICH_1),
                            new Effect.Processing(EUROPE, ZURICH_1),
                            new Effect.Stage(EUROPE, ZURICH_1));
            var cell = mutable(all.toArray(new Effect[0]));

            for (Effect effect : all) {
                var done = Doing.full(effect, cell);

                assertThat(Doing.canBegin(effect, cell)).isTrue();
                assertThat(Doing.canBegin(effect, done)).isFalse();
                assertThat(level(effect, done)).isEqualTo(FULL);
                assertThat(Doing.halves(effect, cell))
                        .singleElement()
                        .satisfies(half -> assertThat(level(effect, half)).isEqualTo(HALF));
                assertThat(Undoing.halves(effect, done))
                        .singleElement()
                        .satisfies(half -> assertThat(level(effect, half)).isEqualTo(HALF));
                assertThat(undone(effect, done)).isEqualTo(cell);
            }
        }

        private Level level(Effect effect, CellState cell) {
            var site = cell.at(effect.shows().getFirst());
            return switch (effect) {
                case Effect.Deploy _ -> site.deployed();
                case Effect.Processing _ -> site.processing();
                default -> site.staged();
            };
        }

        @Test
        void areTakenAwayAndPutBack() {
            var stop = new Effect.StopProcessing(EUROPE, MOSCOW);
            var unstage = new Effect.Unstage(EUROPE, MOSCOW);
            var cell = mutable(stop, unstage).change(MOSCOW, site -> site.staged(FULL));

            var stopped = Doing.full(stop, cell);
            var unstaged = Doing.full(unstage, cell);

            assertThat(stopped.at(MOSCOW).processing()).isEqualTo(NONE);
            assertThat(unstaged.at(MOSCOW).staged()).isEqualTo(NONE);
            assertThat(undone(stop, stopped)).isEqualTo(cell);
            assertThat(undone(unstage, unstaged)).isEqualTo(cell);
            assertThat(Doing.canBegin(stop, stopped)).isFalse();
            assertThat(Doing.canBegin(unstage, unstaged)).isFalse();
        }

        @Test
        void ofAFenceCloseAndOpen() {
            var fence = new Effect.Fence(EUROPE, MOSCOW);
            var cell = mutable(fence);

            var fenced = Doing.full(fence, cell);

            assertThat(fenced.at(MOSCOW).open()).isEqualTo(NONE);
            assertThat(Doing.canBegin(fence, fenced)).isFalse();
            assertThat(Doing.halves(fence, cell))
                    .containsExactly(cell.change(MOSCOW, site -> site.open(HALF)));
            assertThat(Undoing.halves(fence, fenced))
                    .containsExactly(cell.change(MOSCOW, site -> site.open(HALF)));
            assertThat(undone(fence, fenced)).isEqualTo(cell);
        }
    }

    @Nested
    class Copies {
        private final Effect.Copy full = new Effect.Copy(EUROPE, MOSCOW, ZURICH_1, true, true);
        private final Effect.Copy byCount = new Effect.Copy(EUROPE, MOSCOW, ZURICH_1, false);

        @Test
        void needASourceThatIsWhole() {
            var cell = mutable(full);

            assertThat(Doing.canBegin(full, cell)).isTrue();
            assertThat(Doing.canBegin(full, cell.change(MOSCOW, site -> site.base(HALF))))
                    .isFalse();
            assertThat(Doing.canComplete(full, cell.change(MOSCOW, site -> site.base(HALF))))
                    .isFalse();
        }

        @Test
        void bringAllAndVerifyItWhereTheyLookAtAll() {
            var cell = Replications.write(mutable(full), MOSCOW);

            var copied = Doing.full(full, cell).at(ZURICH_1);

            assertThat(copied).isEqualTo(SiteState.EMPTY.base(FULL).write(true).verified());
            assertThat(Doing.full(byCount, cell).at(ZURICH_1))
                    .isEqualTo(SiteState.EMPTY.base(FULL).write(true));
        }

        @Test
        void keepTheMomentUnlessTheReplicationRuns() {
            var cell = mutable(full).change(THERE, on -> on.pending(true));
            var running = cell.change(THERE, on -> on.runs(true));

            assertThat(Doing.full(full, cell).on(THERE))
                    .isEqualTo(new Edge.Condition(false, true, false));
            assertThat(Doing.full(full, running).on(THERE)).isEqualTo(running.on(THERE));
        }

        @Test
        void overwriteOnlyWhatIsMutable() {
            var mutable = mutable(full).change(ZURICH_1, site -> site.written());
            var appendOnly = appendOnly(full).change(ZURICH_1, site -> site.written());

            assertThat(Doing.full(full, mutable).at(ZURICH_1).write()).isFalse();
            assertThat(Doing.full(full, appendOnly).at(ZURICH_1).write()).isTrue();
        }

        @Test
        void leaveHalvesWithAndWithoutTheWrite() {
            var cell = Replications.write(mutable(full), MOSCOW);

            assertThat(Doing.halves(full, cell))
                    .extracting(half -> half.at(ZURICH_1))
                    .containsExactlyInAnyOrder(
                            SiteState.EMPTY.base(HALF), SiteState.EMPTY.base(HALF).write(true));
            assertThat(Doing.halves(full, mutable(full)))
                    .singleElement()
                    .satisfies(half -> assertThat(half.on(THERE).slot()).isTrue());
        }

        @Test
        void areRemovedWithTheSlotButNotWhatUsersAddedThere() {
            var copied =
                    Doing.full(full, appendOnly(full)).change(ZURICH_1, site -> site.written());
            var mutable = Doing.full(full, mutable(full)).change(ZURICH_1, site -> site.written());

            assertThat(undone(full, copied).at(ZURICH_1)).isEqualTo(SiteState.EMPTY.written());
            assertThat(undone(full, copied).on(THERE)).isEqualTo(Edge.Condition.OFF);
            assertThat(undone(full, mutable).at(ZURICH_1).write()).isFalse();
        }

        @Test
        void areRemovedByHalfWithAndWithoutTheWrite() {
            var copied = Doing.full(full, Replications.write(mutable(full), MOSCOW));

            assertThat(Undoing.halves(full, copied))
                    .extracting(half -> half.at(ZURICH_1))
                    .containsExactlyInAnyOrder(
                            SiteState.EMPTY.base(HALF), SiteState.EMPTY.base(HALF).write(true));
        }
    }

    @Nested
    class ReplicationsThatStart {
        private final Effect fromNow = replicate(MOSCOW, ZURICH_1, Flow.STREAM, false, false);
        private final Effect fromSlot = replicate(MOSCOW, ZURICH_1, Flow.STREAM, false, true);
        private final Effect following = replicate(MOSCOW, ZURICH_1, Flow.FOLLOW, false, false);

        @Test
        void takeASlotOfTheirOwn() {
            var cell = mutable(fromNow);

            var running = Doing.full(fromNow, cell);

            assertThat(running.on(THERE)).isEqualTo(new Edge.Condition(true, true, false));
            assertThat(Doing.canBegin(fromNow, running)).isFalse();
            assertThat(Doing.halves(fromNow, cell))
                    .extracting(half -> half.on(THERE))
                    .containsExactly(new Edge.Condition(false, true, false));
            assertThat(undone(fromNow, running)).isEqualTo(cell);
            assertThat(Undoing.halves(fromNow, running))
                    .extracting(half -> half.on(THERE))
                    .containsExactly(new Edge.Condition(false, true, false));
        }

        @Test
        void goOnFromTheSlotThatIsThere() {
            var cell = mutable(fromSlot);
            var kept = cell.change(THERE, _ -> new Edge.Condition(false, true, true));

            var running = Doing.full(fromSlot, kept);

            assertThat(Doing.canBegin(fromSlot, cell)).isFalse();
            assertThat(Doing.canBegin(fromSlot, kept)).isTrue();
            assertThat(running.on(THERE)).isEqualTo(new Edge.Condition(true, true, true));
            assertThat(Doing.halves(fromSlot, kept)).isEmpty();
            assertThat(undone(fromSlot, running)).isEqualTo(kept);
            assertThat(Undoing.halves(fromSlot, running)).isEmpty();
        }

        @Test
        void thatFollowHaveNoSlotAndNoHalf() {
            var cell = mutable(following);

            var running = Doing.full(following, cell);

            assertThat(running.on(THERE)).isEqualTo(new Edge.Condition(true, false, false));
            assertThat(Doing.halves(following, cell)).isEmpty();
            assertThat(Undoing.halves(following, running)).isEmpty();
            assertThat(undone(following, running)).isEqualTo(cell);
        }
    }

    @Nested
    class ReplicationsThatStop {
        private final Effect.StopReplication stop =
                new Effect.StopReplication(EUROPE, MOSCOW, ZURICH_1, false);
        private final Effect.StopReplication resyncing =
                new Effect.StopReplication(EUROPE, MOSCOW, ZURICH_1, true);
        private final CellState running =
                mutable(stop).change(THERE, _ -> new Edge.Condition(true, true, true));

        @Test
        void forgetWhatIsPending() {
            assertThat(Doing.canBegin(stop, running)).isTrue();
            assertThat(Doing.full(stop, running).on(THERE)).isEqualTo(Edge.Condition.OFF);
            assertThat(Doing.halves(stop, running))
                    .extracting(half -> half.on(THERE))
                    .containsExactly(new Edge.Condition(false, true, true));
            assertThat(Doing.canBegin(stop, mutable(stop))).isFalse();
        }

        @Test
        void startAgainFromThatMoment() {
            var stopped = Doing.full(stop, Replications.write(running, MOSCOW));

            assertThat(undone(stop, stopped).on(THERE))
                    .isEqualTo(new Edge.Condition(true, true, false));
            assertThat(undone(stop, stopped).at(ZURICH_1).write()).isFalse();
            assertThat(undone(resyncing, stopped).at(ZURICH_1).write()).isTrue();
            assertThat(Undoing.halves(stop, stopped))
                    .extracting(half -> half.on(THERE))
                    .containsExactly(new Edge.Condition(false, true, false));
        }

        @Test
        void haveNoHalfWhereTheyFollow() {
            var following = mutable(stop, replicate(MOSCOW, ZURICH_1, Flow.FOLLOW, false, false));

            assertThat(Doing.halves(stop, following)).isEmpty();
            assertThat(Undoing.halves(stop, following)).isEmpty();
            assertThat(undone(stop, following).on(THERE))
                    .isEqualTo(new Edge.Condition(true, false, false));
        }
    }

    @Nested
    class WritesThatTravel {
        private final Effect there = replicate(MOSCOW, ZURICH_1, Flow.STREAM, false, false);

        @Test
        void enterLogsThatRunOrKeepTheirPlace() {
            var cell = mutable(there);
            var slot = cell.change(THERE, on -> on.fromNow());

            assertThat(Replications.write(cell, MOSCOW).on(THERE).pending()).isFalse();
            assertThat(Replications.write(slot, MOSCOW).on(THERE).pending()).isTrue();
            assertThat(Replications.write(slot, MOSCOW).at(MOSCOW).accepted()).isTrue();
        }

        @Test
        void arriveOnce() {
            var written = Replications.write(Doing.full(there, mutable(there)), MOSCOW);

            var arrived = Replications.deliver(written, THERE);

            assertThat(arrived.at(ZURICH_1).write()).isTrue();
            assertThat(arrived.at(ZURICH_1).accepted()).isFalse();
            assertThat(Replications.canDeliver(arrived, THERE)).isFalse();
        }

        @Test
        void arePassedOnByThoseThatRelay() {
            assertThat(arrivesInTheEnd(Flow.STREAM, true)).isTrue();
            assertThat(arrivesInTheEnd(Flow.STREAM, false)).isFalse();
            assertThat(arrivesInTheEnd(Flow.FOLLOW, false)).isTrue();
        }

        private boolean arrivesInTheEnd(Flow flow, boolean relays) {
            var onward = replicate(ZURICH_1, ZURICH_2, flow, relays, false);
            var running = Doing.full(onward, Doing.full(there, mutable(there, onward)));
            var written = Replications.write(running, MOSCOW);
            return Replications.deliverAll(written).at(ZURICH_2).write();
        }

        @Test
        void areDrainedOneReplicationAtATime() {
            var drain = new Effect.Drain(EUROPE, MOSCOW, ZURICH_1);
            var running = Doing.full(there, mutable(there, drain));
            var written = Replications.write(running, MOSCOW);

            assertThat(Doing.full(drain, written).at(ZURICH_1).write()).isTrue();
            assertThat(Doing.full(drain, running)).isEqualTo(running);
            assertThat(Doing.canBegin(drain, mutable(there, drain))).isFalse();
            assertThat(Doing.halves(drain, written)).isEmpty();
            assertThat(undone(drain, written)).isEqualTo(written);
        }
    }

    @Nested
    class Verifications {
        private final Effect verify = new Effect.Verify(EUROPE, MOSCOW, ZURICH_1);

        @Test
        void needAllThatTheSourceHas() {
            var cell = mutable(verify);
            var copied = cell.change(ZURICH_1, site -> site.base(FULL));

            assertThat(Doing.canBegin(verify, cell)).isFalse();
            assertThat(Doing.canBegin(verify, copied)).isTrue();
            assertThat(Doing.canBegin(verify, Replications.write(copied, MOSCOW))).isFalse();
        }

        @Test
        void coverWhatIsThere() {
            var there =
                    Replications.write(mutable(verify), MOSCOW)
                            .change(ZURICH_1, site -> site.base(FULL).write(true));

            var verified = Doing.full(verify, there).at(ZURICH_1);

            assertThat(verified.baseVerified()).isTrue();
            assertThat(verified.writeVerified()).isTrue();
            assertThat(undone(verify, Doing.full(verify, there)).at(ZURICH_1)).isEqualTo(verified);
        }
    }

    @Nested
    class Switches {
        private final Effect.Switch atOnce = change(Pace.AT_ONCE, Return.DRAINS);
        private final Effect.Switch gradual = change(Pace.GRADUALLY, Return.DRAINS);
        private final Effect.Switch routing = change(Pace.AT_ONCE, Return.ROUTES);
        private final CellState cell = mutable(atOnce);

        private static Effect.Switch change(Pace pace, Return back) {
            return new Effect.Switch(EUROPE, MOSCOW, List.of(ZURICH_1, ZURICH_2), pace, back);
        }

        @Test
        void needClosedTargetsAndARoutedSource() {
            assertThat(Doing.canBegin(atOnce, cell)).isTrue();
            assertThat(Doing.canBegin(atOnce, cell.change(ZURICH_2, site -> site.open(HALF))))
                    .isFalse();
            assertThat(Doing.canBegin(atOnce, cell.change(MOSCOW, site -> site.routed(HALF))))
                    .isFalse();
        }

        @Test
        void openTheTargetsAndLeaveTheSourceOpen() {
            var over = Doing.full(atOnce, cell);

            assertThat(over.where(site -> site.open() == FULL))
                    .containsExactlyInAnyOrder(MOSCOW, ZURICH_1, ZURICH_2);
            assertThat(over.where(site -> site.routed() == FULL))
                    .containsExactlyInAnyOrder(ZURICH_1, ZURICH_2);
        }

        @Test
        void stopHalfwayAtEachTarget() {
            var opened = cell.change(ZURICH_1, site -> site.open(HALF));
            var one = cell.change(ZURICH_1, site -> site.open(FULL).routed(FULL));
            var two = one.change(ZURICH_2, site -> site.open(FULL).routed(FULL));

            assertThat(Doing.halves(atOnce, cell)).containsExactlyInAnyOrder(opened, one, two);
            assertThat(Doing.halves(gradual, cell))
                    .contains(opened, cell.change(ZURICH_1, site -> site.open(FULL).routed(HALF)));
        }

        @Test
        void goBackOnlyWithAllThatWasWritten() {
            var back = replicate(ZURICH_1, MOSCOW, Flow.STREAM, false, false);
            var lonely = Replications.write(Doing.full(atOnce, cell), ZURICH_1);
            var replicated = mutable(atOnce, back);
            var written =
                    Replications.write(Doing.full(atOnce, Doing.full(back, replicated)), ZURICH_1);

            var returned = undone(atOnce, written);

            assertThat(Undoing.full(atOnce, lonely)).isEmpty();
            assertThat(returned.at(MOSCOW)).isEqualTo(SiteState.FIRST.write(true).verified());
            assertThat(returned.at(ZURICH_1).open()).isEqualTo(NONE);
            assertThat(returned.at(ZURICH_1).routed()).isEqualTo(NONE);
        }

        @Test
        void verifyOnlyASourceThatIsWhole() {
            var gone =
                    Doing.full(atOnce, cell).change(MOSCOW, site -> site.base(HALF).unverified());

            assertThat(undone(atOnce, gone).at(MOSCOW).baseVerified()).isFalse();
        }

        @Test
        void goBackByHalfInTheirOwnWay() {
            var over = Doing.full(atOnce, cell);
            var targets = List.of(ZURICH_1, ZURICH_2);

            assertThat(Undoing.halves(atOnce, over))
                    .containsExactly(over.change(targets, site -> site.open(NONE)));
            assertThat(Undoing.halves(gradual, over))
                    .containsExactly(
                            over.change(targets, site -> site.routed(NONE))
                                    .change(MOSCOW, site -> site.routed(FULL)));
        }

        @Test
        void thatOnlyRouteBackLeaveTheTargetsOpen() {
            var over = Replications.write(Doing.full(routing, cell), ZURICH_1);

            var back = undone(routing, over);

            assertThat(back.at(ZURICH_1).open()).isEqualTo(FULL);
            assertThat(back.where(site -> site.routed() == FULL)).containsExactly(MOSCOW);
            assertThat(Undoing.halves(routing, over)).isEmpty();
        }
    }

    @Nested
    class Deletions {
        private final Effect delete = new Effect.Delete(EUROPE, ZURICH_1);
        private final Effect onward = replicate(ZURICH_1, ZURICH_2, Flow.STREAM, false, false);
        private final CellState everywhere =
                mutable(delete, onward)
                        .change(
                                List.of(ZURICH_1, ZURICH_2),
                                site -> site.base(FULL).written().verified());

        @Test
        void removeEverythingButTheMemoryOfWhoAccepted() {
            assertThat(Doing.full(delete, everywhere).at(ZURICH_1))
                    .isEqualTo(SiteState.EMPTY.written().write(false));
            assertThat(Doing.full(delete, everywhere).at(ZURICH_2))
                    .isEqualTo(everywhere.at(ZURICH_2));
            assertThat(Doing.halves(delete, everywhere))
                    .extracting(half -> half.at(ZURICH_1).base())
                    .containsExactly(HALF);
        }

        @Test
        void travelWithReplicationsThatRun() {
            var running = everywhere.change(ONWARD, on -> on.runs(true));
            var empty = running.change(ZURICH_2, site -> site.base(NONE));

            assertThat(Doing.full(delete, running).at(ZURICH_2))
                    .isEqualTo(SiteState.EMPTY.base(HALF).written().write(false));
            assertThat(Doing.full(delete, empty).at(ZURICH_2).base()).isEqualTo(NONE);
        }
    }
}
