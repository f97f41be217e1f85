package gotthard.bench;

import gotthard.action.Kind;
import gotthard.cli.Main;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Steps that do nothing, end to end: `gotthard apply` as a process, from its documents to the end of the run in a journal on disk, beside
/// `terraform apply` of as many `terraform_data`, which come with Terraform. Ten times the steps should take about ten times as long, side
/// by side and each after the one before. Terraform is to be on the PATH.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class NoOpBenchmark {
    private static final int THOUSAND = 1000;

    private Path folder;
    private int attempt;

    @Setup(Level.Trial)
    public void write() throws IOException, InterruptedException {
        folder =
                Files.createTempDirectory(Files.createDirectories(Path.of("target")), "no-op")
                        .toAbsolutePath();
        Path services = Files.createDirectories(folder.resolve("kind/META-INF/services"));
        Files.writeString(services.resolve(Kind.class.getName()), NothingKind.class.getName());
        Files.writeString(
                folder.resolve("inventory.yaml"),
                """
                apiVersion: gotthard/v1
                kind: Inventory
                metadata: {name: bench}
                spec:
                  sites: {moscow: {country: RU}}
                """);
        for (int steps : List.of(THOUSAND, 10 * THOUSAND)) {
            Files.writeString(folder.resolve("wide-" + steps + ".yaml"), plan(steps, false));
            Files.writeString(folder.resolve("chain-" + steps + ".yaml"), plan(steps, true));
        }
        Files.writeString(
                folder.resolve("main.tf"),
                "resource \"terraform_data\" \"step\" {\n  count = %d\n}\n".formatted(THOUSAND));
        new Command(List.of("terraform", "init"), folder).end(0);
    }

    @TearDown(Level.Trial)
    public void remove() throws IOException {
        Folders.delete(folder);
    }

    @Setup(Level.Invocation)
    public void beginAnew() throws IOException {
        attempt++;
        Files.deleteIfExists(folder.resolve("terraform.tfstate"));
    }

    @Benchmark
    public int aThousand() throws IOException, InterruptedException {
        return apply("wide-1000.yaml");
    }

    @Benchmark
    public int tenThousand() throws IOException, InterruptedException {
        return apply("wide-10000.yaml");
    }

    @Benchmark
    public int aThousandInARow() throws IOException, InterruptedException {
        return apply("chain-1000.yaml");
    }

    @Benchmark
    public int tenThousandInARow() throws IOException, InterruptedException {
        return apply("chain-10000.yaml");
    }

    @Benchmark
    public int aThousandOfTerraform() throws IOException, InterruptedException {
        var words =
                List.of("terraform", "apply", "-auto-approve", "-parallelism=64", "-input=false");
        return new Command(words, folder).end(0);
    }

    private int apply(String plan) throws IOException, InterruptedException {
        var words =
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-cp",
                        folder.resolve("kind")
                                + File.pathSeparator
                                + System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "apply",
                        plan,
                        "--state",
                        "state-" + attempt);
        return new Command(words, folder).end(0);
    }

    private static String plan(int steps, boolean isChain) {
        var text =
                new StringBuilder(
                        """
                        apiVersion: gotthard/v1
                        kind: Plan
                        metadata: {name: nothing, owner: platform, title: "Steps that do nothing"}
                        spec:
                          inventory: inventory.yaml
                          steps:
                        """);
        for (int step = 0; step < steps; step++) {
            String needs = isChain && step > 0 ? "needs: [s%d], ".formatted(step - 1) : "";
            text.append("    - {id: s%d, %saction: bench.nothing}%n".formatted(step, needs));
        }
        return text.toString();
    }
}
