package gotthard.mover;

import gotthard.transfer.Refused;
import gotthard.transfer.stream.Conveyor;
import gotthard.transfer.stream.Line;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;

import javax.net.ssl.SSLSocket;

/// One TLS connection as a line. What is written goes in records (length, bytes), and between them each end tells every few seconds
/// that it is there (a record of no bytes), so that a line that was cut silently is noticed in either direction. A last record (-1) says that the line was
/// closed in order.
final class Connection {
    private static final int MOST = 65_532;
    private static final int PULSE = 0;
    private static final int END = -1;

    /// Records that have come and were not read yet.
    private static final int WAITING = 16;

    private final Socket plain;
    private final SSLSocket secure;
    private final Timing timing;
    private final Conveyor<byte[]> records = new Conveyor<>(WAITING, 1);
    private final ReentrantLock writing = new ReentrantLock();
    private final byte[] buffer = new byte[Integer.BYTES + MOST];
    private final AtomicBoolean closed = new AtomicBoolean();
    private final CountDownLatch silent = new CountDownLatch(1);
    private volatile Optional<IOException> failure = Optional.empty();
    private volatile boolean ended;

    private Connection(Socket plain, SSLSocket secure, Timing timing) {
        this.plain = plain;
        this.secure = secure;
        this.timing = timing;
    }

    /// Over a connection whose handshake is done.
    ///
    /// @param executor has two threads for it
    static Connection over(Socket plain, SSLSocket secure, Timing timing, Executor executor)
            throws IOException {
        secure.setSoTimeout((int) timing.silence().toMillis());
        var connection = new Connection(plain, secure, timing);
        executor.execute(connection::listen);
        executor.execute(connection::pulse);
        return connection;
    }

    /// Shakes hands as TLS 1.3 does, within the time after which a line counts as cut.
    static SSLSocket shakeHands(Socket plain, SSLSocket secure, Timing timing) throws IOException {
        plain.setTcpNoDelay(true);
        plain.setSoTimeout((int) timing.silence().toMillis());
        secure.setEnabledProtocols(new String[] {"TLSv1.3"});
        secure.startHandshake();
        return secure;
    }

    Line line() {
        return new Line(new In(), new Out());
    }

    /// Who is at the other end, for people.
    String peer() {
        return plain.getInetAddress().getHostAddress();
    }

    /// Ends it at once.
    void drop() {
        closed.set(true);
        records.cut();
        hangUp();
    }

    /// Closes it, and lets what was written arrive.
    void close() {
        if (!closed.getAndSet(true)) {
            records.cut();
            Thread.ofVirtual().start(this::part);
        }
    }

    /// Whether the other end has closed it in order, which may take a moment.
    boolean hasEnded() throws InterruptedException {
        return silent.await(timing.parting().toMillis(), TimeUnit.MILLISECONDS) && ended;
    }

    private void part() {
        try {
            if (writing.tryLock(timing.parting().toMillis(), TimeUnit.MILLISECONDS)) {
                try {
                    put(END, 0);
                } finally {
                    writing.unlock();
                }
                boolean _ = silent.await(timing.parting().toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (IOException | InterruptedException _) {
            // It is over either way.
        } finally {
            hangUp();
        }
    }

    private void listen() {
        try {
            var in = new DataInputStream(new BufferedInputStream(secure.getInputStream(), MOST));
            for (int length = in.readInt(); length != END; length = in.readInt()) {
                if (length < PULSE || length > MOST) {
                    throw new IOException("what comes is no record of a mover");
                }
                byte[] bytes = in.readNBytes(length);
                if (bytes.length < length) {
                    throw new EOFException("the line ended");
                }
                if (length > 0 && !closed.get()) {
                    records.put(bytes);
                }
            }
            ended = true;
            silent.countDown();
            records.end();
        } catch (SocketTimeoutException _) {
            fail(
                    new IOException(
                            "nothing was heard of the other end for "
                                    + timing.silence().toSeconds()
                                    + " s"));
        } catch (IOException broken) {
            fail(broken);
        } catch (Refused | InterruptedException _) {
            fail(new IOException("the line was closed"));
        }
    }

    private void fail(IOException why) {
        failure =
                Optional.of(
                        why.getMessage() == null ? new IOException("the line ended", why) : why);
        silent.countDown();
        records.end();
        hangUp();
    }

    private void pulse() {
        try {
            while (!silent.await(timing.pulse().toMillis(), TimeUnit.MILLISECONDS)) {
                if (writing.tryLock()) {
                    try {
                        put(PULSE, 0);
                    } finally {
                        writing.unlock();
                    }
                }
            }
        } catch (IOException | InterruptedException _) {
            hangUp();
        }
    }

    private void hangUp() {
        try {
            plain.close();
        } catch (IOException _) {
            // Nothing is left to be told on it.
        }
    }

    /// One record, as one piece for TLS.
    private void put(int head, int length) throws IOException {
        ByteBuffer.wrap(buffer).putInt(head);
        secure.getOutputStream().write(buffer, 0, Integer.BYTES + length);
    }

    private IOException over() {
        return failure.orElseGet(() -> new IOException("the line was closed"));
    }

    private final class Out extends OutputStream {
        @Override
        public void write(int octet) throws IOException {
            write(new byte[] {(byte) octet}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            for (int at = from; at < from + count; at += MOST) {
                int length = Math.min(MOST, from + count - at);
                writing.lock();
                try {
                    if (closed.get()) {
                        throw over();
                    }
                    System.arraycopy(bytes, at, buffer, Integer.BYTES, length);
                    put(length, length);
                } catch (IOException broken) {
                    throw failure.orElse(broken);
                } finally {
                    writing.unlock();
                }
            }
        }

        @Override
        public void close() {
            Connection.this.close();
        }
    }

    private final class In extends InputStream {
        private byte[] record = {};
        private int at;

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int from, int count) throws IOException {
            if (count == 0) {
                return 0;
            }
            if (at == record.length && !next()) {
                return -1;
            }
            int taken = Math.min(count, record.length - at);
            System.arraycopy(record, at, bytes, from, taken);
            at += taken;
            return taken;
        }

        @Override
        public void close() {
            Connection.this.close();
        }

        private boolean next() throws IOException {
            try {
                Optional<byte[]> taken = records.take();
                if (taken.isEmpty() && failure.isPresent()) {
                    throw over();
                }
                record = taken.orElse(record);
                at = taken.isPresent() ? 0 : at;
                return taken.isPresent();
            } catch (Refused _) {
                throw over();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted");
            }
        }
    }
}
