package gotthard.run;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.action.Before;
import gotthard.action.Context;
import gotthard.action.Failure;
import gotthard.action.Outcome;
import gotthard.graph.StepId;
import gotthard.inventory.PersonName;
import gotthard.journal.Ending;
import gotthard.journal.Entry;
import gotthard.journal.Event;
import gotthard.journal.Operation;
import gotthard.journal.RunId;
import gotthard.journal.StepState;
import gotthard.plan.OnFailure;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.List;
import java.util.Optional;

/// What operators ask of runs that no process has, and of those that one has.
@Timeout(60)
final class OperatorsTest {
    private static final PersonName LEAD = new PersonName("lead-2");

    private final Rig rig = new Rig();
    private final ThingAction broken =
            new ThingAction(rig.world, "b", rig.calls) {
                @Override
                public Outcome apply(Context context, Before before) {
                    return new Outcome.Failed(Failure.refused("the disk is full", "free space"));
                }
            };
    private final Routes routes =
            new Routes()
                    .onFailure(OnFailure.FREEZE)
                    .step("a", rig.thing("a"))
                    .step("b", broken, "a")
                    .step("c", rig.thing("c"), "b");
    private RunId run = new RunId("moves-none");

    @BeforeEach
    void failsAtItsSecondStep() throws InterruptedException {
        assertThat(rig.go(rig.runs.open(routes.route(), routes.opening())))
                .isEqualTo(Ending.FAILED);
        run = rig.state().id();
        rig.calls.clear();
    }

    private void ask(Operation operation) throws InterruptedException {
        rig.journal.ask(run, operation);
        rig.go(rig.runs.attend(run, routes.route()));
    }

    private Ending goOn() throws InterruptedException {
        return rig.go(rig.runs.resume(run, routes.route()));
    }

    private StepState state(String step) {
        return rig.state().step(Routes.id(step)).state();
    }

    private static StepId step(String name) {
        return Routes.id(name);
    }

    private List<String> refusals() {
        return rig.journal.entries(run, 0).stream()
                .map(Entry::event)
                .filter(Event.RequestRefused.class::isInstance)
                .map(event -> ((Event.RequestRefused) event).why())
                .toList();
    }

    @Nested
    final class APause {
        @Test
        void keepsEveryProcessFromStartingAnything() throws InterruptedException {
            ask(new Operation.Pause(LEAD, Optional.empty(), "a storm"));

            assertThat(goOn()).isEqualTo(Ending.WAITING);
            assertThat(goOn()).isEqualTo(Ending.WAITING);
            assertThat(rig.calls).isEmpty();
            assertThat(rig.state().operations().paused())
                    .hasValueSatisfying(
                            it -> {
                                assertThat(it.by()).isEqualTo(LEAD);
                                assertThat(it.why()).isEqualTo("a storm");
                            });
        }

        @Test
        void isLiftedByWhoeverResumes() throws InterruptedException {
            ask(new Operation.Pause(LEAD, Optional.empty(), "a storm"));

            ask(new Operation.Resume(new PersonName("lead-1"), Optional.empty()));

            assertThat(goOn()).isEqualTo(Ending.FAILED);
            assertThat(rig.calls).contains("verify b");
        }

        @Test
        void ofAStepLeavesTheOthersAlone() throws InterruptedException {
            ask(new Operation.Pause(LEAD, Optional.of(step("b")), "a storm"));

            assertThat(goOn()).isEqualTo(Ending.WAITING);
            assertThat(rig.calls).isEmpty();
        }

        @Test
        void isRefusedTwiceAndForWhatIsDone() throws InterruptedException {
            ask(new Operation.Pause(LEAD, Optional.empty(), "a storm"));
            ask(new Operation.Pause(LEAD, Optional.empty(), "another"));
            ask(new Operation.Pause(LEAD, Optional.of(step("a")), "a storm"));
            ask(new Operation.Resume(LEAD, Optional.of(step("b"))));

            assertThat(refusals())
                    .satisfiesExactly(
                            it -> assertThat(it).startsWith("the run is paused already, by lead-2"),
                            it ->
                                    assertThat(it)
                                            .isEqualTo(
                                                    "the step a is done: nothing is to be paused"),
                            it -> assertThat(it).startsWith("the step b is not paused"));
        }
    }

    @Nested
    final class ASkippedStep {
        @Test
        void letsGoOnWhatDependsOnIt() throws InterruptedException {
            ask(new Operation.Skip(LEAD, step("b"), "not needed"));

            assertThat(state("b")).isInstanceOf(StepState.Skipped.class);
            assertThat(goOn()).isEqualTo(Ending.DONE);
            assertThat(rig.world).containsOnlyKeys("a", "c");
            assertThat(rig.state().step(step("b")).isVerified()).isFalse();
        }

        @Test
        void isUndoneWithTheRest() throws InterruptedException {
            ask(new Operation.Skip(LEAD, step("b"), "not needed"));
            goOn();

            Ending back = rig.go(rig.runs.rollback(run, routes.route(), "to see it"));

            assertThat(back).isEqualTo(Ending.ROLLED_BACK);
            assertThat(rig.calls).contains("rollback b");
            assertThat(rig.world).isEmpty();
        }

        @Test
        void isTakenBackByARetry() throws InterruptedException {
            ask(new Operation.Skip(LEAD, step("b"), "not needed"));

            ask(new Operation.Retry(LEAD, step("b")));

            assertThat(goOn()).isEqualTo(Ending.FAILED);
            assertThat(rig.world).containsOnlyKeys("a");
        }

        @Test
        void needsAReasonAndIsNotDone() throws InterruptedException {
            ask(new Operation.Skip(LEAD, step("b"), " "));
            ask(new Operation.Skip(LEAD, step("a"), "not needed"));
            ask(new Operation.Skip(LEAD, step("z"), "not needed"));

            assertThat(refusals())
                    .containsExactly(
                            "no reason is given, and reports show it; add --reason TEXT",
                            "the step a is done: nothing is to be skipped",
                            "the run has no step z; gotthard status lists its steps");
        }
    }

    @Nested
    final class AStepMendedByHand {
        @Test
        void isVerifiedAndTheRunGoesOn() throws InterruptedException {
            rig.world.put("b", "new");

            ask(claim(Operation.Claim.APPLIED));

            assertThat(state("b")).isInstanceOf(StepState.Resolved.class);
            assertThat(goOn()).isEqualTo(Ending.DONE);
            assertThat(rig.calls).doesNotContain("apply b");
        }

        @Test
        void isRefusedWithTheDifferenceWhenItIsNot() throws InterruptedException {
            ask(claim(Operation.Claim.APPLIED));

            assertThat(state("b")).isInstanceOf(StepState.Failed.class);
            assertThat(rig.journal.entries(run, 0))
                    .anySatisfy(
                            entry ->
                                    assertThat(entry.event())
                                            .isInstanceOfSatisfying(
                                                    Event.StepClaimRefused.class,
                                                    it ->
                                                            assertThat(it.found().toString())
                                                                    .contains("missing")));
        }

        @Test
        void isDoneAfreshWhenItIsAbsent() throws InterruptedException {
            ask(claim(Operation.Claim.ABSENT));

            assertThat(rig.state().step(step("b")).generation()).isEqualTo(2);
            assertThat(goOn()).isEqualTo(Ending.FAILED);
            assertThat(rig.calls).contains("restored b", "capture b");
        }

        private Operation claim(Operation.Claim claim) {
            return new Operation.Resolve(
                    LEAD, step("b"), claim, "by hand", Optional.empty(), Optional.empty());
        }
    }

    @Nested
    final class ACancelledRun {
        @Test
        void isOverAndCanBeRolledBack() throws InterruptedException {
            ask(new Operation.Cancel(LEAD, "moved to spring"));

            assertThat(rig.state().ending()).contains(Ending.CANCELLED);
            assertThat(rig.runs.resume(run, routes.route())).isInstanceOf(Start.Over.class);
            assertThat(rig.go(rig.runs.rollback(run, routes.route(), "to see it")))
                    .isEqualTo(Ending.ROLLED_BACK);
            assertThat(rig.world).isEmpty();
        }
    }

    @Nested
    final class AskedOfALiveRun {
        @Test
        void undoesAStepWithWhatDependsOnIt() throws InterruptedException {
            rig.world.put("b", "new");
            goOn();
            try (Running running = Rig.ready(rig.runs.attend(run, routes.route()))) {
                assertThat(running.state().ending()).contains(Ending.DONE);
            }
            rig.journal.ask(run, new Operation.RollbackStep(LEAD, step("c"), "wrong"));

            Ending ending = rig.go(rig.runs.rollback(run, routes.route(), step("c")));

            assertThat(ending).isEqualTo(Ending.STOPPED);
            assertThat(rig.world).containsOnlyKeys("a", "b");
        }

        @Test
        void isKnownByItsPerson() throws InterruptedException {
            ask(new Operation.Retry(new PersonName("stranger"), step("b")));

            assertThat(refusals())
                    .containsExactly(
                            "the inventory knows no person stranger; add the person under"
                                    + " spec.people with a role");
        }
    }
}
