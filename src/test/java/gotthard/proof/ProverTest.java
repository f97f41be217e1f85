package gotthard.proof;

import static gotthard.proof.Sketch.FIRST;
import static gotthard.proof.Sketch.MOSCOW;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.world.Effect;
import gotthard.world.Invariant;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ProverTest {
    @Nested
    class SoundPlan {
        @Test
        void ofFilesIsProven() {
            assertThat(Prover.prove(SoundPlans.files(), Limits.USUAL))
                    .isInstanceOf(Proof.Proven.class);
        }

        @Test
        void ofADatabaseWithAStandbyIsProven() {
            assertThat(Prover.prove(SoundPlans.database(), Limits.USUAL))
                    .isInstanceOf(Proof.Proven.class);
        }
    }

    @Nested
    class MoscowStopsFirst {
        @Test
        void leavesAGap() {
            var sketch = new Sketch();
            var cell = sketch.files("europe", FIRST);
            sketch.step("stop", "", new Effect.StopProcessing(cell, MOSCOW))
                    .step("copy", "stop", SoundPlans.copy(cell, FIRST))
                    .step("deploy", "copy", new Effect.Deploy(cell, FIRST))
                    .step("process", "deploy", new Effect.Processing(cell, FIRST));

            var proof = Prover.prove(sketch.model(), Limits.USUAL);

            assertThat(proof).isInstanceOf(Proof.Refuted.class);
            var story = ((Proof.Refuted) proof).stories().getFirst();
            assertThat(story.broken()).isEqualTo(Invariant.GAP);
            assertThat(story.length()).isEqualTo(1);
            assertThat(story.culprit()).contains(0);
        }
    }

    @Nested
    class TwoCellsThatWaitForEachOther {
        @Test
        void areSeenInTheWholePlanOnly() {
            var sketch = new Sketch();
            var europe = sketch.files("europe", FIRST);
            var asia = sketch.files("asia", FIRST);
            sketch.step("verify-europe", "", new Effect.Verify(europe, MOSCOW, FIRST))
                    .step("verify-asia", "", new Effect.Verify(asia, MOSCOW, FIRST))
                    .step("copy-asia", "verify-europe", SoundPlans.copy(asia, FIRST))
                    .step("copy-europe", "verify-asia", SoundPlans.copy(europe, FIRST));

            var proof = Prover.prove(sketch.model(), Limits.USUAL);

            assertThat(proof).isInstanceOf(Proof.Refuted.class);
            assertThat(((Proof.Refuted) proof).stories())
                    .extracting(Story::broken)
                    .containsExactly(Invariant.STUCK_FORWARD, Invariant.STUCK_FORWARD);
        }
    }

    @Nested
    class NoTime {
        @Test
        void decidesNothing() {
            var proof =
                    Prover.prove(SoundPlans.files(), new Limits(1_000_000, 1 << 30, () -> true));

            assertThat(proof).isInstanceOf(Proof.Undecided.class);
        }
    }
}
