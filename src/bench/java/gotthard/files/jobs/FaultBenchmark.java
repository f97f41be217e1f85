package gotthard.files.jobs;

import gotthard.action.Before;
import gotthard.action.LentContext;
import gotthard.action.Outcome;
import gotthard.kubernetes.CutContext;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;

/// One file of 2 GB between two real clusters 50 ms apart, on a line of 400 Mbit/s: once undisturbed, then with each of four faults about half-way.
/// Prints how long each took, and how much more crossed the line than without a fault. Run by hand as root while the lab is up.
final class FaultBenchmark {
    /// One a second.
    private static final int HALF_WAY = 22;

    private static final Duration DOWN = Duration.ofSeconds(30);

    private final LabVolumes lab;
    private int runs;
    private long undisturbed;

    private FaultBenchmark(LabVolumes lab) {
        this.lab = lab;
    }

    /// What happens half-way; it may throw [CutContext.Killed].
    private interface Fault {
        void happen() throws Exception;
    }

    public static void main(String[] args) throws Exception {
        try (var lab = LabVolumes.ready()) {
            FileSet.LARGE.fill(lab.source().root());
            lab.give(lab.disk(LabVolumes.MOSCOW));
            lab.lab().run("link", "moscow", "zurich-1", "delay=25ms", "rate=400mbit");
            try {
                var benchmark = new FaultBenchmark(lab);
                benchmark.copy("undisturbed", () -> {});
                benchmark.copy("sender's pod deleted", () -> benchmark.delete(true));
                benchmark.copy("receiver's pod deleted", () -> benchmark.delete(false));
                benchmark.copy(
                        "coordinator killed",
                        () -> {
                            throw new CutContext.Killed();
                        });
                benchmark.copy("line down for 30 s", benchmark::cut);
            } finally {
                lab.lab().run("link", "moscow", "zurich-1", "delay=0ms", "rate=0", "up");
            }
        }
    }

    private void copy(String what, Fault fault) throws Exception {
        Files.move(lab.target().root(), lab.target().root().resolveSibling("old-" + runs));
        Files.createDirectories(lab.target().root());
        lab.give(lab.target().root());
        LentContext context = lab.context(++runs);
        long sent = sent();
        long before = System.nanoTime();
        Outcome outcome;
        try {
            outcome =
                    lab.action(1)
                            .apply(
                                    new CutContext(context, HALF_WAY, () -> happen(fault)),
                                    new Before.Absent());
        } catch (CutContext.Killed _) {
            outcome = lab.action(1).apply(context.withFence(2), new Before.Absent());
        }
        if (!(outcome instanceof Outcome.Changed)) {
            throw new IllegalStateException(what + ": " + outcome);
        }
        double seconds = (System.nanoTime() - before) / 1e9;
        long crossed = sent() - sent;
        undisturbed = undisturbed == 0 ? crossed : undisturbed;
        System.out.printf(
                "%-24s %6.1f s, %,6.1f MB more than undisturbed%n",
                what, seconds, (crossed - undisturbed) / 1e6);
        if (Files.mismatch(
                        lab.source().root().resolve("large.bin"),
                        lab.target().root().resolve("large.bin"))
                >= 0) {
            throw new IllegalStateException(what + ": not alike");
        }
        lab.action(1).collect(context);
    }

    private static void happen(Fault fault) {
        try {
            fault.happen();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void delete(boolean sender) {
        var site = sender ? LabVolumes.MOSCOW : LabVolumes.ZURICH;
        lab.cluster(site).resource(lab.pods(site).getFirst()).delete();
    }

    private void cut() {
        Thread.ofVirtual()
                .start(
                        () -> {
                            lab.lab().run("link", "moscow", "zurich-1", "down");
                            try {
                                Thread.sleep(DOWN);
                            } catch (InterruptedException _) {
                                // It is put up in any case.
                            }
                            lab.lab().run("link", "moscow", "zurich-1", "up");
                        });
    }

    /// Bytes that have left Moscow for other sites, with all headers.
    private long sent() throws IOException {
        String line =
                Arrays.stream(lab.lab().run("in", "moscow", "cat", "/proc/net/dev").split("\n"))
                        .filter(one -> one.contains("wan-"))
                        .findFirst()
                        .orElseThrow();
        return Long.parseLong(line.substring(line.indexOf(':') + 1).strip().split("\\s+")[8]);
    }
}
