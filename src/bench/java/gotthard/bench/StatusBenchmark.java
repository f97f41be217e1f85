package gotthard.bench;

import gotthard.journal.Journal;
import gotthard.journal.RunId;
import gotthard.journal.SqliteJournal;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarFile;

/// How long `gotthard status` takes as a person waits for it, on a journal of a million events: all of one run of 4,048 steps, or of a
/// thousand runs. The first use builds the program.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class StatusBenchmark {
    private static final int EVENTS = 1_000_000;
    private static final int WAITS = 5;

    @Param({"1", "1000"})
    public int runs;

    private Path folder;

    @Setup(Level.Trial)
    public void write() throws IOException, InterruptedException {
        folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "status");
        gotthard("--version").end(0);
        try (Journal journal = SqliteJournal.open(folder, version(), new SecureRandom())) {
            for (int run = 0; run < runs; run++) {
                LongJournal.write(
                        journal, new RunId("weeks-%05d".formatted(run)), EVENTS / runs, runs > 1);
            }
        }
    }

    @TearDown(Level.Trial)
    public void remove() throws IOException {
        Folders.delete(folder);
    }

    @Benchmark
    public int status() throws IOException, InterruptedException {
        return gotthard("status").end(WAITS);
    }

    @Benchmark
    public int all() throws IOException, InterruptedException {
        return gotthard("status", "--all").end(0);
    }

    /// Of the program as it is built, which alone uses the snapshots that it made.
    private static String version() throws IOException {
        try (var jar = new JarFile("target/gotthard.jar")) {
            return jar.getManifest()
                    .getMainAttributes()
                    .getValue(Attributes.Name.IMPLEMENTATION_VERSION);
        }
    }

    private Command gotthard(String... words) {
        List<String> line = new ArrayList<>();
        line.add(Path.of("gotthard").toAbsolutePath().toString());
        line.addAll(List.of(words));
        if (!words[0].startsWith("--")) {
            line.addAll(List.of("--state", folder.toAbsolutePath().toString()));
        }
        return new Command(line, folder.toAbsolutePath());
    }
}
