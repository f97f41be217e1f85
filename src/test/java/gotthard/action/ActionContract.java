package gotthard.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import org.junit.jupiter.api.Test;

import java.util.Map;

/// What every action promises, whatever it changes, beside that it does what it declares. Each action extends this on the sandbox, and
/// again with `@Tag("lab")` on real sites.
public abstract class ActionContract extends DeclarationContract {
    /// Of an action that changes nothing; its scene is made ready so that it holds.
    private static final Declaration.Reversal ONLY_LOOKS = Declaration.Reversal.NOTHING_TO_UNDO;

    @Test
    void differsBeforeAndHoldsAfter() throws Exception {
        try (Scene scene = scene()) {
            Context context = scene.context(1);
            Action action = scene.action();
            assumeThat(action.declaration().reversal()).isNotEqualTo(ONLY_LOOKS);
            assertThat(action.verify(context)).isInstanceOf(Verdict.Differs.class);

            Outcome outcome = action.apply(context, captured(action, context));

            assertThat(outcome).isInstanceOf(Outcome.Changed.class);
            assertThat(action.verify(context))
                    .isInstanceOfSatisfying(
                            Verdict.Holds.class,
                            holds -> assertThat(holds.evidence().compared()).isPositive());
        }
    }

    @Test
    void lookingChangesNothing() throws Exception {
        try (Scene scene = scene()) {
            Context context = scene.context(1);
            Map<String, String> world = scene.world();

            scene.action().predict(context, Forecast.EMPTY);
            scene.action().verify(context);
            captured(scene.action(), context);

            assertThat(scene.world()).isEqualTo(world);
        }
    }

    @Test
    void predictsAChangeAndThenNothing() throws Exception {
        try (Scene scene = scene()) {
            Context context = scene.context(1);
            Action action = scene.action();
            assumeThat(action.declaration().reversal()).isNotEqualTo(ONLY_LOOKS);
            assertThat(action.predict(context, Forecast.EMPTY))
                    .isInstanceOfSatisfying(
                            Prediction.Changes.class,
                            changes -> assertThat(changes.changes()).isNotEmpty());

            action.apply(context, captured(action, context));

            assertThat(action.predict(context, Forecast.EMPTY))
                    .isInstanceOf(Prediction.Nothing.class);
        }
    }

    @Test
    void repeatingUnderOneKeyChangesNothingMore() throws Exception {
        try (Scene scene = scene()) {
            Context context = scene.context(1);
            Action action = scene.action();
            Before before = captured(action, context);
            action.apply(context, before);
            Map<String, String> world = scene.world();

            Outcome again = action.apply(context, before);

            assertThat(again).isInstanceOfAny(Outcome.AlreadyDone.class, Outcome.Changed.class);
            assertThat(scene.world()).isEqualTo(world);
        }
    }

    @Test
    void rollbackRestoresWhatWasThere() throws Exception {
        try (Scene scene = scene()) {
            Context context = scene.context(1);
            Action action = scene.action();
            assumeThat(action.declaration().reversal()).isEqualTo(Declaration.Reversal.RESTORES);
            Map<String, String> world = scene.world();
            Before before = captured(action, context);
            action.apply(context, before);
            assertThat(scene.world()).isNotEqualTo(world);

            Outcome undone = action.rollback(context, before);

            assertThat(undone).isInstanceOf(Outcome.Changed.class);
            assertThat(scene.world()).isEqualTo(world);
            assertThat(action.restored(context, before)).isInstanceOf(Verdict.Holds.class);
        }
    }

    @Test
    void rollbackTwiceIsOnce() throws Exception {
        try (Scene scene = scene()) {
            Context context = scene.context(1);
            Action action = scene.action();
            assumeThat(action.declaration().reversal()).isEqualTo(Declaration.Reversal.RESTORES);
            Before before = captured(action, context);
            action.apply(context, before);
            action.rollback(context, before);
            Map<String, String> world = scene.world();

            Outcome again = action.rollback(context, before);

            assertThat(again).isInstanceOfAny(Outcome.AlreadyDone.class, Outcome.Changed.class);
            assertThat(scene.world()).isEqualTo(world);
        }
    }

    @Test
    void isNotRestoredWhileItStands() throws Exception {
        try (Scene scene = scene()) {
            Context context = scene.context(1);
            Action action = scene.action();
            assumeThat(action.declaration().reversal()).isEqualTo(Declaration.Reversal.RESTORES);
            Before before = captured(action, context);
            action.apply(context, before);

            assertThat(action.restored(context, before)).isInstanceOf(Verdict.Differs.class);
        }
    }

    @Test
    void seesADisturbance() throws Exception {
        try (Scene scene = scene()) {
            Context context = scene.context(1);
            Action action = scene.action();
            action.apply(context, captured(action, context));

            scene.disturb();

            assertThat(action.verify(context)).isInstanceOf(Verdict.Differs.class);
        }
    }

    @Test
    void resumesAfterACut() throws Exception {
        try (Scene scene = scene()) {
            Context context = scene.context(1);
            Action action = scene.action();
            Before before = captured(action, context);
            assumeThat(scene.cutOff(context, before)).isTrue();

            Outcome outcome = action.apply(context, before);

            assertThat(outcome).isInstanceOfAny(Outcome.Changed.class, Outcome.AlreadyDone.class);
            assertThat(action.verify(context)).isInstanceOf(Verdict.Holds.class);
        }
    }

    @Test
    void rollsBackAfterACut() throws Exception {
        try (Scene scene = scene()) {
            Context context = scene.context(1);
            Action action = scene.action();
            assumeThat(action.declaration().reversal()).isEqualTo(Declaration.Reversal.RESTORES);
            Map<String, String> world = scene.world();
            Before before = captured(action, context);
            assumeThat(scene.cutOff(context, before)).isTrue();

            action.rollback(context, before);

            assertThat(scene.world()).isEqualTo(world);
            assertThat(action.restored(context, before)).isInstanceOf(Verdict.Holds.class);
        }
    }

    /// As a journal does that was restored from a backup: it captures what it has done already.
    @Test
    void isTakenOverByItsMarksWhereTheJournalHasLostIt() throws Exception {
        try (Scene scene = scene()) {
            Action action = scene.action();
            assumeThat(scene.marks()).isTrue();
            assumeThat(action.declaration().reversal()).isEqualTo(Declaration.Reversal.RESTORES);
            Context context = scene.context(1);
            assertThat(action.marked(context)).isEmpty();
            action.apply(context, captured(action, context));
            Map<String, String> world = scene.world();

            Before later = captured(action, context);
            action.apply(context, later);

            assertThat(action.marked(context)).isPresent();
            assertThat(action.marked(scene.context(2))).isEmpty();
            assertThat(scene.world()).as("nothing is repeated").isEqualTo(world);
            action.rollback(context, later);
            assertThat(
                            action.restored(context, later) instanceof Verdict.Holds
                                    || action.marked(context).isPresent())
                    .as("what can't be undone is not left without a word")
                    .isTrue();
        }
    }

    @Test
    void anotherRunsRollbackLeavesOurs() throws Exception {
        try (Scene scene = scene()) {
            Action action = scene.action();
            assumeThat(scene.marks()).isTrue();
            assumeThat(action.declaration().reversal()).isEqualTo(Declaration.Reversal.RESTORES);
            Context ours = scene.context(1);
            Before before = captured(action, ours);
            action.apply(ours, before);
            Map<String, String> world = scene.world();

            action.rollback(scene.context(2), before);

            assertThat(scene.world()).isEqualTo(world);
        }
    }

    @Test
    void collectingLeavesWhatItMade() throws Exception {
        try (Scene scene = scene()) {
            Context context = scene.context(1);
            Action action = scene.action();
            action.apply(context, captured(action, context));
            Verdict applied = action.verify(context);

            Outcome collected = action.collect(context);

            assertThat(collected).isInstanceOfAny(Outcome.Changed.class, Outcome.AlreadyDone.class);
            assertThat(applied).isInstanceOf(Verdict.Holds.class);
            assertThat(action.verify(context)).isEqualTo(applied);
            assertThat(action.collect(context)).isInstanceOf(Outcome.AlreadyDone.class);
        }
    }

    @Test
    void anotherRunsCollectingChangesNothing() throws Exception {
        try (Scene scene = scene()) {
            Context context = scene.context(1);
            Action action = scene.action();
            action.apply(context, captured(action, context));
            Map<String, String> world = scene.world();

            Outcome collected = action.collect(scene.context(2));

            assertThat(collected).isInstanceOf(Outcome.AlreadyDone.class);
            assertThat(scene.world()).isEqualTo(world);
        }
    }

    @Test
    void anActionThatOnlyLooksHoldsAndChangesNothing() throws Exception {
        try (Scene scene = scene()) {
            Context context = scene.context(1);
            Action action = scene.action();
            assumeThat(action.declaration().reversal()).isEqualTo(ONLY_LOOKS);
            Map<String, String> world = scene.world();
            Before before = captured(action, context);

            Outcome outcome = action.apply(context, before);
            Outcome undone = action.rollback(context, before);

            assertThat(outcome).isInstanceOf(Outcome.AlreadyDone.class);
            assertThat(undone).isInstanceOf(Outcome.AlreadyDone.class);
            assertThat(action.predict(context, Forecast.EMPTY))
                    .isInstanceOf(Prediction.Nothing.class);
            assertThat(action.verify(context))
                    .isInstanceOfSatisfying(
                            Verdict.Holds.class,
                            holds -> assertThat(holds.evidence().compared()).isPositive());
            assertThat(action.restored(context, before)).isInstanceOf(Verdict.Holds.class);
            assertThat(scene.world()).isEqualTo(world);
        }
    }

    @Test
    void anActionThatOnlyLooksFailsWhereItIsNotAsWanted() throws Exception {
        try (Scene scene = scene()) {
            Context context = scene.context(1);
            Action action = scene.action();
            assumeThat(action.declaration().reversal()).isEqualTo(ONLY_LOOKS);
            scene.disturb();
            Map<String, String> world = scene.world();

            Outcome outcome = action.apply(context, captured(action, context));

            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            Outcome.Failed.class,
                            failed -> assertThat(failed.failure().next()).isNotBlank());
            assertThat(action.predict(context, Forecast.EMPTY))
                    .isNotInstanceOf(Prediction.Nothing.class);
            assertThat(scene.world()).isEqualTo(world);
        }
    }
}
