package gotthard.transfer.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gotthard.transfer.RelativePath;
import gotthard.transfer.manifest.Content;
import gotthard.transfer.manifest.Entry;
import gotthard.transfer.manifest.Metadata;

import org.junit.jupiter.api.Test;

import java.util.stream.IntStream;

/// Several transfers share a tree without a word between them.
final class PartTest {
    private static final Metadata METADATA = new Metadata(0640, 0, 0, 0);

    @Test
    void bringsEachFileInOnePartAndFoldersInAll() {
        for (int count = 1; count <= 7; count++) {
            int all = count;
            for (int i = 0; i < 1000; i++) {
                var path = new RelativePath("folder/" + i + ".bin");
                var file = new Entry(path, METADATA, new Content.Unread(1));
                var folder = new Entry(path, METADATA, new Content.Folder());

                assertThat(parts(all, file)).isEqualTo(1);
                assertThat(parts(all, folder)).isEqualTo(all);
            }
        }
    }

    @Test
    void sharesNeighboursFairly() {
        var counts = new int[4];

        for (int i = 0; i < 10_000; i++) {
            var path = new RelativePath("photos/2026/%06d.jpg".formatted(i));
            for (int part = 0; part < counts.length; part++) {
                counts[part] += new Part(part, counts.length).isFirstFor(path) ? 1 : 0;
            }
        }

        assertThat(counts).containsExactly(2533, 2445, 2523, 2499);
    }

    @Test
    void isOneOfThoseThatThereAre() {
        assertThatThrownBy(() -> new Part(4, 4)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Part(-1, 4)).isInstanceOf(IllegalArgumentException.class);
    }

    private static long parts(int count, Entry entry) {
        return IntStream.range(0, count).filter(i -> new Part(i, count).brings(entry)).count();
    }
}
