package gotthard.bench;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.concurrent.TimeUnit;

/// The floor under every append to a journal: two SHA-256 of a short body.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ChainBenchmark {
    private final byte[] body = "x".repeat(400).getBytes(StandardCharsets.UTF_8);

    @Benchmark
    public byte[] leafAndChain() throws NoSuchAlgorithmException {
        byte[] leaf = MessageDigest.getInstance("SHA-256").digest(body);
        return MessageDigest.getInstance("SHA-256").digest(leaf);
    }
}
