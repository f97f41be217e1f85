package gotthard.transfer.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.transfer.RelativePath;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// A manifest may be far bigger than memory: a process of its own, with less than its entries would take, sorts a million.
final class SorterMemoryTest {
    private static final int ENTRIES = 1_000_000;

    /// Without a common factor with the number of entries, so that all come, in no order.
    private static final long STRIDE = 7_919_317;

    @TempDir private Path folder;

    @Test
    void sortsAMillionEntriesInAHeapOf48Megabytes() throws Exception {
        var process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx48m",
                                "-XX:+UseSerialGC",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Sorting.class.getName(),
                                folder.toString())
                        .redirectErrorStream(true)
                        .start();

        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(told.strip()).isEqualTo(Integer.toString(ENTRIES));
        assertThat(process.waitFor()).isZero();
    }

    /// What that process does.
    static final class Sorting {
        private Sorting() {}

        public static void main(String[] args) throws Exception {
            try (var sorter = new Sorter(Path.of(args[0]), 8 << 20)) {
                for (long i = 0; i < ENTRIES; i++) {
                    long number = i * STRIDE % ENTRIES;
                    var path =
                            new RelativePath(
                                    "folder-of-photos/%03d/a-name-as-they-are-%07d.jpg"
                                            .formatted(number % 1000, number));
                    sorter.add(new Entry(path, new Metadata(0644, i, 0, 0), new Content.Unread(i)));
                }
                Seal seal = sorter.writeTo(OutputStream.nullOutputStream());
                System.out.println(seal.count());
            }
        }
    }
}
