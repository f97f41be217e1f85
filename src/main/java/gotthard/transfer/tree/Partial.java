package gotthard.transfer.tree;

import gotthard.transfer.Refused;
import gotthard.transfer.Sha256;
import gotthard.transfer.manifest.Content;
import gotthard.transfer.manifest.Entry;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/// A big file of which some pieces have arrived. Beside it lies a journal: SHA-256 over what is told of the file at the source (path, size,
/// time), then for each piece its index (4 bytes) and SHA-256. What the journal says is read back before it is believed, so that neither
/// has to be synced piece by piece. For several threads.
public final class Partial implements Closeable {
    private static final int RECORD = Integer.BYTES + Sha256.BYTES;

    /// Zeros in so many bytes are left out: the file has a hole there.
    private static final int HOLE = 65_536;

    /// So many bytes at a time are made durable and read back while the rest comes, so that little is left to do at the end.
    private static final long STEP = 64 << 20;

    private final Path journalPath;
    private final Entry entry;
    private final long size;
    private final int chunk;
    private final FileChannel file;
    private final FileChannel journal;

    /// Where something may be already.
    private final long used;

    private final ReadBack readBack;
    private final AtomicLong durable = new AtomicLong();
    private final Map<Integer, Sha256> pieces = new HashMap<>();
    private final ReentrantLock writing = new ReentrantLock();

    private Partial(Path journalPath, Entry entry, int chunk, FileChannel file, FileChannel journal)
            throws IOException {
        this.journalPath = journalPath;
        this.entry = entry;
        this.size = entry.content() instanceof Content.Unread(long bytes) ? bytes : 0;
        this.chunk = chunk;
        this.file = file;
        this.journal = journal;
        this.used = file.size();
        this.readBack = new ReadBack(file, size);
    }

    static Partial open(Path path, Path journalPath, Entry entry, int chunk) throws IOException {
        FileChannel journal = opened(journalPath);
        byte[] identity = identity(entry, chunk);
        var head = ByteBuffer.allocate(Sha256.BYTES);
        fill(journal, head, 0);
        FileChannel file = opened(path);
        if (head.hasRemaining() || !java.util.Arrays.equals(head.array(), identity)) {
            file.truncate(0);
            journal.truncate(0);
            journal.write(ByteBuffer.wrap(identity), 0);
        }
        var partial = new Partial(journalPath, entry, chunk, file, journal);
        partial.recall();
        return partial;
    }

    /// What is known of the file at the source.
    public Entry entry() {
        return entry;
    }

    /// The pieces that are there.
    public BitSet kept() {
        writing.lock();
        try {
            var kept = new BitSet();
            pieces.keySet().forEach(kept::set);
            return kept;
        } finally {
            writing.unlock();
        }
    }

    /// A piece that has not this digest is as if it were not there.
    public void compare(int index, Sha256 digest) {
        writing.lock();
        try {
            if (!digest.equals(pieces.get(index))) {
                pieces.remove(index);
            }
        } finally {
            writing.unlock();
        }
    }

    /// Writes a piece.
    ///
    /// @throws Refused when it is not as its digest says, or there is no place for it
    public void take(int index, Sha256 digest, ByteBuffer bytes) throws IOException, Refused {
        if (index >= count() || bytes.remaining() != length(index)) {
            throw new Refused(
                    "a piece of " + entry.path() + " has not the size that was listed",
                    "find out who changes the file now, and try again");
        }
        if (!digest(bytes.duplicate()).equals(digest)) {
            throw new Refused(
                    "a piece of " + entry.path() + " arrived altered",
                    "check what stands between both ends, and try again");
        }
        write(bytes, (long) index * chunk);
        var line = ByteBuffer.allocate(RECORD).putInt(index);
        digest.copy(line.array(), Integer.BYTES);
        writing.lock();
        try {
            journal.write(line.rewind(), journal.size());
            pieces.put(index, digest);
        } finally {
            writing.unlock();
        }
    }

    /// Makes what has come durable and reads it back, when that is worth while.
    ///
    /// @param pieces so many, from the first on, will not be written again
    public void follow(int pieces) throws IOException {
        long end = Math.min(size, (long) pieces * chunk);
        long before = durable.get();
        if (end - before >= STEP && durable.compareAndSet(before, end)) {
            file.force(false);
            readBack.follow(end);
        }
    }

    /// Whether all pieces are there.
    public boolean isComplete() {
        writing.lock();
        try {
            return pieces.size() == count();
        } finally {
            writing.unlock();
        }
    }

    /// The digest of the whole file, as it lies there. To be asked once, when all pieces are there.
    public Sha256 readBack() throws IOException {
        return readBack.finish();
    }

    @Override
    public void close() throws IOException {
        readBack.end();
        file.close();
        journal.close();
    }

    /// A hole at the end.
    void extend() throws IOException {
        if (file.size() < size) {
            file.write(ByteBuffer.allocate(1), size - 1);
        }
    }

    /// Makes the file durable.
    void force() throws IOException {
        file.force(true);
    }

    /// Closes it, and removes the journal.
    public void forget() throws IOException {
        close();
        Files.deleteIfExists(journalPath);
    }

    static Sha256 digest(SeekableByteChannel channel) throws IOException {
        var digest = Sha256.begin();
        var buffer = ByteBuffer.allocate(1 << 18);
        while (channel.read(buffer) >= 0) {
            digest.update(buffer.flip());
            buffer.clear();
        }
        return Sha256.end(digest);
    }

    private static Sha256 digest(ByteBuffer bytes) {
        var digest = Sha256.begin();
        digest.update(bytes);
        return Sha256.end(digest);
    }

    private int count() {
        return Math.toIntExact((size + chunk - 1) / chunk);
    }

    private int length(int index) {
        return (int) Math.min(chunk, size - (long) index * chunk);
    }

    private void recall() throws IOException {
        var line = ByteBuffer.allocate(RECORD);
        var bytes = ByteBuffer.allocate(chunk);
        long end = Sha256.BYTES;
        for (fill(journal, line, end); !line.hasRemaining(); fill(journal, line, end)) {
            int index = line.getInt(0);
            if (index >= 0 && index < count()) {
                fill(file, bytes.clear().limit(length(index)), (long) index * chunk);
                var digest = Sha256.of(line.array(), Integer.BYTES);
                if (!bytes.hasRemaining() && digest(bytes.flip()).equals(digest)) {
                    pieces.put(index, digest);
                }
            }
            end += RECORD;
            line.clear();
        }
        journal.truncate(end);
    }

    private void write(ByteBuffer bytes, long at) throws IOException {
        for (int from = 0; from < bytes.remaining(); from += HOLE) {
            int count = Math.min(HOLE, bytes.remaining() - from);
            ByteBuffer slice = bytes.slice(bytes.position() + from, count);
            if (at + from < used || !isZero(slice)) {
                for (long to = at + from; slice.hasRemaining(); ) {
                    to += file.write(slice, to);
                }
            }
        }
    }

    private static boolean isZero(ByteBuffer slice) {
        for (int i = 0; i < slice.limit(); i++) {
            if (slice.get(i) != 0) {
                return false;
            }
        }
        return true;
    }

    private static FileChannel opened(Path path) throws IOException {
        return FileChannel.open(
                path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    private static void fill(FileChannel channel, ByteBuffer bytes, long from) throws IOException {
        long at = from;
        while (bytes.hasRemaining()) {
            int count = channel.read(bytes, at);
            if (count < 0) {
                return;
            }
            at += count;
        }
    }

    private static byte[] identity(Entry entry, int chunk) {
        var digest = Sha256.begin();
        digest.update(entry.path().bytes());
        var told = ByteBuffer.allocate(1 + 2 * Long.BYTES + Integer.BYTES);
        told.put((byte) 0).putLong(entry.metadata().modified()).putInt(chunk);
        told.putLong(entry.content() instanceof Content.Unread(long bytes) ? bytes : 0);
        digest.update(told.flip());
        var identity = new byte[Sha256.BYTES];
        Sha256.end(digest).copy(identity, 0);
        return identity;
    }
}
