package gotthard.migration.killed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/// A host of the sandbox whose copies wait in the middle until a test lets them go on.
final class Held {
    private Held() {}

    /// Puts a `tar` before the host's own that says that it was called, and goes on when it is let.
    static void copies(Path host) throws IOException {
        Path program = Files.createDirectories(host.resolve("bin")).resolve("tar");
        Files.writeString(
                program,
                """
                #!/bin/sh
                PATH=${PATH#*:}
                : >"$HOME/held"
                while [ ! -e "$HOME/go-on" ]; do sleep 0.05; done
                exec tar "$@"
                """);
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /// Returns when a copy of the process waits, or the process has ended.
    static void await(Path host, Process process) throws InterruptedException {
        while (!Files.exists(host.resolve("home/held")) && process.isAlive()) {
            Thread.sleep(20);
        }
    }

    static void letGo(Path host) throws IOException {
        Files.createFile(host.resolve("home/go-on"));
    }
}
