package gotthard.journal;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.action.Failure;
import gotthard.action.Locator;
import gotthard.action.Prediction;
import gotthard.action.Prediction.Certainty;
import gotthard.action.Prediction.Change;
import gotthard.action.Prediction.Sign;
import gotthard.graph.StepId;
import gotthard.inventory.EndpointName;
import gotthard.inventory.SiteName;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.util.LinkedHashMap;
import java.util.List;

final class ExpectedTest {
    private static final StepId APPLY = new StepId("apply");
    private static final StepId SCALE = new StepId("scale");
    private static final Locator RULES = thing("ConfigMap intake/rules");
    private static final Locator WORKLOAD = thing("Deployment intake/analysis");

    private final Expected expected = expected();

    /// A step makes two objects; another scales one of them.
    private static Expected expected() {
        var predictions = new LinkedHashMap<StepId, Prediction>();
        predictions.put(
                APPLY,
                changes(
                        Certainty.SIMULATED,
                        change(Sign.CREATE, RULES, "is made"),
                        change(Sign.CREATE, WORKLOAD, "is made")));
        predictions.put(
                SCALE,
                changes(Certainty.SIMULATED, change(Sign.UPDATE, WORKLOAD, "replicas: ? → 2")));
        return new Expected("00", predictions);
    }

    @Nested
    final class BeforeAStep {
        @Test
        void itIsAsPredictedHoweverSurelyItWasKnown() {
            var now =
                    changes(
                            Certainty.EXACT,
                            change(Sign.CREATE, WORKLOAD, "is made"),
                            change(Sign.CREATE, RULES, "is made"));

            assertThat(expected.deviations(APPLY, now)).isEmpty();
        }

        @Test
        void whatEarlierStepsDidIsAsPlanned() {
            var now = changes(Certainty.EXACT, change(Sign.UPDATE, WORKLOAD, "replicas: 1 → 2"));

            assertThat(expected.deviations(SCALE, now)).isEmpty();
        }

        @Test
        void aChangeThatSomebodyElseMadeAlreadyDeviates() {
            var now = changes(Certainty.EXACT, change(Sign.CREATE, WORKLOAD, "is made"));

            assertThat(expected.deviations(APPLY, now))
                    .containsExactly(
                            new Deviation(
                                    "zurich-1/cluster ConfigMap intake/rules",
                                    "create: is made",
                                    "nothing"));
        }

        @Test
        void anotherChangeOfTheSameThingDeviates() {
            var now =
                    changes(
                            Certainty.EXACT,
                            change(Sign.UPDATE, RULES, "1 field changes", "data.a: b → c"),
                            change(Sign.CREATE, WORKLOAD, "is made"));

            assertThat(expected.deviations(APPLY, now))
                    .containsExactly(
                            new Deviation(
                                    "zurich-1/cluster ConfigMap intake/rules",
                                    "create: is made",
                                    "update: 1 field changes (data.a: b → c)"));
        }

        @Test
        void aThingMoreDeviates() {
            var now =
                    changes(
                            Certainty.EXACT,
                            change(Sign.UPDATE, WORKLOAD, "replicas: 1 → 2"),
                            change(Sign.DELETE, RULES, "is deleted"));

            // RULES is left to the step that makes it
            assertThat(expected.deviations(SCALE, now)).isEmpty();
            assertThat(
                            expected.deviations(
                                    SCALE,
                                    changes(
                                            Certainty.EXACT,
                                            change(Sign.DELETE, thing("Job a/b"), "is deleted"))))
                    .extracting(Deviation::found)
                    .containsExactly("delete: is deleted");
        }

        @Test
        void whatWouldFailDeviates() {
            var now = new Prediction.Obstacle(Failure.refused("no room", "make some"));

            assertThat(expected.deviations(APPLY, now))
                    .extracting(Deviation::toString)
                    .containsExactly(
                            "the step: predicted 2 changes, now it would fail: no room; make some");
        }

        @Test
        void aStepOfWhichNothingIsExpectedDoesNotDeviate() {
            assertThat(expected.deviations(new StepId("go"), new Prediction.Nothing("x")))
                    .isEmpty();
        }
    }

    @Nested
    final class BeforeTheFirstStep {
        @Test
        void theSamePredictionsDiffersInNothing() {
            assertThat(expected.changes(expected().predictions())).isEmpty();
        }

        @Test
        void aThingThatOtherStepsChangeIsComparedToo() {
            var again = new LinkedHashMap<>(expected.predictions());
            again.put(SCALE, new Prediction.Nothing("2 replicas already"));

            assertThat(expected.changes(again))
                    .containsOnlyKeys(SCALE)
                    .containsValue(
                            List.of(
                                    new Deviation(
                                            "zurich-1/cluster Deployment intake/analysis",
                                            "update: replicas: ? → 2",
                                            "nothing")));
        }
    }

    private static Prediction.Changes changes(Certainty certainty, Change... changes) {
        return new Prediction.Changes(certainty, List.of(changes));
    }

    private static Change change(Sign sign, Locator thing, String summary, String... details) {
        return new Change(sign, thing, summary, List.of(details));
    }

    private static Locator thing(String path) {
        return new Locator(EndpointName.cluster(new SiteName("zurich-1")), path);
    }
}
