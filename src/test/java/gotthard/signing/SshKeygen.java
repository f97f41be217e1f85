package gotthard.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The `ssh-keygen` of this machine, with a key of its own in a folder.
public record SshKeygen(Path folder) {
    private static final Path PROGRAM = Path.of("/usr/bin/ssh-keygen");

    /// Whether this machine has OpenSSH's client.
    public static boolean isMissing() {
        return !Files.isExecutable(PROGRAM);
    }

    /// The line of a new key's public half.
    public String makeKey() throws IOException, InterruptedException {
        run("-q", "-t", "ed25519", "-N", "", "-C", "somebody", "-f", key().toString());
        return Files.readString(folder.resolve("id.pub")).strip();
    }

    /// Signs a file; the signature stands beside it as `FILE.sig`.
    public Path sign(Path file, String namespace, String... more)
            throws IOException, InterruptedException {
        var words =
                new java.util.ArrayList<String>(
                        List.of("-Y", "sign", "-q", "-f", key().toString(), "-n", namespace));
        words.addAll(List.of(more));
        words.add(file.toString());
        run(words.toArray(String[]::new));
        return file.resolveSibling(file.getFileName() + ".sig");
    }

    /// What it prints.
    public String run(String... words) throws IOException, InterruptedException {
        var command = new java.util.ArrayList<String>(List.of(PROGRAM.toString()));
        command.addAll(List.of(words));
        var process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                        .start();
        var said =
                new String(
                        process.getInputStream().readAllBytes(),
                        java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    private Path key() {
        return folder.resolve("id");
    }
}
