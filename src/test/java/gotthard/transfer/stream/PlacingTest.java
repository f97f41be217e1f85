package gotthard.transfer.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import gotthard.transfer.RelativePath;
import gotthard.transfer.Sha256;
import gotthard.transfer.manifest.Content;
import gotthard.transfer.manifest.Entry;
import gotthard.transfer.manifest.ManifestWriter;
import gotthard.transfer.manifest.Metadata;
import gotthard.transfer.manifest.Seal;
import gotthard.transfer.tree.Owners;
import gotthard.transfer.tree.Part;
import gotthard.transfer.wire.Frame;
import gotthard.transfer.wire.Packer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.Executors;

/// Disks that don't do what they are told.
@EnabledOnOs(OS.LINUX)
final class PlacingTest {
    private static final int SIZE = Frame.CHUNK + 5;
    private static final int JOURNAL = 32 + 36 * 2;
    private static final Manner CAREFUL =
            new Manner(Owners.RECEIVER, Manner.Reading.BACK, Manner.Standing.STAYS);

    @TempDir private Path folder;

    @Test
    void namesNoFileThatReadsBackAltered() throws Exception {
        Transfer transfer = Transfer.in(folder);
        Loopback lines = Loopback.good(2);
        var content = new byte[SIZE];
        content[1] = 1;
        try (var executor = Executors.newVirtualThreadPerTaskExecutor();
                var packer = new Packer()) {
            var receiver = new Receiver(transfer.to(Part.WHOLE), CAREFUL, new Meter(), executor);
            var receiving = executor.submit(() -> receiver.receive(lines.target()));
            OutputStream first = lines.source().getFirst().out();
            OutputStream data = lines.source().getLast().out();
            var big =
                    new Entry(
                            new RelativePath("big"),
                            new Metadata(0640, 5, 0, 0),
                            new Content.Unread(SIZE));
            first.write(packer.pack(new Frame.Hello(0, 2, 0, 1)));
            first.write(packer.pack(new Frame.Listed(List.of(big))));
            first.write(packer.pack(new Frame.ListedAll(seal(big))));
            Path staged = staged(transfer.target());
            data.write(packer.pack(new Frame.Hello(1, 2, 0, 1)));
            data.write(packer.pack(chunk(content, 0)));
            data.write(packer.pack(chunk(content, 1)));
            while (Files.size(staged.resolveSibling(staged.getFileName() + ".chunks")) < JOURNAL) {
                Thread.onSpinWait();
            }

            try (var channel = FileChannel.open(staged, StandardOpenOption.WRITE)) {
                channel.write(ByteBuffer.wrap(new byte[] {7}), 100_000);
            }
            var whole = new Content.Hashed(SIZE, digest(ByteBuffer.wrap(content)));
            data.write(packer.pack(new Frame.Whole(0, whole)));
            data.write(packer.pack(new Frame.SentAll()));

            assertThat(receiving.get())
                    .isInstanceOfSatisfying(
                            Ended.Incomplete.class,
                            ended ->
                                    assertThat(ended.troubles().getFirst().what())
                                            .startsWith(
                                                    "big was written, and reads back with another content: SHA-256 "));
            assertThat(transfer.target().resolve("big")).doesNotExist();
        }
    }

    @Test
    void namesNothingInPartOnAFullDisk() throws Exception {
        Transfer transfer = Transfer.in(folder);
        Path target = transfer.target();
        assumeTrue(did("mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", target.toString()));
        try {
            for (int i = 0; i < 40; i++) {
                Files.write(transfer.source().resolve("file" + i), new byte[200_000]);
            }

            Ended ended = transfer.bring(Part.WHOLE, Manner.Standing.STAYS);

            assertThat(ended)
                    .isInstanceOfSatisfying(
                            Ended.Stopped.class,
                            stopped -> {
                                assertThat(stopped.what()).contains("No space left on device");
                                assertThat(stopped.next()).startsWith("check space");
                            });
            for (int i = 0; i < 40; i++) {
                Path file = target.resolve("file" + i);
                assertThat(!Files.exists(file) || Files.size(file) == 200_000).isTrue();
            }
        } finally {
            did("umount", target.toString());
        }
    }

    @Test
    void keepsOwnersWhereItMay() throws Exception {
        Transfer transfer = Transfer.in(folder);
        Path file = Files.writeString(transfer.source().resolve("file"), "theirs");
        assumeTrue(did("chown", "-h", "1234:4321", file.toString()));
        Files.createSymbolicLink(transfer.source().resolve("link"), Path.of("file"));
        did("chown", "-h", "1235:4322", transfer.source().resolve("link").toString());
        Files.setAttribute(file, "unix:mode", 04755);
        var kept = new Manner(Owners.KEPT, Manner.Reading.BACK, Manner.Standing.STAYS);

        Ended ended = transfer.bring(Loopback.good(2), Part.WHOLE, kept);

        assertThat(ended).isInstanceOf(Ended.Complete.class);
        assertThat(attributes(transfer.target().resolve("file"))).isEqualTo("1234 4321 4755");
        assertThat(attributes(transfer.target().resolve("link"))).startsWith("1235 4322");
    }

    private static String attributes(Path path) throws Exception {
        var process = new ProcessBuilder("stat", "-c", "%u %g %a", path.toString()).start();
        return new String(
                        process.getInputStream().readAllBytes(),
                        java.nio.charset.StandardCharsets.US_ASCII)
                .strip();
    }

    private static Path staged(Path target) throws Exception {
        while (true) {
            Path stage = target.resolve(".gotthard-key-0");
            if (Files.exists(stage)) {
                try (var files = Files.list(stage)) {
                    var found =
                            files.filter(file -> file.toString().matches(".*[0-9a-f]{64}"))
                                    .findFirst();
                    if (found.isPresent()) {
                        return found.get();
                    }
                }
            }
            Thread.onSpinWait();
        }
    }

    private static Frame chunk(byte[] content, int index) {
        int from = index * Frame.CHUNK;
        var bytes = ByteBuffer.wrap(content, from, Math.min(Frame.CHUNK, SIZE - from));
        return new Frame.Chunk(0, index, digest(bytes), bytes);
    }

    private static Seal seal(Entry entry) throws Exception {
        try (var writer = ManifestWriter.begin(OutputStream.nullOutputStream())) {
            writer.add(entry);
            return writer.seal();
        }
    }

    private static Sha256 digest(ByteBuffer bytes) {
        var digest = Sha256.begin();
        digest.update(bytes.duplicate());
        return Sha256.end(digest);
    }

    private static boolean did(String... command) throws Exception {
        return new ProcessBuilder(command).start().waitFor() == 0;
    }
}
