package gotthard.transfer.stream;

import gotthard.transfer.Sha256;
import gotthard.transfer.manifest.Content;
import gotthard.transfer.manifest.Entry;
import gotthard.transfer.tree.Partial;
import gotthard.transfer.wire.Frame;

import java.io.IOException;
import java.util.BitSet;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/// A file that was asked for and has not arrived in full. Its pieces may come on several lines at the same time.
final class Delivery {
    private final Entry entry;
    private final Optional<Entry> standing;
    private final ReentrantLock lock = new ReentrantLock();
    private final BitSet came = new BitSet();
    private Optional<Partial> partial = Optional.empty();
    private Optional<Sha256> whole = Optional.empty();
    private boolean finishing;

    /// @param standing what the target has by that name, to be replaced
    Delivery(Entry entry, Optional<Entry> standing) {
        this.entry = entry;
        this.standing = standing;
    }

    /// As the source has listed it.
    Entry entry() {
        return entry;
    }

    Optional<Entry> standing() {
        return standing;
    }

    /// Where the pieces lie.
    Partial partial(Opening opening) throws IOException {
        lock.lock();
        try {
            if (partial.isEmpty()) {
                partial = Optional.of(opening.open(entry));
            }
            return partial.get();
        } finally {
            lock.unlock();
        }
    }

    /// One piece was dealt with; true when it is this thread's turn to finish the file.
    boolean came(int index) {
        lock.lock();
        try {
            came.set(index);
            return isDue();
        } finally {
            lock.unlock();
        }
    }

    /// How many pieces, from the first on, have been dealt with.
    int inOrder() {
        lock.lock();
        try {
            return came.nextClearBit(0);
        } finally {
            lock.unlock();
        }
    }

    /// The digest of all was told; true when it is this thread's turn to finish the file.
    boolean isWhole(Content.Hashed content) {
        lock.lock();
        try {
            whole = Optional.of(content.digest());
            return isDue();
        } finally {
            lock.unlock();
        }
    }

    /// What the source has read.
    Sha256 digest() {
        return whole.orElseThrow();
    }

    void close() throws IOException {
        if (partial.isPresent()) {
            partial.get().close();
        }
    }

    /// How a big file's place is opened.
    @FunctionalInterface
    interface Opening {
        Partial open(Entry entry) throws IOException;
    }

    private boolean isDue() {
        long pieces = (Sizes.of(entry) + Frame.CHUNK - 1) / Frame.CHUNK;
        boolean due = whole.isPresent() && came.cardinality() == pieces && !finishing;
        finishing = finishing || due;
        return due;
    }
}
