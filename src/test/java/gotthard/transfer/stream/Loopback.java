package gotthard.transfer.stream;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/// Lines over the loopback interface, which count what the source sends and can break or alter it.
final class Loopback {
    private static final int BUFFER = 65_536;

    private final List<Line> source = new ArrayList<>();
    private final List<Line> target = new ArrayList<>();
    private final AtomicLong sent = new AtomicLong();
    private final long breaksAfter;
    private final long altersAt;

    private Loopback(long breaksAfter, long altersAt) {
        this.breaksAfter = breaksAfter;
        this.altersAt = altersAt;
    }

    static Loopback good(int lines) throws IOException {
        return new Loopback(Long.MAX_VALUE, Long.MAX_VALUE).open(lines);
    }

    /// After so many bytes, over all lines, each is broken.
    static Loopback breaking(int lines, long after) throws IOException {
        return new Loopback(after, Long.MAX_VALUE).open(lines);
    }

    static Loopback altering(int lines, long at) throws IOException {
        return new Loopback(Long.MAX_VALUE, at).open(lines);
    }

    List<Line> source() {
        return source;
    }

    List<Line> target() {
        return target;
    }

    long sent() {
        return sent.get();
    }

    private Loopback open(int lines) throws IOException {
        try (var server = new ServerSocket()) {
            server.setReceiveBufferSize(BUFFER);
            server.bind(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            for (int i = 0; i < lines; i++) {
                var socket = new Socket();
                socket.setSendBufferSize(BUFFER);
                socket.connect(server.getLocalSocketAddress());
                Socket other = server.accept();
                source.add(new Line(socket.getInputStream(), new Counted(socket)));
                target.add(new Line(other.getInputStream(), other.getOutputStream()));
            }
        }
        return this;
    }

    private final class Counted extends FilterOutputStream {
        Counted(Socket socket) throws IOException {
            super(socket.getOutputStream());
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            for (int at = from; at < from + count; at += BUFFER) {
                piece(bytes, at, Math.min(BUFFER, from + count - at));
            }
        }

        private void piece(byte[] bytes, int from, int count) throws IOException {
            long before = sent.getAndAdd(count);
            if (before + count > breaksAfter) {
                source.forEach(Loopback::hangUp);
                throw new IOException("cable pulled");
            }
            byte[] copy = java.util.Arrays.copyOfRange(bytes, from, from + count);
            if (before <= altersAt && altersAt < before + count) {
                copy[(int) (altersAt - before)]++;
            }
            to().write(copy);
        }

        private OutputStream to() {
            return out;
        }
    }

    private static void hangUp(Line line) {
        try {
            line.close();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
