package gotthard.bench;

import gotthard.action.Action;
import gotthard.action.Captured;
import gotthard.action.Key;
import gotthard.action.LentContext;
import gotthard.action.Outcome;
import gotthard.action.Scope.Group;
import gotthard.action.Verdict;
import gotthard.action.Work;
import gotthard.files.CopyKind;
import gotthard.problem.Place;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// `files.copy` with its verification, beside `tar` over `ssh` with `sha256sum` at both ends: 20,000 files of lognormal(9.2, 1.1)
/// bytes, between folders of one machine through its own OpenSSH server.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class CopyBenchmark {
    private static final int FILES = 20_000;

    private LoopbackHost host = LoopbackHost.NONE;
    private int attempt;

    @Setup(Level.Trial)
    public void start() throws Exception {
        host = LoopbackHost.start();
        host.fill(FILES);
    }

    @Setup(Level.Invocation)
    public void clean() throws Exception {
        attempt++;
        host.clear();
    }

    @TearDown(Level.Trial)
    public void stop() throws Exception {
        host.close();
    }

    @Benchmark
    public long gotthard() throws Exception {
        try (var context =
                new LentContext(
                        host.inventory(),
                        Key.of("bench", "files", attempt),
                        Clock.systemUTC(),
                        Duration.ofMinutes(10))) {
            Action action = action();
            var before = ((Captured.Found) action.capture(context)).before();
            Outcome outcome = action.apply(context, before);
            Verdict verdict = action.verify(context);
            if (outcome instanceof Outcome.Changed && verdict instanceof Verdict.Holds holds) {
                return holds.evidence().compared();
            }
            throw new IllegalStateException("not copied: " + outcome + ", " + verdict);
        }
    }

    @Benchmark
    public int tarAndSha256sum() throws IOException, InterruptedException {
        return host.shell(
                "tar -C \"$SOURCE\" -cf - . | $SSH \"mkdir -p $TARGET && tar -C $TARGET -xpf -\""
                        + " && (cd \"$SOURCE\" && find . -type f -print0 | sort -z | xargs -0 sha256sum) >\"$SUMS\""
                        + " && $SSH \"cd $TARGET && find . -type f -print0 | sort -z | xargs -0 sha256sum\" | cmp - \"$SUMS\"");
    }

    private Action action() {
        var scope =
                new gotthard.action.Scope(
                        host.inventory(),
                        Optional.<Group>empty(),
                        Place.of("benchmark"),
                        (path, asked) -> {
                            throw new IllegalStateException("no file is read");
                        });
        var with =
                new CopyKind.With(
                        new gotthard.action.Moving(
                                LoopbackHost.DATA,
                                Optional.of(LoopbackHost.FROM),
                                LoopbackHost.TO,
                                List.of(LoopbackHost.REGION)),
                        gotthard.files.Level.FULL,
                        Optional.empty(),
                        gotthard.files.MoverOptions.STANDARD);
        Work work = new CopyKind().bind(with, scope).toOptional().orElseThrow();
        return ((Work.Change) work).action();
    }
}
