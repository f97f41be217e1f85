package gotthard.files;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.action.Action;
import gotthard.action.Captured;
import gotthard.action.Outcome;
import gotthard.action.Verdict;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Several regions in one step.
final class CopyOfRegionsTest {
    @TempDir Path folder;

    @Test
    void areCopiedProvenAndRolledBackTogether() throws Exception {
        try (var scene = new CopyScene(folder).withFiles(20)) {
            Path japan = scene.source.path("/srv/intake/files/japan");
            CopyScene.fill(new FileTree(japan), 7);
            Files.createDirectories(scene.target.path("/srv/intake/files/japan"));
            Action action = scene.action(List.of("europe", "japan"));
            var world = scene.world();
            var before = ((Captured.Found) action.capture(scene.context(1))).before();

            Outcome copied = action.apply(scene.context(1), before);

            assertThat(copied).isInstanceOf(Outcome.Changed.class);
            assertThat(((Outcome.Changed) copied).evidence().compared()).isEqualTo(27);
            assertThat(new FileTree(scene.target.path("/srv/intake/files/japan")).describe())
                    .isEqualTo(new FileTree(japan).describe());
            var verdict = (Verdict.Holds) action.verify(scene.context(1));
            assertThat(verdict.evidence().compared()).isEqualTo(27);

            Outcome undone = action.rollback(scene.context(1), before);

            assertThat(undone).isInstanceOf(Outcome.Changed.class);
            assertThat(scene.world()).isEqualTo(world);
            assertThat(action.restored(scene.context(1), before)).isInstanceOf(Verdict.Holds.class);
        }
    }

    @Test
    void differWhereOneDiffers() throws Exception {
        try (var scene = new CopyScene(folder).withFiles(20)) {
            CopyScene.fill(new FileTree(scene.source.path("/srv/intake/files/japan")), 7);
            scene.action().apply(scene.context(1), new gotthard.action.Before.Absent());

            Verdict verdict = scene.action(List.of("europe", "japan")).verify(scene.context(1));

            assertThat(((Verdict.Differs) verdict).differences())
                    .allMatch(difference -> difference.thing().contains("/japan"));
        }
    }
}
