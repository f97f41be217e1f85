package gotthard.files;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.Golden;
import gotthard.action.Before;
import gotthard.action.Verdict;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;

/// What each level of verification compares, and what its evidence claims.
final class CopyLevelTest {
    @TempDir Path folder;

    @Test
    void countComparesNamesAndSizesOnly() throws Exception {
        try (var scene = copied(30)) {
            alter(scene, 1);

            var verdict = (Verdict.Holds) scene.action(Level.COUNT).verify(scene.context(1));

            Golden.assertMatches("files/evidence-count.txt", verdict.evidence().statement());
            assertThat(verdict.evidence().bytes()).isZero();
            assertThat(scene.action(Level.FULL).verify(scene.context(1)))
                    .isInstanceOf(Verdict.Differs.class);
        }
    }

    @Test
    void countSeesAFileThatIsMissing() throws Exception {
        try (var scene = copied(30)) {
            Files.delete(scene.to.root().resolve("d1/e1/file-1.bin"));

            assertThat(scene.action(Level.COUNT).verify(scene.context(1)))
                    .isInstanceOf(Verdict.Differs.class);
        }
    }

    @Test
    void sampleComparesFourHundred() throws Exception {
        try (var scene = copied(500)) {
            var verdict = (Verdict.Holds) scene.action(Level.SAMPLE).verify(scene.context(1));

            assertThat(verdict.evidence().compared()).isEqualTo(400);
            assertThat(verdict.evidence().of()).isEqualTo(500);
            Golden.assertMatches("files/evidence-sample.txt", verdict.evidence().statement());
        }
    }

    @Test
    void sampleOfFewIsAll() throws Exception {
        try (var scene = copied(30)) {
            alter(scene, 1);

            assertThat(scene.action(Level.SAMPLE).verify(scene.context(1)))
                    .isInstanceOf(Verdict.Differs.class);
        }
    }

    @Test
    void fullNamesWhatOthersAddedAndLeavesItAlone() throws Exception {
        try (var scene = copied(30)) {
            scene.to.write("d1/others.bin", new byte[] {1, 2, 3});

            var verdict = (Verdict.Holds) scene.action(Level.FULL).verify(scene.context(1));

            Golden.assertMatches(
                    "files/evidence-others.txt",
                    verdict.evidence().statement().replace(folder.toString(), "FOLDER"));
        }
    }

    @Test
    void allThatMovesIsPaced() throws Exception {
        try (var scene = copied(30)) {
            long bytes = 0;
            for (int file = 0; file < 30; file++) {
                String path = "d%d/e%d/file-%d.bin".formatted(file % 5, file % 3, file);
                bytes += Files.size(scene.to.root().resolve(path));
            }

            assertThat(scene.context(1).paced()).isGreaterThanOrEqualTo(bytes);
        }
    }

    private CopyScene copied(int files) throws Exception {
        var scene = new CopyScene(folder).withFiles(files);
        scene.action().apply(scene.context(1), new Before.Absent());
        return scene;
    }

    /// The same size and time, another content.
    private static void alter(CopyScene scene, int file) throws Exception {
        String path = "d%d/e%d/file-%d.bin".formatted(file % 5, file % 3, file);
        byte[] content = Files.readAllBytes(scene.to.root().resolve(path));
        content[0] ^= 1;
        scene.to.write(path, content);
    }
}
