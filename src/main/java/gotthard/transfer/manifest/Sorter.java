package gotthard.transfer.manifest;

import gotthard.transfer.Refused;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/// Takes entries in any order and makes a manifest of them, in a bounded memory: what does not fit is sorted and put on disk as
/// a run, and runs are merged, a bounded number at a time.
public final class Sorter implements Closeable {
    private static final Comparator<Entry> BY_PATH = Comparator.comparing(Entry::path);
    private static final int BUFFER = 65_536;
    private static final int FAN_IN = 64;

    /// What the objects of an entry take beside the bytes of its path.
    private static final int OBJECTS = 200;

    private final Path folder;
    private final long memory;
    private final Repeated repeated;
    private final List<Entry> entries = new ArrayList<>();
    private final Deque<Path> runs = new ArrayDeque<>();
    private long held;

    /// Sorts in a folder of its own.
    ///
    /// @param folder where runs are put; it is there, and only the sorter's
    /// @param memory bytes, about
    public Sorter(Path folder, long memory) {
        this(folder, memory, Repeated.REFUSED);
    }

    /// The same, for paths that may come again.
    public Sorter(Path folder, long memory, Repeated repeated) {
        this.folder = folder;
        this.memory = memory;
        this.repeated = repeated;
    }

    /// What becomes of a path that was added before.
    public enum Repeated {
        /// All is refused.
        REFUSED,
        /// One of them stays.
        LEFT_OUT
    }

    /// Takes one more.
    public void add(Entry entry) throws IOException, Refused {
        entries.add(entry);
        held += OBJECTS + entry.path().length();
        if (held >= memory) {
            spill();
        }
    }

    /// Writes all that was added as a manifest, and closes the stream.
    ///
    /// @throws Refused when a path was added twice that must not be
    public Seal writeTo(OutputStream to) throws IOException, Refused {
        try (var writer = ManifestWriter.begin(to);
                var sorted = sorted()) {
            writer.addAll(sorted);
            return writer.seal();
        }
    }

    /// Removes the runs.
    @Override
    public void close() throws IOException {
        for (Path run : runs) {
            Files.deleteIfExists(run);
        }
        runs.clear();
    }

    private Entries sorted() throws IOException, Refused {
        if (!runs.isEmpty()) {
            spill();
        }
        while (runs.size() > FAN_IN) {
            merge();
        }
        if (runs.isEmpty()) {
            entries.sort(BY_PATH);
            return new MergedEntries(List.of(new ListedEntries(entries)), repeated);
        }
        return opened(List.copyOf(runs));
    }

    private void spill() throws IOException, Refused {
        entries.sort(BY_PATH);
        write(new MergedEntries(List.of(new ListedEntries(entries)), repeated));
        entries.clear();
        held = 0;
    }

    private void merge() throws IOException, Refused {
        var some = new ArrayList<Path>();
        while (some.size() < FAN_IN) {
            some.add(runs.remove());
        }
        try (var merged = opened(some)) {
            write(merged);
        }
        for (Path run : some) {
            Files.delete(run);
        }
    }

    private void write(Entries sorted) throws IOException, Refused {
        Path run = Files.createTempFile(folder, "run", "");
        runs.add(run);
        try (var to = new BufferedOutputStream(Files.newOutputStream(run), BUFFER)) {
            var output = new EntryOutput(to);
            for (var entry = sorted.next(); entry.isPresent(); entry = sorted.next()) {
                output.add(entry.get());
            }
            output.end();
        }
    }

    private Entries opened(List<Path> some) throws IOException, Refused {
        var inputs = new ArrayList<Entries>();
        for (Path run : some) {
            inputs.add(new EntryInput(new BufferedInputStream(Files.newInputStream(run), BUFFER)));
        }
        return new MergedEntries(inputs, repeated);
    }
}
