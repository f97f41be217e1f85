package gotthard.run;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.action.Before;
import gotthard.action.Checkpoint;
import gotthard.action.Context;
import gotthard.action.Declaration;
import gotthard.action.Failure;
import gotthard.action.Outcome;
import gotthard.action.Unreachable;
import gotthard.journal.Ending;
import gotthard.journal.RunId;
import gotthard.journal.StepState;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/// Real threads, a journal in memory, sites that are a map.
@Timeout(60)
final class RunsTest {
    private final Rig rig = new Rig();
    private final Map<String, String> world = rig.world;
    private final List<String> calls = rig.calls;
    private final Runs runs = rig.runs;

    @Nested
    final class ThreeSteps {
        private final Routes routes =
                new Routes()
                        .step("a", rig.thing("a"))
                        .step("b", rig.thing("b"), "a")
                        .step("c", rig.thing("c"), "b");

        @Test
        void areAppliedInOrderAndVerified() throws InterruptedException {
            Ending ending = rig.go(runs.open(routes.route(), routes.opening()));

            assertThat(ending).isEqualTo(Ending.DONE);
            assertThat(world).containsOnlyKeys("a", "b", "c");
            assertThat(calls)
                    .filteredOn(it -> it.startsWith("apply"))
                    .containsExactly("apply a", "apply b", "apply c");
            assertThat(rig.state().steps().values()).allMatch(step -> step.isVerified());
        }

        @Test
        void areLeftAloneWhenRightAlready() throws InterruptedException {
            world.putAll(Map.of("a", "new", "b", "new", "c", "new"));

            Ending ending = rig.go(runs.open(routes.route(), routes.opening()));

            assertThat(ending).isEqualTo(Ending.DONE);
            assertThat(calls).containsExactly("verify a", "verify b", "verify c");
        }

        @Test
        void areUndoneBackwardsAndCompared() throws InterruptedException {
            world.put("b", "old");
            rig.go(runs.open(routes.route(), routes.opening()));
            calls.clear();

            Ending ending = rig.go(runs.rollback(rig.state().id(), routes.route(), "to see it"));

            assertThat(ending).isEqualTo(Ending.ROLLED_BACK);
            assertThat(world).isEqualTo(Map.of("b", "old"));
            assertThat(calls)
                    .containsExactly(
                            "rollback c",
                            "restored c",
                            "rollback b",
                            "restored b",
                            "rollback a",
                            "restored a");
        }

        @Test
        void areUndoneFromOneOnAndDoneAgain() throws InterruptedException {
            rig.go(runs.open(routes.route(), routes.opening()));

            Ending back = rig.go(runs.rollback(rig.state().id(), routes.route(), Routes.id("b")));
            Map<String, String> between = Map.copyOf(world);
            Ending again = rig.go(runs.resume(rig.state().id(), routes.route()));

            assertThat(back).isEqualTo(Ending.STOPPED);
            assertThat(between).containsOnlyKeys("a");
            assertThat(again).isEqualTo(Ending.DONE);
            assertThat(world).containsOnlyKeys("a", "b", "c");
            assertThat(rig.state().step(Routes.id("b")).generation()).isEqualTo(2);
        }

        @Test
        void areVerifiedAfreshAndDriftIsRecorded() throws InterruptedException {
            rig.go(runs.open(routes.route(), routes.opening()));
            world.put("b", "altered");

            var verification = runs.verify(rig.state().id(), routes.route(), RunObserver.NONE);

            assertThat(verification)
                    .isInstanceOfSatisfying(
                            Visit.Made.class,
                            made ->
                                    assertThat(made.result())
                                            .isInstanceOfSatisfying(
                                                    Recheck.Result.Checked.class,
                                                    checked ->
                                                            assertThat(checked.holds()).isFalse()));
            assertThat(rig.state().step(Routes.id("b")).state())
                    .isInstanceOf(StepState.Stale.class);
            assertThat(rig.state().step(Routes.id("c")).isVerified()).isTrue();
        }

        @Test
        void thatAreCollectedHaveNoWayBack() throws InterruptedException {
            rig.go(runs.open(routes.route(), routes.opening()));
            RunId id = rig.state().id();

            var visit = runs.collect(id, routes.route(), RunObserver.NONE, "lead");

            assertThat(visit).isInstanceOf(Visit.Made.class);
            assertThat(rig.state().operations().collected()).isPresent();
            assertThat(runs.rollback(id, routes.route(), "after all"))
                    .isInstanceOfSatisfying(
                            Start.Impossible.class,
                            no -> assertThat(no.why()).contains("there is no way back"));
            assertThat(runs.verify(id, routes.route(), RunObserver.NONE))
                    .isInstanceOf(Visit.Made.class);
            assertThat(rig.calls).doesNotContain("rollback a");
        }

        @Test
        void thatAreOpenAreNotCollected() throws InterruptedException {
            rig.go(runs.open(routes.route(), routes.opening()));
            RunId id = rig.state().id();
            rig.go(runs.rollback(id, routes.route(), Routes.id("b")));

            var visit = runs.collect(id, routes.route(), RunObserver.NONE, "lead");

            assertThat(visit).isInstanceOf(Visit.Impossible.class);
            assertThat(rig.state().operations().collected()).isEmpty();
            assertThat(rig.go(runs.resume(id, routes.route()))).isEqualTo(Ending.DONE);
        }

        @Test
        void areNotTakenTwice() {
            try (Running first = Rig.ready(runs.open(routes.route(), routes.opening()))) {
                Start second = runs.resume(first.id(), routes.route());

                assertThat(second).isEqualTo(new Start.Busy(first.id(), "a test"));
            }
        }

        @Test
        void areOverOnceDone() throws InterruptedException {
            rig.go(runs.open(routes.route(), routes.opening()));

            Start again = runs.resume(rig.state().id(), routes.route());

            assertThat(again).isInstanceOf(Start.Over.class);
        }
    }

    @Nested
    final class PastAPointOfNoReturn {
        private final Routes routes =
                new Routes()
                        .step("a", rig.thing("a"))
                        .step("b", rig.thing("b").reversal(Declaration.Reversal.IRREVERSIBLE), "a")
                        .step("c", rig.thing("c"));

        @Test
        void undoesTheRestAndSaysWhatIsLeft() throws InterruptedException {
            rig.go(runs.open(routes.route(), routes.opening()));

            Ending ending = rig.go(runs.rollback(rig.state().id(), routes.route(), "to see it"));

            assertThat(ending).isEqualTo(Ending.ROLLBACK_FAILED);
            assertThat(world).containsOnlyKeys("a", "b");
            assertThat(rig.state().step(Routes.id("b")).state())
                    .isInstanceOfSatisfying(
                            StepState.RollbackFailed.class,
                            failed ->
                                    assertThat(failed.failure())
                                            .hasToString(
                                                    "the step b is a point of no return, so that"
                                                            + " neither it nor what it needs can be"
                                                            + " undone; leave it as it is, or put right"
                                                            + " by hand what it needs"));
        }

        @Test
        void refusesToUndoAStepThatLedThere() throws InterruptedException {
            rig.go(runs.open(routes.route(), routes.opening()));

            Start start = runs.rollback(rig.state().id(), routes.route(), Routes.id("a"));

            assertThat(start)
                    .isEqualTo(
                            new Start.Impossible(
                                    rig.state().id(),
                                    "a can't be undone, because b is a point of no return that was"
                                            + " passed; undo a step that does not lead there"));
        }
    }

    @Nested
    final class FailingForGood {
        private final ThingAction refused =
                new ThingAction(world, "b", calls) {
                    @Override
                    public Outcome apply(Context context, Before before) {
                        throw new IllegalStateException("planted");
                    }
                };

        @Test
        void undoesWhatWasDone() throws InterruptedException {
            var routes = new Routes().step("a", rig.thing("a")).step("b", refused, "a");

            Ending ending = rig.go(runs.open(routes.route(), routes.opening()));

            assertThat(ending).isEqualTo(Ending.ROLLED_BACK);
            assertThat(world).isEmpty();
        }

        @Test
        void freezesWhenAskedTo() throws InterruptedException {
            var routes =
                    new Routes()
                            .onFailure(gotthard.plan.OnFailure.FREEZE)
                            .step("a", rig.thing("a"))
                            .step("b", refused, "a");

            Ending ending = rig.go(runs.open(routes.route(), routes.opening()));

            assertThat(ending).isEqualTo(Ending.FAILED);
            assertThat(world).containsOnlyKeys("a");
            assertThat(rig.state().step(Routes.id("b")).state())
                    .isInstanceOfSatisfying(
                            StepState.Failed.class,
                            failed -> {
                                assertThat(failed.forGood()).isTrue();
                                assertThat(failed.failure().kind()).isEqualTo(Failure.Kind.BUG);
                            });
        }
    }

    @Nested
    final class Stopping {
        @Test
        void interruptsWhatRunsAndResumesFromItsCheckpoint() throws InterruptedException {
            var reached = new CountDownLatch(1);
            var slow =
                    new ThingAction(world, "a", calls) {
                        @Override
                        public Outcome apply(Context context, Before before)
                                throws InterruptedException, Unreachable {
                            if (context.resumedFrom().isEmpty()) {
                                context.checkpoint(new Checkpoint("half"));
                                reached.countDown();
                                context.pause(Duration.ofHours(1));
                            }
                            calls.add("from " + context.resumedFrom().orElseThrow().text());
                            return super.apply(context, before);
                        }
                    };
            var routes = new Routes().step("a", slow);
            Ending first;
            try (Running running = Rig.ready(runs.open(routes.route(), routes.opening()))) {
                Thread person =
                        Thread.ofVirtual()
                                .start(
                                        () -> {
                                            try {
                                                reached.await();
                                            } catch (InterruptedException e) {
                                                return;
                                            }
                                            running.stop(StopLevel.INTERRUPT);
                                        });

                first = running.go(Options.USUAL, RunObserver.NONE);

                person.join();
            }

            Ending second = rig.go(runs.resume(rig.state().id(), routes.route()));

            assertThat(first).isEqualTo(Ending.STOPPED);
            assertThat(second).isEqualTo(Ending.DONE);
            assertThat(calls).contains("from half");
        }
    }
}
