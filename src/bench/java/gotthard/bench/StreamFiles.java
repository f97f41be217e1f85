package gotthard.bench;

import gotthard.transfer.manifest.Sorter;
import gotthard.transfer.stream.Ended;
import gotthard.transfer.stream.Line;
import gotthard.transfer.stream.Manner;
import gotthard.transfer.stream.Meter;
import gotthard.transfer.stream.Pace;
import gotthard.transfer.stream.Receiver;
import gotthard.transfer.stream.Sender;
import gotthard.transfer.stream.Source;
import gotthard.transfer.stream.Target;
import gotthard.transfer.tree.Owners;
import gotthard.transfer.tree.Part;
import gotthard.transfer.tree.Tree;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Copies 20,000 files of lognormal(9.2, 1.1) bytes over loopback and reads them back, and does the same with `tar` through a pipe,
/// `sync` and `sha256sum` at both ends; prints what each took. Run by hand with
/// `java -cp … gotthard.bench.StreamFiles FOLDER`.
final class StreamFiles {
    private static final int FILES = 20_000;
    private static final int LINES = 5;
    private static final Manner MANNER =
            new Manner(Owners.RECEIVER, Manner.Reading.BACK, Manner.Standing.STAYS);

    private StreamFiles() {}

    public static void main(String[] args) throws Exception {
        Path folder = Files.createDirectories(Path.of(args[0]));
        Path source = folder.resolve("source");
        Path target = folder.resolve("target");
        long bytes = fill(source);
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int round = 0; round < 3; round++) {
                fresh(target);
                long before = System.nanoTime();
                Ended ended = copy(folder, executor);
                told("gotthard", before, bytes);
                if (!(ended instanceof Ended.Complete)) {
                    throw new IllegalStateException("not copied: " + ended);
                }
                before = System.nanoTime();
                copy(folder, executor);
                told("gotthard, nothing changed", before, bytes);
                fresh(target);
                before = System.nanoTime();
                tar(folder);
                told("tar, sync and sha256sum", before, bytes);
            }
        }
        Folders.delete(folder);
    }

    private static long fill(Path source) throws Exception {
        Folders.delete(source);
        var random = new Random(1);
        long bytes = 0;
        for (int i = 0; i < FILES; i++) {
            var content = new byte[(int) Math.exp(9.2 + 1.1 * random.nextGaussian())];
            random.nextBytes(content);
            Path file = source.resolve("%02x/%06d.bin".formatted(i % 256, i));
            Files.createDirectories(file.getParent());
            Files.write(file, content);
            bytes += content.length;
        }
        return bytes;
    }

    private static void fresh(Path target) throws Exception {
        Folders.delete(target);
        Files.createDirectory(target);
    }

    private static Ended copy(Path folder, ExecutorService executor) throws Exception {
        var source = Tree.at(folder.resolve("source"));
        var target = Tree.at(folder.resolve("target"));
        var listed = executor.submit(() -> survey(source, folder));
        var receiver =
                new Receiver(
                        new Target(target, "bench", Part.WHOLE), MANNER, new Meter(), executor);
        receiver.survey();
        listed.get();
        var there = new ArrayList<Line>();
        var here = new ArrayList<Line>();
        try (var server = new ServerSocket(0, LINES, InetAddress.getLoopbackAddress())) {
            for (int i = 0; i < LINES; i++) {
                var socket = new Socket(server.getInetAddress(), server.getLocalPort());
                there.add(new Line(socket.getInputStream(), socket.getOutputStream()));
                Socket other = server.accept();
                here.add(new Line(other.getInputStream(), other.getOutputStream()));
            }
        }
        var sent =
                executor.submit(
                        () ->
                                new Sender(
                                                new Source(source, manifest(folder), Part.WHOLE),
                                                Pace.FREE,
                                                new Meter(),
                                                executor)
                                        .send(there));
        Ended received = receiver.receive(here);
        sent.get();
        return received;
    }

    private static Object survey(Tree tree, Path folder) throws Exception {
        Path runs = Files.createTempDirectory(folder, "runs");
        try (var sorter = new Sorter(runs, 64 << 20)) {
            return tree.survey(Part.WHOLE, sorter, Files.newOutputStream(manifest(folder)));
        } finally {
            Files.delete(runs);
        }
    }

    private static Path manifest(Path folder) {
        return folder.resolve("source.manifest");
    }

    private static void tar(Path folder) throws Exception {
        var script =
                "tar -C source -cf - . | tar -C target -xpf - && sync -f target"
                        + " && (cd source && find . -type f -print0 | sort -z | xargs -0 sha256sum) >sums"
                        + " && (cd target && find . -type f -print0 | sort -z | xargs -0 sha256sum) | cmp - sums";
        new Command(List.of("bash", "-o", "pipefail", "-c", script), folder).end(0);
    }

    private static void told(String what, long before, long bytes) {
        double seconds = (System.nanoTime() - before) / 1e9;
        System.out.println(
                "%-26s %6.2f s  %,8.0f files/s  %6.1f MB/s"
                        .formatted(what, seconds, FILES / seconds, bytes / 1e6 / seconds));
    }
}
