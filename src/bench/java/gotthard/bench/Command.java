package gotthard.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A command that is run as a process of its own, as a person runs it. What it said is shown when it ends otherwise than expected.
record Command(List<String> words, Path folder) {
    private static final long MINUTES = 20;

    /// Runs it, and returns its exit code, which must be `expected`.
    int end(int expected) throws IOException, InterruptedException {
        Path said = Files.createTempFile(folder, "said", ".txt");
        Process process =
                new ProcessBuilder(words)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(said.toFile())
                        .start();
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IllegalStateException(words + " has not ended after " + MINUTES + " minutes");
        }
        if (process.exitValue() != expected) {
            throw new IllegalStateException(
                    words + " ended with " + process.exitValue() + ": " + Files.readString(said));
        }
        Files.delete(said);
        return expected;
    }
}
