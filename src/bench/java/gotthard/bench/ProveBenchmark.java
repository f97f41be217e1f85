package gotthard.bench;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
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
import java.util.List;
import java.util.concurrent.TimeUnit;

/// `./gotthard prove` of a whole programme, as a person types it: from the start of the process to its verdict. The programme is
/// [BigProgramme], of about a thousand steps over 64 cells, or of ten thousand over 600.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class ProveBenchmark {
    @Param({"1000 steps", "10000 steps"})
    public String programme;

    private Path folder;
    private Command prove;

    /// Also lets the launcher build what it starts, and keep its classes.
    @Setup
    public void write() throws IOException, InterruptedException {
        folder =
                Files.createTempDirectory(Files.createDirectories(Path.of("target")), "prove")
                        .toAbsolutePath();
        var big =
                programme.equals("1000 steps")
                        ? new BigProgramme(32, 2, 12)
                        : new BigProgramme(150, 4, 27);
        big.write(folder);
        prove =
                new Command(
                        List.of(
                                Path.of("gotthard").toAbsolutePath().toString(),
                                "prove",
                                "plans/programme.yaml",
                                "--as-of",
                                "2019-06-01"),
                        folder);
        prove.end(0);
    }

    @TearDown
    public void remove() throws IOException {
        Folders.delete(folder);
    }

    @Benchmark
    public int prove() throws IOException, InterruptedException {
        return prove.end(0);
    }
}
