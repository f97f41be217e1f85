package gotthard.transfer.stream;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.transfer.RelativePath;
import gotthard.transfer.manifest.Content;
import gotthard.transfer.manifest.Entry;
import gotthard.transfer.manifest.Metadata;
import gotthard.transfer.tree.Tree;
import gotthard.transfer.wire.Frame;
import gotthard.transfer.wire.FrameInput;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Several readers of one source.
final class LoadingTest {
    private static final int READERS = 6;
    private static final int ERRANDS = 200;

    @TempDir private Path folder;

    /// Whoever of them takes the last errand, those who find none any more still send what they have packed.
    @RepeatedTest(50)
    void sendWhatTheyHavePackedBeforeTheyEnd() throws Exception {
        Files.write(folder.resolve("file"), new byte[100]);
        Files.setLastModifiedTime(folder.resolve("file"), FileTime.fromMillis(1_000));
        Entry entry =
                new Entry(
                        new RelativePath("file"),
                        new Metadata(0644, 1_000_000_000, 0, 0),
                        new Content.Unread(100));
        var errands = new Conveyor<Errand>(ERRANDS, 1);
        var frames = new Conveyor<Parcel>(ERRANDS, READERS);
        var working = new ArrayList<Future<Void>>();
        try (var executor = Executors.newFixedThreadPool(READERS)) {
            for (int i = 0; i < READERS; i++) {
                Callable<Void> reader =
                        () -> {
                            new Loading(Tree.at(folder), errands, frames, (_, _) -> {}).run();
                            return null;
                        };
                working.add(executor.submit(reader));
            }
            for (int i = 0; i < ERRANDS; i++) {
                errands.put(new Errand(i, entry, new BitSet()));
            }
            errands.end();
            for (Future<Void> one : working) {
                one.get();
            }
        }

        var sent = new BitSet();
        for (var parcel = frames.take(); parcel.isPresent(); parcel = frames.take()) {
            try (var input = new FrameInput(new ByteArrayInputStream(parcel.get().packed()))) {
                var block = (Frame.Block) input.next();
                block.pieces().forEach(piece -> sent.set((int) piece.number()));
            }
        }
        assertThat(sent.cardinality()).isEqualTo(ERRANDS);
    }
}
