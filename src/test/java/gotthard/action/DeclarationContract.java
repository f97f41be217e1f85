package gotthard.action;

import static gotthard.action.Expectation.Moment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import gotthard.world.Cell;
import gotthard.world.CellId;
import gotthard.world.Effect;
import gotthard.world.Level;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// An action does what it declares, all of it and nothing else: done, half done and undone. What should be is computed from its
/// declaration by the model of the proof; what is there is looked up without it.
public abstract class DeclarationContract {
    /// Sites made ready for one test: the action has not run, what it needs is there, and beside its target stand things that others
    /// made.
    public interface Scene extends AutoCloseable {
        Action action();

        /// A context under the key of a run; the same number gives the same key and the same checkpoints.
        Context context(int run);

        /// All that can be observed where the action works, by name: what others made included. Leave out what changes by itself.
        Map<String, String> world() throws Exception;

        /// The cells that have something at these sites, as they are before the action runs.
        List<Cell> cells();

        /// What was done to these cells before, by earlier steps.
        default List<Effect> earlier() {
            return List.of();
        }

        /// How much of each cell there is, read from files and objects by the scene itself. Holds all that the action's effects may change.
        Map<Sight, Level> levels() throws Exception;

        /// Which of the declared leavings a thing of the world is that an attempt has left, in its words; what is none of them by its
        /// own name.
        ///
        /// @param now what it is, empty where it is gone
        default String leaving(String thing, String now) {
            return thing;
        }

        /// Whether a second run's own work at the same place must be told from the first's.
        default boolean marks() {
            return action().declaration().marking() != Declaration.Guard.NONE;
        }

        /// Breaks one thing that the action made, or looks at, as a stranger would.
        void disturb() throws Exception;

        /// Starts [Action#apply] and cuts it off somewhere in the middle, as `kill -9` would: no clean-up of its own.
        ///
        /// @return false when this action can't be cut off because it is one single change
        boolean cutOff(Context context, Before before) throws Exception;

        @Override
        void close();
    }

    protected abstract Scene scene() throws Exception;

    @Test
    void doesToCellsWhatItDeclares() throws Exception {
        try (Scene scene = scene()) {
            Context context = scene.context(1);
            Action action = scene.action();
            assertThatItLooksAtAllThatIsDeclared(scene);
            action.predict(context, Forecast.EMPTY);
            action.verify(context);
            Before before = captured(action, context);
            assertThatCellsAre(Moment.BEFORE, scene);

            action.apply(context, before);

            assertThatCellsAre(Moment.DONE, scene);
        }
    }

    @Test
    void undoesOfCellsWhatItDeclares() throws Exception {
        try (Scene scene = scene()) {
            Context context = scene.context(1);
            Action action = scene.action();
            Before before = captured(action, context);
            action.apply(context, before);

            action.rollback(context, before);

            assertThatCellsAre(Moment.UNDONE, scene);
        }
    }

    @Test
    void isCutOffWithWhatItDeclares() throws Exception {
        try (Scene scene = scene()) {
            Context context = scene.context(1);
            Action action = scene.action();
            Map<String, String> world = scene.world();
            Before before = captured(action, context);

            assumeThat(scene.cutOff(context, before)).isTrue();

            assertThatCellsAre(Moment.CUT_OFF, scene);
            assertThatLeavingsAreDeclared(scene, world);
            action.apply(context, before);
            assertThatCellsAre(Moment.DONE, scene);
        }
    }

    @Test
    void undoesAfterACutWhatItDeclares() throws Exception {
        try (Scene scene = scene()) {
            Context context = scene.context(1);
            Action action = scene.action();
            Before before = captured(action, context);
            assumeThat(scene.cutOff(context, before)).isTrue();

            action.rollback(context, before);

            assertThatCellsAre(Moment.UNDONE_AFTER_A_CUT, scene);
        }
    }

    @Test
    void leavesWhatItCannotUndoAsItIsAndSaysSo() throws Exception {
        try (Scene scene = scene()) {
            Context context = scene.context(1);
            Action action = scene.action();
            assumeThat(action.declaration().reversal())
                    .isEqualTo(Declaration.Reversal.IRREVERSIBLE);
            Before before = captured(action, context);
            Map<String, String> first = scene.world();
            action.apply(context, before);
            Map<String, String> world = scene.world();

            Outcome undone = action.rollback(context, before);

            assertThat(undone)
                    .isInstanceOfSatisfying(
                            Outcome.Failed.class,
                            failed -> {
                                assertThat(failed.failure().kind()).isEqualTo(Failure.Kind.REFUSED);
                                assertThat(failed.failure().next()).isNotBlank();
                            });
            assertThat(world).as("it changes something").isNotEqualTo(first);
            assertThat(scene.world()).isEqualTo(world);
            assertThat(action.restored(context, before)).isNotInstanceOf(Verdict.Holds.class);
        }
    }

    @Test
    void hasNothingToUndoOnlyWhereItLeavesNothing() throws Exception {
        try (Scene scene = scene()) {
            Declaration declaration = scene.action().declaration();
            assumeThat(declaration.reversal()).isEqualTo(Declaration.Reversal.NOTHING_TO_UNDO);

            assertThat(declaration.leavings()).isEmpty();
            for (Sight sight : scene.levels().keySet()) {
                assertThat(expectation(scene, sight.cell()).changes(sight))
                        .as("declares to change " + sight)
                        .isFalse();
            }
        }
    }

    static Before captured(Action action, Context context) throws Exception {
        return switch (action.capture(context)) {
            case Captured.Found(var before) -> before;
            case Captured.Recovered(var before, _) -> before;
            case Captured.Failed(var failure) ->
                    throw new AssertionError("capture failed: " + failure);
        };
    }

    private static Expectation expectation(Scene scene, CellId id) {
        Cell cell =
                scene.cells().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
        return Expectation.of(cell, scene.earlier(), scene.action().declaration());
    }

    /// A scene that looks elsewhere would find every declaration true.
    private static void assertThatItLooksAtAllThatIsDeclared(Scene scene) throws Exception {
        for (Effect effect : scene.action().declaration().effects()) {
            Expectation expectation = expectation(scene, effect.cell());
            for (var site : effect.shows()) {
                for (var quality : Sight.Quality.values()) {
                    var sight = new Sight(effect.cell(), site, quality);
                    if (expectation.changes(sight)) {
                        assertThat(scene.levels()).as("looks at " + sight).containsKey(sight);
                    }
                }
            }
        }
    }

    private static void assertThatCellsAre(Moment moment, Scene scene) throws Exception {
        for (var seen : scene.levels().entrySet()) {
            Expectation expectation = expectation(scene, seen.getKey().cell());
            assertThat(expectation.levels(moment, seen.getKey()))
                    .as("%s, %s, is", seen.getKey(), moment)
                    .contains(seen.getValue());
        }
    }

    private static void assertThatLeavingsAreDeclared(Scene scene, Map<String, String> world)
            throws Exception {
        Map<String, String> left = scene.world();
        var things = new TreeSet<>(world.keySet());
        things.addAll(left.keySet());
        for (String thing : things) {
            String now = left.getOrDefault(thing, "");
            if (!now.equals(world.getOrDefault(thing, ""))) {
                assertThat(scene.action().declaration().leavings())
                        .as("declares that it may leave %s: %s", thing, now)
                        .contains(scene.leaving(thing, now));
            }
        }
    }
}
