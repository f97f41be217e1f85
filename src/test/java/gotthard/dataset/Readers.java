package gotthard.dataset;

import gotthard.sandbox.SandboxHost;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Hears of every program on a host that reads content, with what it was called with.
record Readers(Path heard) {
    static Readers on(SandboxHost host) throws IOException {
        Path heard = Files.createTempFile(host.path("/"), "heard", ".txt");
        for (String program : List.of("sha256sum", "shasum", "tar")) {
            host.faults()
                    .program(
                            program,
                            """
                            #!/bin/sh
                            echo "%s $*" >>'%s'
                            PATH=${PATH#*:}
                            exec %s "$@"
                            """
                                    .formatted(program, heard, program));
        }
        return new Readers(heard);
    }

    List<String> calls() throws IOException {
        return Files.readAllLines(heard).stream()
                .filter(line -> !line.contains("/dev/null"))
                .toList();
    }

    void forget() throws IOException {
        Files.writeString(heard, "");
    }
}
