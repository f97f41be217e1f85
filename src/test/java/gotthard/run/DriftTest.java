package gotthard.run;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.Golden;
import gotthard.action.Declaration;
import gotthard.inventory.PersonName;
import gotthard.journal.Ending;
import gotthard.journal.Hold;
import gotthard.journal.Operation;
import gotthard.journal.RunId;
import gotthard.journal.StepState;
import gotthard.overview.Incident;
import gotthard.overview.Overview;
import gotthard.overview.Waiting;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What was verified is no longer so: three steps, of which the last is not done and each needs the one before.
@Timeout(60)
final class DriftTest {
    private static final PersonName LEAD = new PersonName("lead-1");

    private final Rig rig = new Rig();
    private final Routes routes =
            new Routes()
                    .step("a", rig.thing("a"))
                    .step("b", rig.thing("b"), "a")
                    .step("c", rig.thing("c"), "b");

    private static StepState state(Rig rig, String step) {
        return rig.state().step(Routes.id(step)).state();
    }

    private RunId run() {
        return rig.state().id();
    }

    private static void drifts(Rig rig, Routes routes, String step) throws InterruptedException {
        rig.go(rig.runs.open(routes.route(), routes.opening()));
        RunId id = rig.state().id();
        rig.go(rig.runs.rollback(id, routes.route(), Routes.id("c")));
        rig.world.put(step, "altered");
        rig.runs.verify(id, routes.route(), RunObserver.NONE);
        rig.calls.clear();
    }

    @Nested
    final class OfAStepOnWhichAnotherRelies {
        @BeforeEach
        void drift() throws InterruptedException {
            drifts(rig, routes, "a");
        }

        private Ending goOn() throws InterruptedException {
            return rig.go(rig.runs.resume(run(), routes.route()));
        }

        @Test
        void isHeldByEveryProcess() throws InterruptedException {
            List<Ending> endings = List.of(goOn(), goOn());

            assertThat(endings).containsOnly(Ending.WAITING);
            assertThat(state(rig, "a"))
                    .isInstanceOfSatisfying(
                            StepState.Held.class,
                            held -> assertThat(held.hold()).isInstanceOf(Hold.ReliedUpon.class));
            assertThat(rig.calls).doesNotContain("apply a", "rollback a", "apply c");
            assertThat(rig.world).containsEntry("a", "altered");
        }

        @Test
        void saysWhatLetsItGoOn() throws InterruptedException {
            goOn();

            var overview =
                    Overview.of(
                            rig.state(),
                            rig.journal.entries(run(), 0),
                            Map.of(),
                            rig.time.instant());
            Waiting waiting =
                    overview.waiting().stream()
                            .filter(it -> it.step().equals(Routes.id("a")))
                            .findFirst()
                            .orElseThrow();
            Incident incident =
                    overview.incidents().stream()
                            .filter(it -> it.kind() == Incident.Kind.HELD)
                            .findFirst()
                            .orElseThrow();
            Golden.assertMatches(
                    "guard/relied-upon.txt",
                    waiting.step()
                            + " waits for "
                            + waiting.what()
                            + "\n→ "
                            + waiting.releasedBy()
                            + "\n\n"
                            + incident.what()
                            + "\n→ "
                            + incident.next());
        }

        @Test
        void isOverOnceItIsPutBack() throws InterruptedException {
            goOn();
            rig.world.put("a", "new");

            rig.journal.ask(run(), new Operation.Retry(LEAD, Routes.id("a")));
            Ending ending = goOn();

            assertThat(ending).isEqualTo(Ending.DONE);
            assertThat(rig.calls).doesNotContain("apply a", "apply b").contains("apply c");
        }

        @Test
        void isMendedOnceWhatReliesOnItIsUndone() throws InterruptedException {
            goOn();

            rig.go(rig.runs.rollback(run(), routes.route(), Routes.id("b")));
            Ending ending = goOn();

            assertThat(ending).isEqualTo(Ending.DONE);
            assertThat(rig.calls).containsSubsequence("rollback b", "apply a", "apply b");
            assertThat(rig.world).containsEntry("a", "new");
        }
    }

    @Nested
    final class OfAStepThatWasOnlyLookedAt {
        private final Routes looking =
                new Routes()
                        .step("a", rig.thing("a"))
                        .step(
                                "b",
                                rig.thing("b").reversal(Declaration.Reversal.NOTHING_TO_UNDO),
                                "a")
                        .step("c", rig.thing("c"), "b");

        @Test
        void isMendedOnceTheLookDoesNotCountAnyMore() throws InterruptedException {
            drifts(rig, looking, "a");
            Ending held = rig.go(rig.runs.resume(run(), looking.route()));

            rig.go(rig.runs.rollback(run(), looking.route(), Routes.id("b")));
            rig.calls.clear();
            Ending ending = rig.go(rig.runs.resume(run(), looking.route()));

            assertThat(held).isEqualTo(Ending.WAITING);
            assertThat(ending).isEqualTo(Ending.DONE);
            assertThat(rig.calls).containsSubsequence("apply a", "verify b", "apply c");
        }
    }

    @Nested
    final class UnderAStepThatWasFoundRight {
        @Test
        void keepsTheNextFromBeginningUntilAllIsVerifiedAgain() throws InterruptedException {
            rig.world.put("b", "new");
            rig.go(rig.runs.open(routes.route(), routes.opening()));
            rig.go(rig.runs.rollback(run(), routes.route(), Routes.id("a")));
            rig.journal.ask(
                    run(), new Operation.Pause(LEAD, Optional.of(Routes.id("a")), "a storm"));
            rig.calls.clear();

            Ending paused = rig.go(rig.runs.resume(run(), routes.route()));
            List<String> meanwhile = List.copyOf(rig.calls);
            rig.journal.ask(run(), new Operation.Resume(LEAD, Optional.of(Routes.id("a"))));
            Ending ending = rig.go(rig.runs.resume(run(), routes.route()));

            assertThat(paused).isEqualTo(Ending.WAITING);
            assertThat(meanwhile).doesNotContain("apply c");
            assertThat(ending).isEqualTo(Ending.DONE);
            assertThat(rig.calls).containsSubsequence("apply a", "apply c");
        }
    }

    @Nested
    final class OfAStepOnWhichNothingRelies {
        @Test
        void isMended() throws InterruptedException {
            drifts(rig, routes, "b");

            Ending ending = rig.go(rig.runs.resume(run(), routes.route()));

            assertThat(ending).isEqualTo(Ending.DONE);
            assertThat(rig.calls).containsSubsequence("apply b", "apply c");
        }
    }
}
