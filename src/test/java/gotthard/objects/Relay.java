package gotthard.objects;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/// Passes connections on to a server of this machine, until it is cut.
public final class Relay implements AutoCloseable {
    private final ServerSocket listening;
    private final int to;
    private final AtomicLong left = new AtomicLong(Long.MAX_VALUE);
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    Relay(int to) {
        this.to = to;
        try {
            listening = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return listening.getLocalPort();
    }

    /// Breaks all connections once so many bytes more were sent to the server, and lets none through until [#heal].
    public void cutAfter(long bytes) {
        left.set(bytes);
    }

    public void heal() {
        left.set(Long.MAX_VALUE);
    }

    @Override
    public void close() {
        quietly(listening);
        open.forEach(Relay::quietly);
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket from = listening.accept();
                open.add(from);
                if (left.get() <= 0) {
                    quietly(from);
                    continue;
                }
                var server = new Socket(InetAddress.getLoopbackAddress(), to);
                open.add(server);
                Thread.ofVirtual().start(() -> pass(from, server, true));
                Thread.ofVirtual().start(() -> pass(server, from, false));
            } catch (IOException _) {
                return;
            }
        }
    }

    private void pass(Socket from, Socket server, boolean counts) {
        var buffer = new byte[16_384];
        try (from;
                server) {
            for (int count = from.getInputStream().read(buffer);
                    count >= 0;
                    count = from.getInputStream().read(buffer)) {
                if (counts && left.addAndGet(-count) <= 0) {
                    open.forEach(Relay::quietly);
                    return;
                }
                server.getOutputStream().write(buffer, 0, count);
            }
        } catch (IOException _) {
            // The other side has gone.
        }
    }

    private static void quietly(AutoCloseable socket) {
        try {
            socket.close();
        } catch (Exception e) {
            throw new AssertionError("a socket does not close", e);
        }
    }
}
