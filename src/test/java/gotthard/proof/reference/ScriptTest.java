package gotthard.proof.reference;

import static gotthard.proof.reference.ModelBuilder.ASIA;
import static gotthard.proof.reference.ModelBuilder.EUROPE;
import static gotthard.proof.reference.ModelBuilder.MOSCOW;
import static gotthard.proof.reference.ModelBuilder.ZURICH_1;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.world.Effect;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Set;

/// Steps are taken apart into sub-steps, each of one effect on one cell.
final class ScriptTest {
    private final ModelBuilder plan = new ModelBuilder().appendOnly(EUROPE).appendOnly(ASIA);

    private List<SubStep> subSteps() {
        return Script.of(plan.model()).subSteps();
    }

    @Nested
    class ABundleOverTwoCells {
        @Test
        void isAChainInEachAndWaitsForAllEnds() {
            int bundle =
                    plan.step(
                            Set.of(),
                            new Effect.Deploy(EUROPE, ZURICH_1),
                            new Effect.Deploy(ASIA, ZURICH_1),
                            new Effect.Copy(EUROPE, MOSCOW, ZURICH_1, true));
            plan.step(Set.of(bundle), new Effect.Processing(EUROPE, ZURICH_1));

            var subSteps = subSteps();

            assertThat(subSteps).extracting(SubStep::cell).containsExactly(0, 0, 1, 0);
            assertThat(subSteps)
                    .extracting(SubStep::needs)
                    .containsExactly(Set.of(), Set.of(0), Set.of(), Set.of(1, 2));
            assertThat(subSteps)
                    .extracting(SubStep::dependants)
                    .containsExactly(Set.of(1), Set.of(3), Set.of(3), Set.of());
        }

        @Test
        void isOneSubStepWhereItHasNoEffect() {
            int point = plan.pointOnly(Set.of());
            plan.pointOnly(Set.of(point));

            assertThat(subSteps()).extracting(SubStep::needs).containsExactly(Set.of(), Set.of(0));
        }
    }

    @Nested
    class WhatIsSoAlready {
        @Test
        void doesNothingWhereNobodyElseTouchesIt() {
            plan.step(Set.of(), new Effect.Deploy(EUROPE, MOSCOW));
            plan.step(Set.of(), new Effect.Processing(EUROPE, MOSCOW));
            plan.step(Set.of(), new Effect.StopProcessing(EUROPE, ZURICH_1));
            plan.step(Set.of(), new Effect.Unstage(EUROPE, MOSCOW));

            assertThat(subSteps()).noneMatch(SubStep::acts);
        }

        @Test
        void actsWhereSomebodyElseTouchesIt() {
            plan.step(Set.of(), new Effect.Processing(EUROPE, MOSCOW));
            plan.step(Set.of(), new Effect.StopProcessing(EUROPE, MOSCOW));

            assertThat(subSteps()).allMatch(SubStep::acts);
        }

        @Test
        void actsWhereItIsNotSo() {
            plan.step(Set.of(), new Effect.Deploy(EUROPE, ZURICH_1));
            plan.step(Set.of(), new Effect.Stage(EUROPE, MOSCOW));
            plan.step(Set.of(), new Effect.Fence(EUROPE, ZURICH_1));

            assertThat(subSteps()).allMatch(SubStep::acts);
        }
    }
}
