package gotthard.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/// Alters what arrives at a host: a `tar` before the machine's own overwrites the start of files with a certain name as soon
/// as they are unpacked, as a bad line or disk would. It lasts until [Faults#mend].
final class Tampering {
    private static final String SCRIPT =
            """
            #!/bin/sh
            PATH=${PATH#*:}
            tar "$@" || exit
            case $1 in
            -x*)
                find . -type f -name 'NAME' -exec sh -c \
            'for file do printf tampered | dd of="$file" conv=notrunc 2>/dev/null; done' sh {} +
                ;;
            esac
            """;

    private Tampering() {}

    /// @param fileName without folders; letters, digits, dots and hyphens
    static void at(Path host, String fileName) throws IOException {
        if (!fileName.matches("[A-Za-z0-9._-]+")) {
            throw new IOException(
                    "\""
                            + fileName
                            + "\" is no plain file name; name the file without folders, in letters, digits, dots and hyphens");
        }
        Path programs = Files.createDirectories(host.resolve("bin"));
        Path file = Files.writeString(programs.resolve("tar"), SCRIPT.replace("NAME", fileName));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
