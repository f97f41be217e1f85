package gotthard.bench;

import gotthard.action.Evidence;
import gotthard.action.Outcome;
import gotthard.graph.StepId;
import gotthard.journal.Event;
import gotthard.journal.Journal;
import gotthard.journal.Lease;
import gotthard.journal.Opening;
import gotthard.journal.RunId;
import gotthard.journal.ScratchDatabase;
import gotthard.journal.SqliteJournal;
import gotthard.plan.PlanName;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
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
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// How many events a second are durable, one a commit and twenty a commit. The folder lies under
/// `target`, on the disk of the build, not in a file system in memory.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class JournalBenchmark {
    private static final RunId RUN = new RunId("bench-00000");
    private static final Instant AT = Instant.parse("2019-11-13T08:00:00Z");
    private static final Event EVENT =
            new Event.StepEnded(
                    new StepId("files[zurich-1]"),
                    new Outcome.Changed(Evidence.of(2000, "2,000 files, equal by SHA-256")));
    private static final List<Event> TWENTY = Collections.nCopies(20, EVENT);

    /// The server of PostgreSQL keeps its data under `target`, too, with its usual settings: every commit is synced.
    @Param({"sqlite", "postgresql"})
    public String database;

    private Journal journal;
    private Lease lease;
    private long next;

    @Setup
    public void open() throws IOException {
        Path folder =
                Files.createTempDirectory(Files.createDirectories(Path.of("target")), "journal");
        journal =
                database.equals("sqlite")
                        ? SqliteJournal.open(folder, "0.1.0", new SecureRandom())
                        : ScratchDatabase.durable(folder).open();
        lease = ((Journal.Acquired.Granted) journal.acquire(RUN, "benchmark")).lease();
        var opening =
                new Opening(
                        new PlanName("bench"),
                        "",
                        "",
                        "",
                        "0.1.0",
                        "",
                        1,
                        Opening.Selection.ALL,
                        Opening.Limits.USUAL,
                        List.of(),
                        Map.of());
        next = 1;
        append(List.of(new Event.RunOpened(opening)));
    }

    @TearDown
    public void close() {
        journal.close();
    }

    @Benchmark
    public void singly() {
        append(List.of(EVENT));
    }

    @Benchmark
    @OperationsPerInvocation(20)
    public void inTwenties() {
        append(TWENTY);
    }

    private void append(List<Event> events) {
        if (!journal.append(lease, next, AT, events)) {
            throw new IllegalStateException("the lease is lost");
        }
        next += events.size();
    }
}
