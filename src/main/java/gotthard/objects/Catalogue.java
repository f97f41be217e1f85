package gotthard.objects;

import gotthard.action.Unreachable;
import gotthard.transfer.Refused;
import gotthard.transfer.RelativePath;
import gotthard.transfer.manifest.Content;
import gotthard.transfer.manifest.Entry;
import gotthard.transfer.manifest.ManifestReader;
import gotthard.transfer.manifest.Metadata;
import gotthard.transfer.manifest.Seal;
import gotthard.transfer.manifest.Sorter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Predicate;

/// A manifest of objects in a file.
///
/// Objects have no time and no owner of their own: where a manifest has a time, the fingerprint of an object's [Attributes] stands.
record Catalogue(Path file, Seal seal) {
    private static final long MEMORY = 32 << 20;
    private static final long SECOND = 1_000_000_000L;
    private static final int SURE = 1;

    /// One that is being made; several threads may add to it.
    static final class Draft implements AutoCloseable {
        private final Path file;
        private final Sorter sorter;

        Draft(Path folder, String name) throws IOException {
            file = folder.resolve(name + ".gmf");
            sorter = new Sorter(Files.createDirectory(folder.resolve(name)), MEMORY);
        }

        synchronized void add(Entry entry) throws IOException, Refused {
            sorter.add(entry);
        }

        synchronized Catalogue finished() throws IOException, Refused {
            return new Catalogue(file, sorter.writeTo(Files.newOutputStream(file)));
        }

        @Override
        public synchronized void close() throws IOException {
            sorter.close();
        }
    }

    /// Names, sizes and times of what a shelf has, without the marks of this tool.
    ///
    /// @param isWanted asked once for each
    static Catalogue of(
            ObjectServer server, Shelf shelf, Draft draft, Predicate<RelativePath> isWanted)
            throws IOException, Refused, Unreachable, InterruptedException {
        server.each(
                shelf.bucket(),
                shelf.prefix(),
                false,
                one -> {
                    if (Mark.isOne(one.name())) {
                        return;
                    }
                    RelativePath path = shelf.path(one.name());
                    if (isWanted.test(path)) {
                        draft.add(new Entry(path, listed(one), new Content.Unread(one.size())));
                    }
                });
        return draft.finished();
    }

    /// What a listing says: when it was written, and as the mode whether that is sure to be the moment of its end.
    private static Metadata listed(Listed.One one) {
        Instant at = one.modified();
        return new Metadata(
                one.isOfOnePiece() ? SURE : 0,
                Math.addExact(Math.multiplyExact(at.getEpochSecond(), SECOND), (long) at.getNano()),
                0,
                0);
    }

    /// When a listed object was written.
    static Instant written(Entry listed) {
        return Instant.EPOCH.plusNanos(listed.metadata().modified());
    }

    /// Whether it was not written after that.
    static boolean isSure(Entry listed) {
        return listed.metadata().mode() == SURE;
    }

    /// Without its time, as objects are compared.
    static Entry plain(Entry listed) {
        return new Entry(listed.path(), metadata(0), listed.content());
    }

    static Metadata metadata(long fingerprint) {
        return new Metadata(0, fingerprint, 0, 0);
    }

    ManifestReader open() throws IOException, Refused {
        return ManifestReader.open(Files.newInputStream(file));
    }
}
