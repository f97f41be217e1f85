package gotthard.transfer.manifest;

import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/// Writes a manifest as it comes, in the order of the paths.
///
/// A manifest is: the bytes `GMF` and the version, 1; the entries (see [EntryOutput]); their number (8 bytes, big-endian) and the
/// root of the Merkle tree over them (32 bytes). A leaf is an entry that shares no byte with the one before it.
public final class ManifestWriter implements Closeable {
    static final byte[] MAGIC = {'G', 'M', 'F', 1};

    private static final int BUFFER = 65_536;

    private final DataOutputStream to;
    private final EntryOutput entries;
    private final EntryBytes leaf = new EntryBytes();
    private final MerkleTree tree = new MerkleTree();

    private ManifestWriter(DataOutputStream to) {
        this.to = to;
        this.entries = new EntryOutput(to);
    }

    /// Begins a manifest; closing the writer closes the stream.
    public static ManifestWriter begin(OutputStream to) throws IOException {
        var data = new DataOutputStream(new java.io.BufferedOutputStream(to, BUFFER));
        data.write(MAGIC);
        return new ManifestWriter(data);
    }

    /// Takes the next entry; its path comes after that of the one before.
    public void add(Entry entry) throws IOException {
        entries.add(entry);
        leaf.put(entry, 0);
        tree.add(leaf.array(), leaf.length());
    }

    /// Takes all entries that there are.
    public void addAll(Entries all) throws IOException, gotthard.transfer.Refused {
        for (var entry = all.next(); entry.isPresent(); entry = all.next()) {
            add(entry.get());
        }
    }

    /// Ends the manifest; without this it is torn.
    public Seal seal() throws IOException {
        Seal seal = tree.seal();
        entries.end();
        to.writeLong(seal.count());
        var root = new byte[gotthard.transfer.Sha256.BYTES];
        seal.root().copy(root, 0);
        to.write(root);
        to.flush();
        return seal;
    }

    @Override
    public void close() throws IOException {
        to.close();
    }
}
