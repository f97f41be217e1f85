package gotthard.clearing;

import static gotthard.clearing.ClearingScene.MOSCOW;
import static gotthard.clearing.ClearingScene.ZURICH;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.action.Evidence;
import gotthard.action.Outcome;
import gotthard.action.Verdict;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/// On a host of the sandbox that has the tools of busybox only.
final class DeleteBusyboxTest {
    private static final Path BUSYBOX = Path.of("/usr/bin/busybox");

    private static final List<String> APPLETS =
            List.of(
                    "cat",
                    "chmod",
                    "find",
                    "grep",
                    "mkdir",
                    "mv",
                    "rm",
                    "rmdir",
                    "sh",
                    "sha256sum",
                    "stat",
                    "sync",
                    "test",
                    "tr",
                    "wc",
                    "xargs");

    @TempDir Path folder;

    private OnHosts scene() throws Exception {
        Assumptions.assumeTrue(Files.isExecutable(BUSYBOX), "this machine has busybox");
        var scene = new OnHosts(folder.resolve("sites"));
        Path tools = Files.createDirectories(folder.resolve("tools"));
        for (String applet : APPLETS) {
            Path program =
                    Files.writeString(
                            tools.resolve(applet),
                            "#!%1$s sh\nexec %1$s %2$s \"$@\"\n".formatted(BUSYBOX, applet));
            Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        scene.moscow.faults().startCommandsBy(List.of("/usr/bin/env", "PATH=" + tools));
        scene.filled();
        return scene;
    }

    @Test
    void deletesWhatWasReadAndTellsOtherNames() throws Exception {
        try (OnHosts scene = scene()) {
            Path root = scene.root(MOSCOW);
            Files.createLink(root.resolve("linked"), root.resolve("files/europe/d0/file-00"));
            scene.put(MOSCOW, "files/europe/d0/with a 'quote' and $more", "content");
            scene.put(ZURICH, "files/europe/d0/with a 'quote' and $more", "content");

            Outcome outcome = scene.action().apply(scene.context(1), DeleteContract.NOTHING);

            Evidence evidence = DeleteContract.changed(outcome);
            assertThat(evidence.compared()).isEqualTo(31);
            assertThat(evidence.details()).anyMatch(line -> line.contains("(a hard link)"));
            assertThat(scene.stored(MOSCOW)).containsOnlyKeys("files/russia/r", "linked");
            assertThat(scene.action().verify(scene.context(1))).isInstanceOf(Verdict.Holds.class);
        }
    }
}
