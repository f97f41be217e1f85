package gotthard.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import gotthard.Golden;
import gotthard.action.Action;
import gotthard.action.Before;
import gotthard.action.Captured;
import gotthard.action.LentContext;
import gotthard.action.Outcome;
import gotthard.action.Verdict;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;

/// A target that two coordinators of one run copy to.
final class FencedCopyTest {
    @TempDir private Path folder;
    private CopyScene scene;
    private LentContext older;
    private LentContext newer;
    private Action action;
    private Before before;

    FencedCopyTest() {}

    @BeforeEach
    void start() throws Exception {
        scene = new CopyScene(folder).withFiles(20);
        older = scene.context(1).withFence(4);
        newer = scene.context(1).withFence(5);
        action = scene.action();
        before = ((Captured.Found) action.capture(older)).before();
    }

    @AfterEach
    void end() {
        older.close();
        newer.close();
        scene.close();
    }

    private Copying copying(LentContext context) throws Exception {
        return Copying.of(scene.folders("europe"), context);
    }

    @Test
    void refusesTheOneThatWasOvertaken() throws Exception {
        action.apply(newer, before);
        scene.from.write("late.txt", "late");
        var world = scene.world();

        Outcome applied = action.apply(older, before);
        Outcome undone = action.rollback(older, before);

        assertThat(scene.world()).isEqualTo(world);
        assertThat(applied).isInstanceOf(Outcome.Failed.class);
        Golden.assertMatches(
                "files/overtaken.txt",
                ((Outcome.Failed) applied)
                        .failure()
                        .toString()
                        .replace(folder.toString(), "FOLDER")
                        .replaceAll("gotthard-[0-9a-f]+", "gotthard-KEY"));
        assertThat(undone).isInstanceOf(Outcome.Failed.class);
    }

    @Test
    void obeysTheOneThatCameLater() throws Exception {
        var world = scene.world();
        action.apply(older, before);

        Outcome undone = action.rollback(newer, before);

        assertThat(undone).isInstanceOf(Outcome.Changed.class);
        assertThat(scene.world()).isEqualTo(world);
        assertThat(action.restored(newer, before)).isInstanceOf(Verdict.Holds.class);
    }

    @Test
    void letsTheOvertakenOneChangeNothingOnceItsWorkIsUndone() throws Exception {
        Copying stopped = copying(older);
        stopped.begin();
        action.rollback(newer, before);
        var world = scene.world();

        Halt prepares =
                catchThrowableOfType(
                        Halt.class,
                        () ->
                                stopped.target()
                                        .change(
                                                stopped.claim(),
                                                Scripts.PREPARE,
                                                List.of(stopped.stage().path()),
                                                List.of()));

        assertThat(prepares).isNotNull();
        assertThat(prepares.failure().what()).contains("another coordinator has gone on");
        assertThat(scene.world()).isEqualTo(world);
    }
}
