package gotthard.ssh;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.Objects;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// What one thread writes, another reads. The writer waits while the pipe is full; once the reader has closed it, what is written is
/// dropped, so that a connection's only reader never waits for somebody who has gone.
final class Pipe {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final byte[] ring;
    private int start;
    private int held;
    private boolean written;
    private boolean abandoned;

    Pipe(int capacity) {
        ring = new byte[capacity];
    }

    OutputStream in() {
        return new In();
    }

    InputStream out() {
        return new Out();
    }

    /// Nobody reads any more.
    void abandon() {
        end(true);
    }

    private void put(byte[] bytes, int from, int count) throws IOException {
        int at = from;
        int end = from + count;
        lock.lock();
        try {
            while (at < end && !abandoned) {
                while (held == ring.length && !abandoned) {
                    changed.await();
                }
                int place = (start + held) % ring.length;
                int fits = Math.min(end - at, Math.min(ring.length - held, ring.length - place));
                System.arraycopy(bytes, at, ring, place, fits);
                held += fits;
                at += fits;
                changed.signalAll();
            }
        } catch (InterruptedException _) {
            throw interrupted();
        } finally {
            lock.unlock();
        }
    }

    private int take(byte[] bytes, int from, int count) throws IOException {
        Objects.checkFromIndexSize(from, count, bytes.length);
        if (count == 0) {
            return 0;
        }
        lock.lock();
        try {
            while (held == 0) {
                if (written || abandoned) {
                    return -1;
                }
                changed.await();
            }
            int there = Math.min(count, Math.min(held, ring.length - start));
            System.arraycopy(ring, start, bytes, from, there);
            start = (start + there) % ring.length;
            held -= there;
            changed.signalAll();
            return there;
        } catch (InterruptedException _) {
            throw interrupted();
        } finally {
            lock.unlock();
        }
    }

    private static InterruptedIOException interrupted() {
        Thread.currentThread().interrupt();
        return new InterruptedIOException("interrupted");
    }

    private void end(boolean byReader) {
        lock.lock();
        try {
            written = written || !byReader;
            abandoned = abandoned || byReader;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private final class In extends OutputStream {
        @Override
        public void write(int octet) throws IOException {
            put(new byte[] {(byte) octet}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            put(bytes, from, count);
        }

        @Override
        public void close() {
            end(false);
        }
    }

    private final class Out extends InputStream {
        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return take(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int from, int count) throws IOException {
            return take(bytes, from, count);
        }

        @Override
        public void close() {
            end(true);
        }
    }
}
