package gotthard.migration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/// A `tar` that overwrites the start of files of a certain name as soon as they are unpacked, as a bad disk would.
final class AlteringTar {
    private AlteringTar() {}

    /// Writes it to a file that can be run.
    static void at(Path file, String fileName) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(
                file,
                """
                #!/bin/sh
                PATH=${PATH#*:}
                tar "$@" || exit
                case $1 in
                -x*)
                    find . -type f -name '%s' -exec sh -c \
                'for file do printf tampered | dd of="$file" conv=notrunc 2>/dev/null; done' sh {} +
                    ;;
                esac
                """
                        .formatted(fileName));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
