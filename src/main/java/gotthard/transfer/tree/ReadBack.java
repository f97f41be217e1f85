package gotthard.transfer.tree;

import gotthard.transfer.Sha256;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.security.MessageDigest;
import java.util.concurrent.locks.ReentrantLock;

/// Reads a file back while it is still written, piece by piece in order, so that little is left to be read when its last piece has come.
/// A piece that was read is not written again.
final class ReadBack {
    private final FileChannel file;
    private final long size;
    private final MessageDigest digest = Sha256.begin();
    private final ReentrantLock turn = new ReentrantLock();
    private final ByteBuffer buffer = ByteBuffer.allocate(1 << 18);
    private long at;

    /// @param size of the file in the end; what it lacks of that now is a hole
    ReadBack(FileChannel file, long size) {
        this.file = file;
        this.size = size;
    }

    /// Reads on, unless another thread does.
    ///
    /// @param end up to which all has been written
    void follow(long end) throws IOException {
        if (turn.tryLock()) {
            try {
                read(end);
            } finally {
                turn.unlock();
            }
        }
    }

    /// Reads what is left. To be called once, when all has been written.
    Sha256 finish() throws IOException {
        turn.lock();
        try {
            read(size);
            return Sha256.end(digest);
        } finally {
            turn.unlock();
        }
    }

    /// Reads no more.
    void end() {
        turn.lock();
        try {
            at = size;
        } finally {
            turn.unlock();
        }
    }

    private void read(long end) throws IOException {
        while (at < end) {
            buffer.clear().limit((int) Math.min(buffer.capacity(), end - at));
            if (file.read(buffer, at) < 0) {
                zeros();
            }
            at += buffer.position();
            digest.update(buffer.flip());
        }
    }

    private void zeros() {
        while (buffer.hasRemaining()) {
            buffer.put((byte) 0);
        }
    }
}
