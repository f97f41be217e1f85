package gotthard.ssh;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/// A port of the loopback address that leads to another host, and can be cut in the middle of what passes.
public final class Relay implements AutoCloseable {
    private static final long NEVER = Long.MAX_VALUE;

    private final ServerSocket server;
    private final String host;
    private final int port;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final AtomicLong untilCut = new AtomicLong(NEVER);

    private Relay(ServerSocket server, String host, int port) {
        this.server = server;
        this.host = host;
        this.port = port;
    }

    public static Relay to(String host, int port) throws IOException {
        var relay =
                new Relay(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), host, port);
        Thread.ofVirtual().start(relay::accept);
        return relay;
    }

    public int port() {
        return server.getLocalPort();
    }

    /// Breaks all connections, once, when that many bytes more have gone to the host.
    public void cutAfter(long bytes) {
        untilCut.set(bytes);
    }

    /// Breaks all connections now; new ones are let through.
    public void cut() {
        sockets.forEach(Relay::close);
    }

    @Override
    public void close() {
        try {
            server.close();
            cut();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        try {
            while (!server.isClosed()) {
                Socket from = server.accept();
                var to = new Socket(host, port);
                sockets.add(from);
                sockets.add(to);
                Thread.ofVirtual().start(() -> carry(from, to, true));
                Thread.ofVirtual().start(() -> carry(to, from, false));
            }
        } catch (IOException _) {
            cut(); // the relay is closed, or the host is gone
        }
    }

    private void carry(Socket from, Socket to, boolean counts) {
        var chunk = new byte[16_384];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
                out.write(chunk, 0, count);
                if (counts) {
                    counted(count);
                }
            }
        } catch (IOException _) {
            return; // cut
        } finally {
            sockets.remove(from);
            sockets.remove(to);
        }
    }

    private void counted(int count) {
        long left = untilCut.getAndUpdate(before -> before == NEVER ? NEVER : before - count);
        if (left != NEVER && left < count) {
            untilCut.set(NEVER);
            cut();
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
