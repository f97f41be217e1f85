package gotthard.files;

import gotthard.sandbox.SandboxHost;

import org.junit.jupiter.api.Assumptions;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/// Lets a host of the sandbox run its commands as a user who may not read everything, also where the tests run as root.
final class Unprivileged {
    private static final Path SETPRIV = Path.of("/usr/bin/setpriv");

    private Unprivileged() {}

    static void let(SandboxHost host, Path folder) throws Exception {
        if (!System.getProperty("user.name").equals("root")) {
            return;
        }
        Assumptions.assumeTrue(
                Files.isExecutable(SETPRIV),
                "root may read everything, and there is no setpriv to run commands as somebody else");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        host.faults()
                .startCommandsBy(
                        List.of(
                                SETPRIV.toString(),
                                "--reuid=65534",
                                "--regid=65534",
                                "--clear-groups"));
    }
}
