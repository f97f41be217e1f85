package gotthard.files.jobs;

import gotthard.action.Before;
import gotthard.action.LentContext;
import gotthard.action.Outcome;
import gotthard.transfer.Refused;
import gotthard.transfer.report.Report;
import gotthard.transfer.report.ReportReader;

import io.fabric8.kubernetes.api.model.ContainerStateTerminated;
import io.fabric8.kubernetes.api.model.Pod;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/// `files.copy` by movers between two real clusters 50 ms apart, on a line of 400 Mbit/s (or `-Dmbit=…`), beside `rsync` and `tar` over `ssh` from and
/// to the same disks, in one go. Run by hand as root while the lab is up, with the mover's image built:
/// `java -cp … gotthard.files.jobs.LinkBenchmark SET ROUNDS [SHARDS …]`. Sets: SMALL, TEXT, LARGE, MILLION.
final class LinkBenchmark {
    private static final int MBIT = Integer.getInteger("mbit", 400);
    private static final boolean PEERS = Boolean.parseBoolean(System.getProperty("peers", "true"));
    private static final double LINK = MBIT * 1e6 / 8;

    private final LabVolumes lab;
    private final FileSet set;
    private final long bytes;
    private int runs;

    private LinkBenchmark(LabVolumes lab, FileSet set, long bytes) {
        this.lab = lab;
        this.set = set;
        this.bytes = bytes;
    }

    public static void main(String[] args) throws Exception {
        FileSet set = FileSet.valueOf(args[0]);
        int rounds = Integer.parseInt(args[1]);
        List<Integer> shards =
                List.of(args).subList(2, args.length).stream().map(Integer::valueOf).toList();
        try (var lab = LabVolumes.ready()) {
            long bytes = set.fill(lab.source().root());
            lab.give(lab.disk(LabVolumes.MOSCOW));
            lab.lab().run("link", "moscow", "zurich-1", "delay=25ms", "rate=" + MBIT + "mbit");
            Path keys = Files.createTempDirectory("peers");
            try (var peers = Peers.start(keys)) {
                System.out.printf(
                        "%s, %,d bytes, %d Mbit/s; at the link's limit %.1f s%n",
                        set.shown, bytes, MBIT, bytes / LINK);
                for (int round = 0; round < rounds; round++) {
                    var benchmark = new LinkBenchmark(lab, set, bytes);
                    benchmark.runs = round * 100;
                    for (int some : shards.isEmpty() ? List.of(1) : shards) {
                        benchmark.ours(some);
                    }
                    if (PEERS) {
                        benchmark.theirs(peers);
                    }
                }
            } finally {
                lab.lab().run("link", "moscow", "zurich-1", "delay=0ms", "rate=0");
                delete(keys);
            }
        }
    }

    private void ours(int shards) throws Exception {
        empty();
        copy("gotthard, %d shards, read back".formatted(shards), shards);
        copy("gotthard, nothing changed", shards);
    }

    private void copy(String what, int shards) throws Exception {
        LentContext context = lab.context(++runs);
        long before = System.nanoTime();
        Outcome outcome;
        String memory;
        try (var resident = new Resident()) {
            outcome = lab.action(shards).apply(context, new Before.Absent());
            memory = resident.told();
        }
        double all = (System.nanoTime() - before) / 1e9;
        if (!(outcome instanceof Outcome.Changed || outcome instanceof Outcome.AlreadyDone)) {
            throw new IllegalStateException("not copied: " + outcome);
        }
        List<Report> ends =
                lab.pods(LabVolumes.ZURICH).stream()
                        .filter(this::isOfThisRun)
                        .flatMap(pod -> terminated(pod).stream())
                        .map(LinkBenchmark::report)
                        .toList();
        double ready = ends.stream().mapToLong(Report::readyMillis).min().orElseThrow() / 1e3;
        double took = ends.stream().mapToLong(Report::millis).max().orElseThrow() / 1e3 - ready;
        told(
                what,
                took,
                "pods and meeting %.1f s, step %.1f s; resident: %s"
                        .formatted(all - took, all, memory));
        lab.action(shards).collect(context);
    }

    private boolean isOfThisRun(Pod pod) {
        return pod.getMetadata().getDeletionTimestamp() == null;
    }

    private static List<ContainerStateTerminated> terminated(Pod pod) {
        return pod.getStatus().getContainerStatuses().stream()
                .map(status -> status.getState().getTerminated())
                .filter(java.util.Objects::nonNull)
                .toList();
    }

    private static Report report(ContainerStateTerminated end) {
        try {
            return ReportReader.read(end.getMessage());
        } catch (Refused none) {
            throw new IllegalStateException(end.getMessage(), none);
        }
    }

    private void theirs(Peers peers) throws Exception {
        Path source = lab.source().root();
        Path target = lab.target().root();
        told("one plain connection", peers.tcp(bytes), "moves the same bytes, and is no copy");
        empty();
        double copied = peers.rsync("-a", source, target);
        told("rsync -a", copied, "verifies nothing");
        double compared = peers.rsync("-acn", source, target);
        told("rsync -a, rsync -acn", copied + compared, "");
        told("rsync -a, nothing changed", peers.rsync("-a", source, target), "");
        empty();
        told("tar", peers.tar(source, target), "verifies nothing");
    }

    private void told(String what, double seconds, String more) {
        System.out.printf(
                "%-34s %7.2f s %,9.0f files/s %6.1f MB/s %4.0f %% of the link  %s%n",
                what,
                seconds,
                set.files / seconds,
                bytes / 1e6 / seconds,
                100 * bytes / LINK / seconds,
                more);
    }

    /// What was there is moved away and not deleted: ext4 is slow to make files for a while after it has lost many.
    private void empty() throws IOException {
        Path target = lab.target().root();
        Files.move(target, target.resolveSibling("old-" + System.nanoTime()));
        Files.createDirectories(target);
        lab.give(target);
    }

    private static void delete(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
