package gotthard.transfer.manifest;

import gotthard.transfer.Refused;
import gotthard.transfer.Sha256;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/// Reads a manifest from a stream, and computes its seal on the way. The end is told only of a manifest that is whole.
public final class ManifestReader implements Entries {
    private static final int BUFFER = 65_536;

    private final InputStream from;
    private final EntryInput entries;
    private final EntryBytes leaf = new EntryBytes();
    private final MerkleTree tree = new MerkleTree();
    private Optional<Seal> seal = Optional.empty();

    private ManifestReader(InputStream from) {
        this.from = from;
        this.entries = new EntryInput(from);
    }

    /// Begins to read; closing the reader closes the stream.
    ///
    /// @throws Refused when it is no manifest of a version that is known
    public static ManifestReader open(InputStream stream) throws IOException, Refused {
        var from = new BufferedInputStream(stream, BUFFER);
        byte[] magic = from.readNBytes(ManifestWriter.MAGIC.length);
        if (!Arrays.equals(magic, ManifestWriter.MAGIC)) {
            throw new Refused(
                    "what is read is no manifest of version 1",
                    "make it again from the folder with this version of the tool");
        }
        return new ManifestReader(from);
    }

    @Override
    public Optional<Entry> next() throws IOException, Refused {
        Optional<Entry> next = entries.next();
        if (next.isPresent()) {
            leaf.put(next.get(), 0);
            tree.add(leaf.array(), leaf.length());
        } else if (seal.isEmpty()) {
            seal = Optional.of(checked());
        }
        return next;
    }

    /// The seal, once the last entry was read.
    public Optional<Seal> seal() {
        return seal;
    }

    @Override
    public void close() throws IOException {
        from.close();
    }

    private Seal checked() throws IOException, Refused {
        byte[] written = from.readNBytes(Long.BYTES + Sha256.BYTES);
        if (written.length == Long.BYTES + Sha256.BYTES) {
            long count = java.nio.ByteBuffer.wrap(written).getLong();
            Seal computed = tree.seal();
            if (computed.equals(new Seal(count, Sha256.of(written, Long.BYTES)))) {
                return computed;
            }
        }
        throw new Refused(
                "a manifest does not fit its seal: it was cut or changed after it was written",
                "make it again from the folder, and retry");
    }
}
