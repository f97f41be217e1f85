package gotthard.bench;

import gotthard.transfer.RelativePath;
import gotthard.transfer.Sha256;
import gotthard.transfer.manifest.Content;
import gotthard.transfer.manifest.Divergences;
import gotthard.transfer.manifest.Entry;
import gotthard.transfer.manifest.ManifestReader;
import gotthard.transfer.manifest.ManifestWriter;
import gotthard.transfer.manifest.Metadata;
import gotthard.transfer.manifest.Seal;
import gotthard.transfer.manifest.Sorter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/// Compares two made-up manifests that differ in 1,000 entries, and prints what it took: run by hand with
/// `java -Xmx400m -cp target/classes:target/test-classes gotthard.bench.HugeManifests FOLDER 50000000`.
final class HugeManifests {
    private static final int DIFFERENCES = 1000;
    private static final Metadata METADATA = new Metadata(0640, 1_542_096_000_000_000_000L, 7, 7);

    private HugeManifests() {}

    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        int count = Integer.parseInt(args[1]);
        System.out.println("in order      " + write(folder.resolve("source"), count, 0));
        System.out.println("out of order  " + sort(folder, folder.resolve("target"), count));
        compare(folder);
    }

    private static String write(Path file, int count, int changed) throws IOException {
        long before = System.nanoTime();
        try (var writer = ManifestWriter.begin(Files.newOutputStream(file))) {
            for (int i = 0; i < count; i++) {
                writer.add(entry(i, changed));
            }
            return told(writer.seal(), before);
        }
    }

    /// One entry in each `count / 1000` has another digest.
    private static String sort(Path folder, Path file, int count) throws Exception {
        long before = System.nanoTime();
        Path runs = Files.createDirectories(folder.resolve("runs"));
        try (var sorter = new Sorter(runs, 128 << 20)) {
            int stride = 7_368_787;
            long at = 0;
            for (int i = 0; i < count; i++) {
                sorter.add(entry((int) at, at % (count / DIFFERENCES) == 0 ? 1 : 0));
                at = (at + stride) % count;
            }
            return told(sorter.writeTo(Files.newOutputStream(file)), before);
        }
    }

    private static void compare(Path folder) throws Exception {
        long before = System.nanoTime();
        var found = new AtomicLong();
        try (var source = ManifestReader.open(Files.newInputStream(folder.resolve("source")));
                var target = ManifestReader.open(Files.newInputStream(folder.resolve("target")))) {
            var tally = Divergences.between(source, target, _ -> found.incrementAndGet());
            System.out.println("compared      " + tally + " in " + since(before));
        }
        try (var status = Files.lines(Path.of("/proc/self/status"))) {
            status.filter(line -> line.startsWith("VmHWM")).forEach(System.out::println);
        }
    }

    private static Entry entry(int number, int changed) {
        return new Entry(
                new RelativePath(
                        "region-%02d/%04d/object-%08d"
                                .formatted(number / 5_000_000, number / 10_000 % 500, number)),
                METADATA,
                new Content.Hashed(
                        10_000, new Sha256(number * 0x9e3779b97f4a7c15L, 1, 2, changed)));
    }

    private static String told(Seal seal, long before) {
        return seal + " in " + since(before);
    }

    private static String since(long before) {
        return Duration.ofNanos(System.nanoTime() - before).toSeconds() + " s";
    }
}
