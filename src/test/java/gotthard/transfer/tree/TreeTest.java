package gotthard.transfer.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gotthard.transfer.LinkTarget;
import gotthard.transfer.Refused;
import gotthard.transfer.RelativePath;
import gotthard.transfer.Sha256;
import gotthard.transfer.manifest.Content;
import gotthard.transfer.manifest.Entry;
import gotthard.transfer.manifest.ManifestReader;
import gotthard.transfer.manifest.Metadata;
import gotthard.transfer.manifest.Sorter;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/// Folders are read and written as they are, and never left.
@EnabledOnOs(OS.LINUX)
final class TreeTest {
    private static final Metadata METADATA = new Metadata(0640, 1_542_096_000_123_456_789L, 0, 0);

    @TempDir private Path outside;
    private Path root = Path.of("/");
    private Tree tree = anyTree();

    @BeforeEach
    void makeATree() throws Exception {
        root = Files.createDirectory(outside.resolve("root"));
        tree = Tree.at(root);
    }

    @Nested
    final class AWalk {
        @Test
        void findsAllAsTheFileSystemHasIt() throws Exception {
            Files.createDirectories(root.resolve("a/b"));
            Files.writeString(root.resolve("a/b/c"), "12345");
            Files.setAttribute(root.resolve("a/b/c"), "unix:mode", 0604);
            Files.setLastModifiedTime(
                    root.resolve("a/b/c"),
                    FileTime.from(METADATA.modified(), java.util.concurrent.TimeUnit.NANOSECONDS));
            Files.createSymbolicLink(root.resolve("a/link"), Path.of("../a/b"));

            List<Entry> found = sorted();

            assertThat(found)
                    .extracting(Entry::path)
                    .extracting(Object::toString)
                    .containsExactly("a", "a/b", "a/b/c", "a/link");
            assertThat(found.get(2).content()).isEqualTo(new Content.Unread(5));
            assertThat(found.get(2).metadata().mode()).isEqualTo(0604);
            assertThat(found.get(2).metadata().modified()).isEqualTo(METADATA.modified());
            assertThat(found.get(3).content())
                    .isEqualTo(new Content.Link(new LinkTarget("../a/b")));
        }

        @Test
        void keepsNamesThatAreNoText() throws Exception {
            byte[] name = {'a', (byte) 0xff, '\n', (byte) 0xc3, (byte) 0xa9, ' ', '%', '4', '1'};
            Files.createDirectory(root.resolve(Names.path(name)));
            Files.writeString(root.resolve(Names.path(name)).resolve(Names.path(name)), "x");
            Files.createSymbolicLink(root.resolve("link"), Names.path(name));

            List<Entry> found = sorted();

            assertThat(found.get(0).path().bytes()).isEqualTo(name);
            assertThat(found.get(1).path().name()).isEqualTo(name);
            assertThat(found.get(1).content()).isEqualTo(new Content.Unread(1));
            assertThat(found.get(2).content())
                    .isInstanceOfSatisfying(
                            Content.Link.class,
                            link -> assertThat(link.target().bytes()).isEqualTo(name));
        }

        @Test
        void leavesStagesOut() throws Exception {
            Stage.open(tree, "one", Owners.RECEIVER).close();

            assertThat(sorted()).isEmpty();
        }

        @Test
        void refusesALinkThatLeadsOut() throws Exception {
            Files.createSymbolicLink(root.resolve("out"), Path.of("../elsewhere"));

            assertThatThrownBy(TreeTest.this::sorted)
                    .isInstanceOf(Refused.class)
                    .hasMessageStartingWith("the link out leads out of its folder");
        }

        @Test
        void refusesWhatIsNoFile() throws Exception {
            assertThat(
                            new ProcessBuilder("mkfifo", root.resolve("pipe").toString())
                                    .start()
                                    .waitFor())
                    .isZero();

            assertThatThrownBy(TreeTest.this::sorted)
                    .isInstanceOf(Refused.class)
                    .hasMessageStartingWith("pipe is neither a file, a folder nor a link");
        }

        @Test
        void leavesOutWhatVanishesMeanwhile() throws Exception {
            Files.createDirectories(root.resolve("a/b"));
            Files.writeString(root.resolve("a/b/c"), "x");

            var found = new ArrayList<Entry>();
            tree.walk(
                    Part.WHOLE,
                    entry -> {
                        found.add(entry);
                        if (entry.path().equals(new RelativePath("a/b"))) {
                            Files.delete(root.resolve("a/b/c"));
                            Files.delete(root.resolve("a/b"));
                        }
                    });

            assertThat(found).hasSize(2);
        }
    }

    @Nested
    final class AReach {
        @Test
        void opensNoLinkAndNothingBehindOne() throws Exception {
            Files.writeString(outside.resolve("secret"), "x");
            Files.createSymbolicLink(root.resolve("file"), outside.resolve("secret"));
            Files.createSymbolicLink(root.resolve("folder"), outside);

            try (var reach = tree.reach()) {
                for (String path : List.of("file", "folder/secret", "folder/root/file")) {
                    assertThatThrownBy(() -> reach.open(new RelativePath(path)))
                            .isInstanceOf(Refused.class)
                            .hasMessageContaining("leads through");
                }
            }
        }

        @Test
        void findsWhatIsThereAndSaysWhatIsNot() throws Exception {
            Files.createDirectories(root.resolve("a/b"));
            Files.writeString(root.resolve("a/b/c"), "x");

            try (var reach = tree.reach();
                    var file = reach.open(new RelativePath("a/b/c"))) {
                assertThat(file.size()).isEqualTo(1);
                assertThatThrownBy(() -> reach.open(new RelativePath("a/b/d")))
                        .isInstanceOf(NoSuchFileException.class);
                assertThatThrownBy(() -> reach.open(new RelativePath("a/x/d")))
                        .isInstanceOf(NoSuchFileException.class);
            }
        }
    }

    @Nested
    final class AStage {
        @Test
        void placesAFileWithItsMetadata() throws Exception {
            Entry file = file("odd \n name", 3);

            place(file, "abc", Optional.empty());

            assertThat(Files.readString(root.resolve("odd \n name"))).isEqualTo("abc");
            Status status = Status.of(root.resolve("odd \n name"));
            assertThat(status.metadata().mode()).isEqualTo(METADATA.mode());
            assertThat(status.metadata().modified()).isEqualTo(METADATA.modified());
        }

        @Test
        void overwritesNothingThatItDoesNotKnow() throws Exception {
            Files.writeString(root.resolve("there"), "foreign");

            assertThatThrownBy(() -> place(file("there", 3), "abc", Optional.empty()))
                    .isInstanceOf(Refused.class)
                    .hasMessageStartingWith("something else is there by the name there");

            assertThat(root.resolve("there")).hasContent("foreign");
        }

        @Test
        void replacesOnlyWhatWasListed() throws Exception {
            place(file("there", 3), "old", Optional.empty());

            place(file("there", 3), "new", Optional.of(file("there", 3)));
            Files.setLastModifiedTime(root.resolve("there"), FileTime.fromMillis(5));

            assertThatThrownBy(() -> place(file("there", 3), "no!", Optional.of(file("there", 3))))
                    .isInstanceOf(Refused.class);
            assertThat(root.resolve("there")).hasContent("new");
        }

        @Test
        void writesNothingThroughALink() throws Exception {
            Files.createSymbolicLink(root.resolve("folder"), outside);

            assertThatThrownBy(() -> place(file("folder/x", 3), "abc", Optional.empty()))
                    .isInstanceOf(Refused.class);
            try (var stage = Stage.open(tree, "key", Owners.RECEIVER);
                    var reach = tree.reach()) {
                assertThatThrownBy(() -> stage.makeFolder(reach, new RelativePath("folder/made")))
                        .isInstanceOf(Refused.class);
                assertThatThrownBy(() -> stage.makeFolder(reach, new RelativePath("folder")))
                        .isInstanceOf(Refused.class);
            }

            assertThat(outside.resolve("x")).doesNotExist();
            assertThat(outside.resolve("made")).doesNotExist();
        }

        @Test
        void makesLinksOfAnyBytes() throws Exception {
            byte[] target = {'x', (byte) 0xfe, '/', '.', '.'};
            var path = new RelativePath("link");
            var link = new Content.Link(LinkTarget.of(path, target));

            try (var stage = Stage.open(tree, "key", Owners.RECEIVER);
                    var reach = tree.reach()) {
                stage.makeLink(reach, new Entry(path, METADATA, link), link);
            }

            assertThat(Names.bytes(Files.readSymbolicLink(root.resolve("link")))).isEqualTo(target);
        }
    }

    @Nested
    final class ABigFile {
        private static final int CHUNK = 256 << 10;
        private static final int SIZE = 5 * CHUNK + 7;

        @Test
        void goesOnWhereAnAttemptBeforeItStopped() throws Exception {
            byte[] content = noise();
            try (var stage = Stage.open(tree, "key", Owners.RECEIVER);
                    var partial = stage.partial(file("big", SIZE), CHUNK)) {
                take(partial, content, 4, 0, 5);
            }

            try (var stage = Stage.open(tree, "key", Owners.RECEIVER);
                    var reach = tree.reach()) {
                var partial = stage.partial(file("big", SIZE), CHUNK);
                assertThat(partial.kept()).isEqualTo(BitSet.valueOf(new byte[] {0b11_0001}));
                partial.compare(4, digest(content, 4));
                partial.compare(0, digest(content, 4));
                take(partial, content, 0, 1, 2, 3);
                assertThat(partial.isComplete()).isTrue();
                assertThat(partial.readBack()).isEqualTo(digest(ByteBuffer.wrap(content)));
                stage.force(partial);
                stage.place(reach, partial, Optional.empty());
                stage.remove();
            }

            assertThat(root.resolve("big")).hasBinaryContent(content);
        }

        @Test
        void believesNoJournalOverWhatLiesThere() throws Exception {
            byte[] content = noise();
            Path file;
            try (var stage = Stage.open(tree, "key", Owners.RECEIVER);
                    var partial = stage.partial(file("big", SIZE), CHUNK)) {
                take(partial, content, 0, 1, 2);
                file = staged(".*[0-9a-f]{64}");
            }
            byte[] damaged = Files.readAllBytes(file);
            damaged[CHUNK + 5]++;
            Files.write(file, damaged);

            try (var stage = Stage.open(tree, "key", Owners.RECEIVER);
                    var partial = stage.partial(file("big", SIZE), CHUNK)) {
                assertThat(partial.kept()).isEqualTo(BitSet.valueOf(new byte[] {0b101}));
            }
        }

        @Test
        void survivesAnyEndOfItsJournal() throws Exception {
            byte[] content = noise();
            try (var stage = Stage.open(tree, "key", Owners.RECEIVER);
                    var partial = stage.partial(file("big", SIZE), CHUNK)) {
                take(partial, content, 0, 1, 2);
            }
            byte[] journal = Files.readAllBytes(staged(".*chunks"));

            for (int end = 0; end <= journal.length; end++) {
                Files.write(staged(".*chunks"), java.util.Arrays.copyOf(journal, end));
                byte[] bytes = Files.readAllBytes(staged(".*[0-9a-f]{64}"));
                try (var stage = Stage.open(tree, "key", Owners.RECEIVER);
                        var partial = stage.partial(file("big", SIZE), CHUNK)) {
                    assertThat(partial.kept().cardinality())
                            .isEqualTo(end < 32 ? 0 : (end - 32) / 36);
                }
                Files.write(staged(".*[0-9a-f]{64}"), bytes);
            }
        }

        @Test
        void beginsAnewWhenTheSourceHasChanged() throws Exception {
            try (var stage = Stage.open(tree, "key", Owners.RECEIVER);
                    var partial = stage.partial(file("big", SIZE), CHUNK)) {
                take(partial, noise(), 0, 1);
            }
            Entry changed =
                    new Entry(
                            new RelativePath("big"),
                            new Metadata(0640, 6, 0, 0),
                            new Content.Unread(SIZE));

            try (var stage = Stage.open(tree, "key", Owners.RECEIVER);
                    var partial = stage.partial(changed, CHUNK)) {
                assertThat(partial.kept().isEmpty()).isTrue();
            }
        }

        @Test
        void takesNoPieceThatIsNotWhatItClaims() throws Exception {
            byte[] content = noise();
            try (var stage = Stage.open(tree, "key", Owners.RECEIVER);
                    var partial = stage.partial(file("big", SIZE), CHUNK)) {
                assertThatThrownBy(() -> partial.take(0, digest(content, 1), piece(content, 0)))
                        .isInstanceOf(Refused.class);
                assertThatThrownBy(() -> partial.take(6, digest(content, 1), piece(content, 1)))
                        .isInstanceOf(Refused.class);
                assertThatThrownBy(() -> partial.take(5, digest(content, 1), piece(content, 1)))
                        .isInstanceOf(Refused.class);
            }
        }

        @Test
        void keepsItsHoles() throws Exception {
            int size = 64 << 20;
            Entry sparse = file("sparse", size);
            var zeros = new byte[4 << 20];

            try (var stage = Stage.open(tree, "key", Owners.RECEIVER);
                    var reach = tree.reach()) {
                var partial = stage.partial(sparse, zeros.length);
                for (int i = 0; i < size / zeros.length; i++) {
                    partial.take(i, digest(ByteBuffer.wrap(zeros)), ByteBuffer.wrap(zeros));
                }
                stage.force(partial);
                stage.place(reach, partial, Optional.empty());
            }

            assertThat(Files.size(root.resolve("sparse"))).isEqualTo(size);
            assertThat(blocks("sparse")).isLessThan(1000);
        }

        private long blocks(String name) throws Exception {
            var process =
                    new ProcessBuilder("stat", "-c", "%b", root.resolve(name).toString()).start();
            return Long.parseLong(
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII)
                            .strip());
        }

        private Path staged(String pattern) throws Exception {
            try (var files = Files.list(root.resolve(".gotthard-key"))) {
                return files.filter(file -> file.toString().matches(pattern))
                        .findFirst()
                        .orElseThrow();
            }
        }

        private void take(Partial partial, byte[] content, int... indexes) throws Exception {
            for (int index : indexes) {
                partial.take(index, digest(content, index), piece(content, index));
            }
        }

        private Sha256 digest(byte[] content, int index) {
            return digest(piece(content, index));
        }

        private Sha256 digest(ByteBuffer bytes) {
            var digest = Sha256.begin();
            digest.update(bytes);
            return Sha256.end(digest);
        }

        private ByteBuffer piece(byte[] content, int index) {
            int from = index * CHUNK;
            return ByteBuffer.wrap(content, from, Math.min(CHUNK, content.length - from));
        }

        private byte[] noise() {
            var noise = new byte[SIZE];
            new Random(3).nextBytes(noise);
            return noise;
        }
    }

    private List<Entry> sorted() throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var sorter = new Sorter(outside, 1 << 20)) {
            tree.survey(Part.WHOLE, sorter, bytes);
        }
        var entries = new ArrayList<Entry>();
        try (var reader = ManifestReader.open(new ByteArrayInputStream(bytes.toByteArray()))) {
            for (var next = reader.next(); next.isPresent(); next = reader.next()) {
                entries.add(next.get());
            }
        }
        return entries;
    }

    private void place(Entry entry, String content, Optional<Entry> standing) throws Exception {
        try (var stage = Stage.open(tree, "key", Owners.RECEIVER);
                var reach = tree.reach()) {
            stage.write(entry, ByteBuffer.wrap(content.getBytes(StandardCharsets.UTF_8)));
            stage.force(entry);
            stage.place(reach, entry, standing);
        }
    }

    private static Entry file(String path, long size) {
        return new Entry(new RelativePath(path), METADATA, new Content.Unread(size));
    }

    private static Tree anyTree() {
        try {
            return Tree.at(Path.of("/"));
        } catch (java.io.IOException | Refused broken) {
            throw new IllegalStateException(broken);
        }
    }
}
