package gotthard.run;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.action.Action;
import gotthard.action.Context;
import gotthard.action.Failure;
import gotthard.action.Forecast;
import gotthard.action.Locator;
import gotthard.action.Prediction;
import gotthard.graph.StepId;
import gotthard.inventory.EndpointName;
import gotthard.inventory.SiteName;
import gotthard.journal.Deviation;
import gotthard.journal.Ending;
import gotthard.journal.Event;
import gotthard.journal.Expected;
import gotthard.journal.Hold;
import gotthard.journal.StepState;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A run of a saved plan: what a step would do is compared with what was predicted, just before its intent.
@Timeout(60)
final class ExpectationsTest {
    private static final String DIGEST = "0123456789abcdef0123456789abcdef";

    private final Rig rig = new Rig();
    private final Routes routes =
            new Routes()
                    .step("a", thing("a"))
                    .step("b", thing("b"), "a")
                    .step("c", thing("c"), "b");
    private final Expected expected = expected("a", "b", "c");

    @Test
    void goesThroughWhenAllIsAsPredicted() throws InterruptedException {
        Ending ending =
                rig.go(
                        rig.runs.open(
                                routes.route(),
                                Beginning.of(routes.opening()).expecting(expected)));

        assertThat(ending).isEqualTo(Ending.DONE);
        assertThat(rig.state().expected()).contains(expected);
    }

    @Test
    void holdsTheRunWhereAThingIsNotAsPredicted() throws InterruptedException {
        rig.world.put("b", "old");

        Ending ending =
                rig.go(
                        rig.runs.open(
                                routes.route(),
                                Beginning.of(routes.opening()).expecting(expected)));

        assertThat(ending).isEqualTo(Ending.WAITING);
        assertThat(rig.world).isEqualTo(Map.of("a", "new", "b", "old"));
        assertThat(rig.state().step(Routes.id("b")).state())
                .isEqualTo(
                        new StepState.Held(
                                new Hold.Deviates(
                                        List.of(
                                                new Deviation(
                                                        "zurich-1/cluster b",
                                                        "create: is made",
                                                        "update: is changed")))));
        assertThat(rig.calls).doesNotContain("apply b");
    }

    @Test
    void holdsTheRunWhereSomebodyElseHasDoneItAlready() throws InterruptedException {
        rig.world.put("b", "new");

        Ending ending =
                rig.go(
                        rig.runs.open(
                                routes.route(),
                                Beginning.of(routes.opening()).expecting(expected)));

        assertThat(ending).isEqualTo(Ending.WAITING);
        assertThat(rig.state().step(Routes.id("b")).state()).isInstanceOf(StepState.Held.class);
        assertThat(rig.calls).doesNotContain("apply b", "apply c");
    }

    @Test
    void goesOnOnceItIsAsPredictedAgain() throws InterruptedException {
        rig.world.put("b", "old");
        rig.go(rig.runs.open(routes.route(), Beginning.of(routes.opening()).expecting(expected)));
        rig.world.remove("b");

        Ending ending = rig.go(rig.runs.resume(rig.state().id(), routes.route()));

        assertThat(ending).isEqualTo(Ending.DONE);
        assertThat(rig.world).containsOnlyKeys("a", "b", "c");
    }

    @Test
    void looksAgainWhereASiteIsSilentForAMoment() throws InterruptedException {
        var blind = new int[1];
        var silent =
                new Predicting("a") {
                    @Override
                    public Prediction predict(Context context, Forecast earlier) {
                        return blind[0]++ == 0
                                ? new Prediction.Obstacle(
                                        Failure.transientFailure("silent", "wait"))
                                : super.predict(context, earlier);
                    }
                };
        var one = new Routes().step("a", silent);

        Ending ending =
                rig.go(
                        rig.runs.open(
                                one.route(), Beginning.of(one.opening()).expecting(expected("a"))));

        assertThat(ending).isEqualTo(Ending.DONE);
    }

    @Test
    void isNamedAfterTheDigestSoThatItsKeysAreTheSameEverywhere() throws InterruptedException {
        var elsewhere = new Rig();

        rig.go(rig.runs.open(routes.route(), Beginning.of(routes.opening()).expecting(expected)));
        var there = elsewhere.runs.id(routes.opening().plan(), DIGEST);

        assertThat(rig.state().id()).isEqualTo(there);
        assertThat(rig.runs.id(routes.opening().plan(), DIGEST)).isNotEqualTo(there);
    }

    @Test
    void isWrittenRightAfterTheOpening() throws InterruptedException {
        rig.go(rig.runs.open(routes.route(), Beginning.of(routes.opening()).expecting(expected)));

        assertThat(rig.journal.entries(rig.state().id(), 0).get(1).event())
                .isEqualTo(new Event.RunExpects(expected));
    }

    private static Expected expected(String... names) {
        var predictions = new LinkedHashMap<StepId, Prediction>();
        for (String name : names) {
            predictions.put(Routes.id(name), change(Prediction.Sign.CREATE, name, "is made"));
        }
        return new Expected(DIGEST, predictions);
    }

    private static Prediction change(Prediction.Sign sign, String name, String summary) {
        var thing = new Locator(EndpointName.cluster(new SiteName("zurich-1")), name);
        return new Prediction.Changes(
                Prediction.Certainty.EXACT,
                List.of(new Prediction.Change(sign, thing, summary, List.of())));
    }

    private Action thing(String name) {
        return new Predicting(name);
    }

    private class Predicting extends ThingAction {
        private final String name;

        Predicting(String name) {
            super(rig.world, name, rig.calls);
            this.name = name;
        }

        @Override
        public Prediction predict(Context context, Forecast earlier) {
            return rig.world.containsKey(name)
                    ? change(Prediction.Sign.UPDATE, name, "is changed")
                    : change(Prediction.Sign.CREATE, name, "is made");
        }
    }
}
