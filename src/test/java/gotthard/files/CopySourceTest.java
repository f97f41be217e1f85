package gotthard.files;

import static gotthard.files.CopyTroubleTest.apply;
import static gotthard.files.CopyTroubleTest.golden;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.action.Outcome;
import gotthard.action.Verdict;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/// A source that is empty, closed, or changes meanwhile.
final class CopySourceTest {
    @TempDir Path folder;

    @Test
    void thatIsEmptyProvesNothing() throws Exception {
        try (var scene = new CopyScene(folder)) {
            Files.createDirectories(scene.from.root());

            assertThat(scene.action().verify(scene.context(1)))
                    .isInstanceOf(Verdict.Unreadable.class);
            golden("empty-source", apply(scene), scene);
        }
    }

    @Test
    void thatIsNotThereIsRefused() throws Exception {
        try (var scene = new CopyScene(folder)) {
            golden("missing-source", apply(scene), scene);
        }
    }

    @Test
    void whoseFolderCannotBeReadIsRefused() throws Exception {
        try (var scene = new CopyScene(folder).withFiles(3)) {
            Unprivileged.let(scene.source, folder);

            isRefusedForAClosedFolder(scene);
        }
    }

    /// A `find` that can't print more than names needs another way of listing.
    @Test
    void whoseFolderCannotBeReadIsRefusedByASimpleFindToo() throws Exception {
        try (var scene = new CopyScene(folder).withFiles(3)) {
            Unprivileged.let(scene.source, folder);
            scene.source
                    .faults()
                    .program(
                            "find",
                            """
                            #!/bin/sh
                            PATH=${PATH#*:}
                            case $* in *-printf*) exit 1 ;; esac
                            exec find "$@"
                            """);

            isRefusedForAClosedFolder(scene);
        }
    }

    @Test
    void whoseFileGrewSinceItWasListedIsTriedAgain() throws Exception {
        try (var scene = new CopyScene(folder).withFiles(1)) {
            whilePacking(
                    scene,
                    "printf more >>d0/e0/file-0.bin; touch -d @1542096000 d0/e0/file-0.bin",
                    "exec tar \"$@\"");

            golden("source-grew", apply(scene), scene);

            scene.source.faults().mend();
            assertThat(apply(scene)).isInstanceOf(Outcome.Changed.class);
            assertThat(scene.to.describe()).isEqualTo(scene.from.describe());
        }
    }

    @Test
    void whoseFileVanishedSinceItWasListedIsTriedAgain() throws Exception {
        try (var scene = new CopyScene(folder).withFiles(1)) {
            whilePacking(scene, "rm d0/e0/file-0.bin", "exec tar \"$@\"");

            golden("source-vanished", apply(scene), scene);

            assertThat(scene.to.describe()).containsOnlyKeys("");
        }
    }

    @Test
    void whoseFileChangesWhileItIsReadIsTriedAgain() throws Exception {
        try (var scene = new CopyScene(folder).withFiles(3)) {
            whilePacking(
                    scene,
                    ":",
                    "tar \"$@\"; echo 'tar: ./d1/e1/file-1.bin: file changed as we read it' >&2; exit 1");

            golden("source-changed", apply(scene), scene);

            assertThat(scene.to.describe()).containsOnlyKeys("");
        }
    }

    private static void isRefusedForAClosedFolder(CopyScene scene) throws Exception {
        Path closed = scene.from.root().resolve("d1");
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));

        Outcome outcome = apply(scene);

        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwxr-xr-x"));
        golden("unreadable-folder", outcome, scene);
    }

    /// Puts a `tar` before the source's own that does something first when it packs.
    private static void whilePacking(CopyScene scene, String first, String then) throws Exception {
        scene.source
                .faults()
                .program(
                        "tar",
                        """
                        #!/bin/sh
                        PATH=${PATH#*:}
                        [ "$1" = -b ] || exec tar "$@"
                        %s
                        %s
                        """
                                .formatted(first, then));
    }
}
