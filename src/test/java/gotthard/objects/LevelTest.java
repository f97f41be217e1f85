package gotthard.objects;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.Golden;
import gotthard.action.Context;
import gotthard.action.Difference;
import gotthard.action.Verdict;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

/// What each level of comparison says, and what it sees.
final class LevelTest {
    @TempDir Path folder;
    private ObjectsScene scene;

    @BeforeEach
    void copy() throws Exception {
        scene = new ObjectsScene(new Proxy(folder.resolve("a")), new Proxy(folder.resolve("b")));
        scene.filled();
        scene.action().apply(scene.context(1), CopyContract.NOTHING);
    }

    @AfterEach
    void stopServers() {
        scene.close();
    }

    @Test
    void saysWhatItHasCompared() throws Exception {
        var said = new StringBuilder();
        for (Level level : Level.values()) {
            said.append(level).append(": ");
            said.append(statement(scene.action(level).verify(scene.context(1)))).append('\n');
        }

        Golden.assertMatches("objects/levels.txt", said.toString());
    }

    @Test
    void readsNothingToCount() throws Exception {
        scene.disturb();

        assertThat(scene.action(Level.COUNT).verify(scene.context(1)))
                .isInstanceOf(Verdict.Holds.class);
    }

    @Test
    void seesByRecordsWithoutTheSourceThatOthersWroteOver() throws Exception {
        Context context = scene.context(1);
        scene.disturb();

        Verdict verdict = scene.action(Level.RECORDED).verify(context);

        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Verdict.Differs.class,
                        differs ->
                                assertThat(differs.differences())
                                        .extracting(Difference::owner)
                                        .containsExactly(Difference.Owner.FOREIGN));
    }

    private static String statement(Verdict verdict) {
        return verdict instanceof Verdict.Holds(var evidence)
                ? evidence.statement()
                : verdict.toString();
    }
}
