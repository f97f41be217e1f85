package gotthard.files.jobs;

import gotthard.action.Before;
import gotthard.action.LentContext;
import gotthard.action.Outcome;
import gotthard.kubernetes.CutContext;
import gotthard.transfer.Refused;
import gotthard.transfer.report.Report;
import gotthard.transfer.report.ReportReader;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
import java.util.Scanner;
import java.util.concurrent.FutureTask;

/// One file of 2 GB between two real clusters 50 ms apart, on a line of 400 Mbit/s: once undisturbed, then with each of four faults about half-way.
/// Prints how long each took, and how much more crossed the line than without a fault. Run by hand as root while the lab is up.
final class FaultBenchmark {
    /// After so many looks at the movers a coordinator dies.
    private static final int LOOKS = 5;

    private static final int NEVER = -1;
    private static final long HALF = 1_000_000_000;

    /// Numbers about what was received, which /proc/net/dev shows first.
    private static final int RECEIVED = 8;

    private static final Duration DOWN = Duration.ofSeconds(30);

    private final LabVolumes lab;
    private int runs;
    private long undisturbed;

    private FaultBenchmark(LabVolumes lab) {
        this.lab = lab;
    }

    /// What happens half-way.
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
                benchmark.copy("undisturbed", Long.MAX_VALUE, NEVER, () -> {});
                benchmark.copy("sender's pod deleted", HALF, NEVER, () -> benchmark.delete(true));
                benchmark.copy(
                        "receiver's pod deleted", HALF, NEVER, () -> benchmark.delete(false));
                benchmark.copy("coordinator killed", Long.MAX_VALUE, LOOKS, () -> {});
                benchmark.copy("line down for 30 s", HALF, NEVER, benchmark::cut);
            } finally {
                lab.lab().run("link", "moscow", "zurich-1", "delay=0ms", "rate=0", "up");
            }
        }
    }

    private void copy(String what, long bytes, int looks, Fault fault) throws Exception {
        Files.move(lab.target().root(), lab.target().root().resolveSibling("old-" + runs));
        Files.createDirectories(lab.target().root());
        lab.give(lab.target().root());
        LentContext context = lab.context(++runs);
        long sent = sent();
        long before = System.nanoTime();
        var disturbed = new FutureTask<>(() -> disturb(bytes, fault));
        Thread disturbing = Thread.ofVirtual().start(disturbed);
        Outcome outcome;
        try {
            outcome = lab.action(1).apply(new CutContext(context, looks), new Before.Absent());
        } catch (CutContext.Killed _) {
            outcome = lab.action(1).apply(context.withFence(2), new Before.Absent());
        }
        disturbing.interrupt();
        if (!(outcome instanceof Outcome.Changed)) {
            throw new IllegalStateException(what + ": " + outcome);
        }
        double seconds = (System.nanoTime() - before) / 1e9;
        long crossed = sent() - sent;
        undisturbed = undisturbed == 0 ? crossed : undisturbed;
        System.out.printf(
                "%-24s %6.1f s, %,6.1f MB more than undisturbed crossed the line; the last sender sent %,.1f MB%n",
                what, seconds, (crossed - undisturbed) / 1e6, last().sentBytes() / 1e6);
        if (bytes == HALF && !disturbed.get()) {
            throw new IllegalStateException(what + ": nothing happened");
        }
        if (Files.mismatch(
                        lab.source().root().resolve("large.bin"),
                        lab.target().root().resolve("large.bin"))
                >= 0) {
            throw new IllegalStateException(what + ": not alike");
        }
        lab.action(1).collect(context);
    }

    /// Once so many bytes have come.
    private boolean disturb(long bytes, Fault fault) throws Exception {
        while (lab.partial() < bytes) {
            Thread.sleep(Duration.ofMillis(200));
        }
        fault.happen();
        return true;
    }

    /// What the sender that came to the end says.
    private Report last() throws Refused {
        String said =
                lab.pods(LabVolumes.MOSCOW).stream()
                        .flatMap(pod -> pod.getStatus().getContainerStatuses().stream())
                        .map(status -> status.getState().getTerminated())
                        .filter(ended -> ended != null && ended.getExitCode() == 0)
                        .map(ended -> ended.getMessage())
                        .findFirst()
                        .orElseThrow();
        return ReportReader.read(said);
    }

    private void delete(boolean sender) {
        var site = sender ? LabVolumes.MOSCOW : LabVolumes.ZURICH;
        lab.cluster(site).resource(lab.pods(site).getFirst()).delete();
    }

    private void cut() throws InterruptedException {
        lab.lab().run("link", "moscow", "zurich-1", "down");
        Thread.sleep(DOWN);
        lab.lab().run("link", "moscow", "zurich-1", "up");
    }

    /// Bytes that have left Moscow for other sites, with all headers.
    private long sent() throws IOException {
        String line =
                Arrays.stream(lab.lab().run("in", "moscow", "cat", "/proc/net/dev").split("\n"))
                        .filter(one -> one.contains("wan-"))
                        .findFirst()
                        .orElseThrow();
        try (var numbers = new Scanner(line.substring(line.indexOf(':') + 1))) {
            for (int i = 0; i < RECEIVED; i++) {
                numbers.nextLong();
            }
            return numbers.nextLong();
        }
    }
}
