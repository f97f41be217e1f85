package gotthard.files;

import gotthard.Golden;
import gotthard.action.Before;
import gotthard.action.Outcome;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/// To a host of the sandbox that has the tools of busybox only.
final class CopyBusyboxTest extends CopyContract {
    private static final Path BUSYBOX = Path.of("/usr/bin/busybox");

    private static final List<String> APPLETS =
            List.of(
                    "awk",
                    "cat",
                    "chmod",
                    "df",
                    "find",
                    "mkdir",
                    "mv",
                    "readlink",
                    "rm",
                    "rmdir",
                    "sh",
                    "sha256sum",
                    "stat",
                    "sync",
                    "tar",
                    "test",
                    "tr",
                    "xargs");

    @TempDir Path folder;

    @Override
    Sites sites() throws Exception {
        var scene = new CopyScene(folder.resolve("sites")).withFiles(FILES);
        scene.target.faults().startCommandsBy(withAppletsOnly());
        return scene;
    }

    /// Debian builds its `tar` without `-T`.
    @Test
    void sourceNeedsATarThatReadsLists() throws Exception {
        try (var scene = new CopyScene(folder.resolve("sites")).withFiles(3)) {
            List<String> applets = withAppletsOnly();
            scene.source.faults().startCommandsBy(applets);
            Assumptions.assumeFalse(
                    canReadLists(applets), "the tar of this machine's busybox reads lists");

            var outcome = scene.action().apply(scene.context(1), new Before.Absent());

            Golden.assertMatches(
                    "files/busybox-source.txt", ((Outcome.Failed) outcome).failure().toString());
        }
    }

    private static boolean canReadLists(List<String> applets) throws Exception {
        var words = new ArrayList<>(applets);
        words.addAll(List.of("tar", "-cf", "/dev/null", "-T", "/dev/null"));
        return new ProcessBuilder(words).start().waitFor() == 0;
    }

    private List<String> withAppletsOnly() throws Exception {
        Assumptions.assumeTrue(
                Files.isExecutable(BUSYBOX), "busybox is not installed on this machine");
        Path applets = Files.createDirectories(folder.resolve("applets"));
        for (String applet : APPLETS) {
            Path program =
                    Files.writeString(
                            applets.resolve(applet),
                            "#!%1$s sh\nexec %1$s %2$s \"$@\"\n".formatted(BUSYBOX, applet));
            Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        return List.of("/usr/bin/env", "PATH=" + applets);
    }
}
