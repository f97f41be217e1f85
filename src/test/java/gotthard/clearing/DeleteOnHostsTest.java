package gotthard.clearing;

import static gotthard.clearing.ClearingScene.MOSCOW;
import static gotthard.clearing.ClearingScene.ZURICH;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.action.Evidence;
import gotthard.action.Failure;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;

/// On hosts of the sandbox.
final class DeleteOnHostsTest extends DeleteContract {
    @TempDir Path folder;

    @Override
    OnHosts empty() throws Exception {
        return new OnHosts(folder);
    }

    @Override
    String kept() {
        return "files/.gotthard-other/europe/brought";
    }

    @Test
    void leavesAndNamesWhatChangesBeforeItsTurn() throws Exception {
        try (var scene = empty()) {
            scene.filled();
            Path last = scene.root(MOSCOW).resolve("files/europe/d2/file-29");
            scene.beforeTheFirst("echo more >>" + last);

            Failure failure = refused(scene.action().apply(scene.context(1), NOTHING));

            assertThat(failure.what())
                    .contains("1 file came or changed")
                    .contains("d2/file-29; 29 files of europe/uploads are deleted");
            assertThat(Files.readString(last)).isEqualTo("europe 29more\n");
        }
    }

    @Test
    void leavesWhatMayLieInAVolumeOfANode() throws Exception {
        try (var scene = empty()) {
            scene.filled().onNode(scene.root(MOSCOW).resolve("files").toString());

            Evidence evidence = changed(scene.action().apply(scene.context(1), NOTHING));

            assertThat(evidence.compared()).isEqualTo(20);
            assertThat(evidence.details())
                    .anyMatch(
                            line ->
                                    line.startsWith("10 files stay: perhaps also europe/scans's")
                                            && line.endsWith("/files/europe/d1 of a node"));
            assertThat(scene.stored(MOSCOW).keySet())
                    .filteredOn(name -> name.startsWith("files/europe/"))
                    .hasSize(10)
                    .allMatch(name -> name.startsWith("files/europe/d1/"));
        }
    }

    @Test
    void doesNotMindAVolumeElsewhere() throws Exception {
        try (var scene = empty()) {
            scene.filled().onNode(scene.root(MOSCOW).resolve("file").toString());

            assertThat(changed(scene.action().apply(scene.context(1), NOTHING)).compared())
                    .isEqualTo(ClearingScene.FILES);
        }
    }

    @Test
    void saysWhichContentHasOtherNamesAndWhichSnapshotsThereAre() throws Exception {
        try (var scene = empty()) {
            scene.filled();
            Path root = scene.root(MOSCOW);
            Files.createLink(root.resolve("linked"), root.resolve("files/europe/d0/file-00"));
            Files.createLink(
                    root.resolve("files/europe/d0/twin"), root.resolve("files/europe/d0/file-03"));
            scene.put(ZURICH, "files/europe/d0/twin", "europe 3");
            Files.createDirectories(root.resolve(".zfs/snapshot/daily-7"));

            Evidence evidence = changed(scene.action().apply(scene.context(1), NOTHING));

            assertThat(evidence.compared()).isEqualTo(31);
            assertThat(evidence.details())
                    .anyMatch(
                            line ->
                                    line.startsWith("1 file, such as moscow/blobs-1:")
                                            && line.endsWith(
                                                    "files/europe/d0/file-00, has another name (a hard link): the content stays under it"))
                    .anyMatch(line -> line.endsWith("/.zfs/snapshot/daily-7"));
            assertThat(root.resolve("linked")).hasContent("europe 0");
            assertThat(root.resolve("files/europe")).isEmptyDirectory();
        }
    }
}
