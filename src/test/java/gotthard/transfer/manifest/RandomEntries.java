package gotthard.transfer.manifest;

import gotthard.transfer.LinkTarget;
import gotthard.transfer.RelativePath;
import gotthard.transfer.Sha256;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/// Entries of all kinds with odd names, from a seed.
final class RandomEntries {
    private static final byte[][] PARTS = {
        {'a'}, {'b', ' ', '\n'}, {(byte) 0xc3, (byte) 0xa9}, {(byte) 0xff}, {'.', '.', '.'}, {'-'}
    };

    private final Random random;

    RandomEntries(long seed) {
        this.random = new Random(seed);
    }

    /// Sorted, each path once.
    List<Entry> some(int atMost) throws Exception {
        var entries = new TreeMap<RelativePath, Entry>();
        for (int i = random.nextInt(atMost + 1); i > 0; i--) {
            Entry entry = one();
            entries.put(entry.path(), entry);
        }
        return List.copyOf(entries.values());
    }

    List<Entry> shuffled(List<Entry> entries) {
        var shuffled = new ArrayList<>(entries);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }

    Random random() {
        return random;
    }

    static Entry file(String path, String content) {
        var digest = Sha256.begin();
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        digest.update(bytes);
        return new Entry(
                new RelativePath(path),
                new Metadata(0644, 1_542_096_000_000_000_001L, 1000, 100),
                new Content.Hashed(bytes.length, Sha256.end(digest)));
    }

    static List<Entry> all(Entries entries) throws Exception {
        var all = new ArrayList<Entry>();
        for (Optional<Entry> next = entries.next(); next.isPresent(); next = entries.next()) {
            all.add(next.get());
        }
        return all;
    }

    static List<Entry> sorted(List<Entry> entries) {
        return entries.stream().sorted(Comparator.comparing(Entry::path)).toList();
    }

    private Entry one() throws Exception {
        var path = RelativePath.of(path());
        var metadata =
                new Metadata(
                        random.nextInt(0b1_000_000_000_000),
                        random.nextLong(),
                        random.nextInt(),
                        random.nextInt());
        return new Entry(path, metadata, content());
    }

    private Content content() {
        long size = random.nextLong() >>> random.nextInt(1, 64);
        return switch (random.nextInt(4)) {
            case 0 -> new Content.Unread(size);
            case 1 -> new Content.Folder();
            case 2 -> new Content.Link(new LinkTarget("b/" + random.nextInt(9)));
            default ->
                    new Content.Hashed(
                            size,
                            new Sha256(
                                    random.nextLong(),
                                    random.nextLong(),
                                    random.nextLong(),
                                    random.nextLong()));
        };
    }

    private byte[] path() {
        var bytes = new java.io.ByteArrayOutputStream();
        for (int part = random.nextInt(4); part >= 0; part--) {
            for (int piece = random.nextInt(3); piece >= 0; piece--) {
                bytes.writeBytes(PARTS[random.nextInt(PARTS.length)]);
            }
            bytes.writeBytes(new byte[] {'x'});
            if (part > 0) {
                bytes.write('/');
            }
        }
        return bytes.toByteArray();
    }
}
