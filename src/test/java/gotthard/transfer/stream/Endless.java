package gotthard.transfer.stream;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// A wire without end: whoever writes never waits, whatever the other end reads.
final class Endless {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private int read;
    private boolean closed;

    /// How much was ever written.
    int size() {
        lock.lock();
        try {
            return written.size();
        } finally {
            lock.unlock();
        }
    }

    OutputStream out() {
        return new OutputStream() {
            @Override
            public void write(int octet) {
                write(new byte[] {(byte) octet}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int from, int count) {
                lock.lock();
                try {
                    written.write(bytes, from, count);
                    changed.signalAll();
                } finally {
                    lock.unlock();
                }
            }
        };
    }

    InputStream in() {
        return new InputStream() {
            @Override
            public int read() {
                var octet = new byte[1];
                return read(octet, 0, 1) < 0 ? -1 : octet[0] & 0xff;
            }

            @Override
            public int read(byte[] bytes, int from, int count) {
                lock.lock();
                try {
                    while (read == written.size() && !closed) {
                        changed.awaitUninterruptibly();
                    }
                    int some = Math.min(count, written.size() - read);
                    System.arraycopy(written.toByteArray(), read, bytes, from, some);
                    read += some;
                    return some == 0 ? -1 : some;
                } finally {
                    lock.unlock();
                }
            }

            @Override
            public void close() {
                lock.lock();
                try {
                    closed = true;
                    changed.signalAll();
                } finally {
                    lock.unlock();
                }
            }
        };
    }
}
