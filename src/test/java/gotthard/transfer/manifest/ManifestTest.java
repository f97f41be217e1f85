package gotthard.transfer.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gotthard.Golden;
import gotthard.transfer.Refused;
import gotthard.transfer.RelativePath;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Manifests are read as they were written, or refused; and two of them are compared as sets would be.
final class ManifestTest {
    @Nested
    final class AManifest {
        @Test
        void isReadAsItWasWritten() throws Exception {
            var random = new RandomEntries(1);
            for (int i = 0; i < 300; i++) {
                List<Entry> entries = random.some(40);
                byte[] bytes = written(entries);

                var reader = ManifestReader.open(new ByteArrayInputStream(bytes));

                assertThat(RandomEntries.all(reader)).isEqualTo(entries);
                assertThat(reader.seal().map(Seal::count)).contains((long) entries.size());
                assertThat(reader.next()).isEmpty();
            }
        }

        @Test
        void thatWasChangedAnywhereIsRefused() throws Exception {
            var random = new RandomEntries(2);
            for (int i = 0; i < 4_000; i++) {
                byte[] good = written(random.some(6));
                byte[] bad = mutated(good, random.random());

                if (!Arrays.equals(good, bad)) {
                    assertThatThrownBy(
                                    () ->
                                            RandomEntries.all(
                                                    ManifestReader.open(
                                                            new ByteArrayInputStream(bad))))
                            .isInstanceOf(Refused.class);
                }
            }
        }

        @Test
        void saysWhatIsWrongWithIt() throws Exception {
            byte[] good = written(List.of(RandomEntries.file("a", "a")));
            byte[] cut = Arrays.copyOf(good, 20);
            byte[] changed = good.clone();
            changed[changed.length - 1]++;
            byte[] foreign = "not a manifest".getBytes(StandardCharsets.UTF_8);
            byte[] unordered = twice(good);
            byte[] torn = good.clone();
            torn[4] = 9;

            var told = new ArrayList<String>();
            for (byte[] bad : List.of(cut, changed, foreign, unordered, torn)) {
                told.add(refusal(bad));
            }

            Golden.assertMatches("transfer/manifest-refused.txt", String.join("\n", told));
        }

        @Test
        void takesItsEntriesInOrderOnly() throws Exception {
            var writer = ManifestWriter.begin(new ByteArrayOutputStream());
            writer.add(RandomEntries.file("a/b", ""));

            assertThatThrownBy(() -> writer.add(RandomEntries.file("a-b", "")))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("a-b does not come after a/b");
        }

        @Test
        void hasTheBytesThatArePublished() throws Exception {
            byte[] bytes =
                    written(List.of(RandomEntries.file("a", "x"), RandomEntries.file("a/b", "y")));

            Golden.assertMatches(
                    "transfer/manifest.txt",
                    HexFormat.of().formatHex(bytes).replaceAll("(.{64})", "$1\n"));
        }

        private String refusal(byte[] bad) {
            var refused =
                    assertThatExceptionOfType(Refused.class)
                            .isThrownBy(
                                    () ->
                                            RandomEntries.all(
                                                    ManifestReader.open(
                                                            new ByteArrayInputStream(bad))));
            return String.valueOf(refused.actual().getMessage());
        }

        private byte[] twice(byte[] manifest) {
            byte[] entry = Arrays.copyOfRange(manifest, 4, manifest.length - 41);
            var bytes = new ByteArrayOutputStream();
            bytes.writeBytes(Arrays.copyOf(manifest, 4));
            bytes.writeBytes(entry);
            bytes.writeBytes(entry);
            return bytes.toByteArray();
        }
    }

    @Nested
    final class ARoot {
        /// Of the example in RFC 6962's reference implementation, certificate-transparency's `merkle_tree_test.cc`.
        @Test
        void isThatOfTheStandard() {
            String[] leaves = {
                "",
                "00",
                "10",
                "2021",
                "3031",
                "40414243",
                "5051525354555657",
                "606162636465666768696a6b6c6d6e6f"
            };
            var tree = new MerkleTree();

            var roots = new ArrayList<String>();
            roots.add(tree.seal().root().hex());
            for (String leaf : leaves) {
                byte[] bytes = HexFormat.of().parseHex(leaf);
                tree.add(bytes, bytes.length);
                roots.add(tree.seal().root().hex());
            }

            assertThat(roots)
                    .startsWith(
                            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d")
                    .endsWith("5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");
        }
    }

    @Nested
    final class ASorter {
        @TempDir private Path folder;

        @Test
        void writesWhatASortedListWouldBe() throws Exception {
            var random = new RandomEntries(3);
            for (int i = 0; i < 60; i++) {
                List<Entry> entries = random.some(400);
                var bytes = new ByteArrayOutputStream();

                try (var sorter = new Sorter(folder, 1 + random.random().nextInt(100_000))) {
                    for (Entry entry : random.shuffled(entries)) {
                        sorter.add(entry);
                    }
                    sorter.writeTo(bytes);
                }

                assertThat(bytes.toByteArray()).isEqualTo(written(entries));
                assertThat(left()).isEmpty();
            }
        }

        @Test
        void refusesAPathThatCameTwice() throws Exception {
            for (long memory : new long[] {1, 1_000_000}) {
                try (var sorter = new Sorter(folder, memory)) {
                    sorter.add(RandomEntries.file("a", "one"));
                    sorter.add(RandomEntries.file("a", "two"));

                    assertThatThrownBy(() -> sorter.writeTo(new ByteArrayOutputStream()))
                            .isInstanceOf(Refused.class)
                            .hasMessageStartingWith("the name a is listed twice");
                }
            }
        }

        private List<Path> left() throws IOException {
            try (Stream<Path> files = Files.list(folder)) {
                return files.toList();
            }
        }
    }

    @Nested
    final class AComparison {
        @Test
        void findsWhatSetsWouldFind() throws Exception {
            var random = new RandomEntries(4);
            for (int i = 0; i < 2_000; i++) {
                List<Entry> source = random.some(30);
                List<Entry> target = changed(source, random);

                var found = new ArrayList<Divergence>();
                var tally = compared(source, target, found);

                assertThat(found).isEqualTo(expected(source, target));
                assertThat(tally.missing() + tally.differing() + tally.equal())
                        .isEqualTo(source.size());
                assertThat(tally.extra() + tally.differing() + tally.equal())
                        .isEqualTo(target.size());
                assertThat(tally.isProof())
                        .isEqualTo(
                                source.equals(target)
                                        && !source.isEmpty()
                                        && source.stream()
                                                .noneMatch(
                                                        entry ->
                                                                entry.content()
                                                                        instanceof Content.Unread));
            }
        }

        @Test
        void namesWhatDiffers() throws Exception {
            Entry file = RandomEntries.file("a", "one");
            Entry other =
                    new Entry(
                            file.path(),
                            new Metadata(0600, 5, 1000, 100),
                            RandomEntries.file("a", "two").content());

            var found = new ArrayList<Divergence>();
            compared(List.of(file), List.of(other), found);

            assertThat(found)
                    .containsExactly(
                            new Divergence.Differing(
                                    file,
                                    other,
                                    Set.of(Aspect.MODE, Aspect.MODIFIED, Aspect.CONTENT)));
        }

        @Test
        void ofFilesThatNobodyReadIsNoProof() throws Exception {
            Entry file = RandomEntries.file("a", "one");

            var tally =
                    compared(
                            List.of(file),
                            List.of(file.with(new Content.Unread(3))),
                            new ArrayList<>());

            assertThat(tally).isEqualTo(new Divergences.Tally(1, 0, 0, 0, 0));
            assertThat(tally.isProof()).isFalse();
        }

        private List<Entry> changed(List<Entry> source, RandomEntries random) throws Exception {
            var target = new TreeMap<RelativePath, Entry>();
            for (Entry entry : source) {
                switch (random.random().nextInt(8)) {
                    case 0 -> {}
                    case 1 ->
                            target.put(
                                    entry.path(),
                                    new Entry(
                                            entry.path(),
                                            new Metadata(0, 0, 0, 0),
                                            entry.content()));
                    default -> target.put(entry.path(), entry);
                }
            }
            if (random.random().nextBoolean()) {
                random.some(3).forEach(entry -> target.putIfAbsent(entry.path(), entry));
            }
            return List.copyOf(target.values());
        }

        private List<Divergence> expected(List<Entry> source, List<Entry> target) {
            var wanted = new TreeMap<RelativePath, Entry>();
            var found = new TreeMap<RelativePath, Entry>();
            source.forEach(entry -> wanted.put(entry.path(), entry));
            target.forEach(entry -> found.put(entry.path(), entry));
            var paths = new TreeMap<>(wanted);
            paths.putAll(found);
            return paths.keySet().stream()
                    .map(
                            path ->
                                    one(
                                            Optional.ofNullable(wanted.get(path)),
                                            Optional.ofNullable(found.get(path))))
                    .flatMap(Optional::stream)
                    .toList();
        }

        private Optional<Divergence> one(Optional<Entry> wanted, Optional<Entry> found) {
            if (wanted.isEmpty()) {
                return found.map(Divergence.Extra::new);
            }
            if (found.isEmpty()) {
                return wanted.map(Divergence.Missing::new);
            }
            Set<Aspect> aspects = Aspect.between(wanted.get(), found.get());
            return wanted.equals(found)
                    ? Optional.empty()
                    : Optional.of(new Divergence.Differing(wanted.get(), found.get(), aspects));
        }
    }

    private static Divergences.Tally compared(
            List<Entry> source, List<Entry> target, List<Divergence> found) throws Exception {
        return Divergences.between(
                new ListedEntries(source), new ListedEntries(target), found::add);
    }

    private static byte[] written(List<Entry> entries) throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var writer = ManifestWriter.begin(bytes)) {
            writer.addAll(new ListedEntries(entries));
            writer.seal();
        }
        return bytes.toByteArray();
    }

    private static byte[] mutated(byte[] good, java.util.Random random) {
        byte[] bad =
                random.nextInt(5) == 0
                        ? Arrays.copyOf(good, random.nextInt(good.length))
                        : good.clone();
        for (int i = random.nextInt(3); i >= 0 && bad.length > 0; i--) {
            bad[random.nextInt(bad.length)] = (byte) random.nextInt();
        }
        return bad;
    }
}
