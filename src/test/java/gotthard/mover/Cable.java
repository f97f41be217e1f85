package gotthard.mover;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;

/// What stands between both ends: it counts what goes to the receiver, and can be pulled or become silent.
final class Cable implements Closeable {
    private static final int BUFFER = 65_536;

    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final int to;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final AtomicLong sent = new AtomicLong();
    private volatile long breaksAfter = Long.MAX_VALUE;
    private volatile boolean silently;
    private final CountDownLatch broken = new CountDownLatch(1);
    private final CountDownLatch over = new CountDownLatch(1);

    private Cable(int to) throws IOException {
        this.to = to;
    }

    static Cable to(int port) throws IOException {
        var cable = new Cable(port);
        Thread.ofVirtual().start(cable::accept);
        return cable;
    }

    String address() {
        return "127.0.0.1:" + server.getLocalPort();
    }

    /// Once so many bytes went, all lines that there are end, or nothing goes over them any more.
    Cable breaking(long after, boolean quietly) {
        breaksAfter = after;
        silently = quietly;
        return this;
    }

    long sent() {
        return sent.get();
    }

    void awaitBreak() throws InterruptedException {
        broken.await();
    }

    @Override
    public void close() throws IOException {
        server.close();
        hangUp();
        over.countDown();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket near = server.accept();
                var far = new Socket(InetAddress.getLoopbackAddress(), to);
                sockets.add(near);
                sockets.add(far);
                Thread.ofVirtual().start(() -> carry(near, far, true));
                Thread.ofVirtual().start(() -> carry(far, near, false));
            } catch (IOException _) {
                // The test is over, or the receiver is not there.
            }
        }
    }

    private void carry(Socket from, Socket onto, boolean counted) {
        try (InputStream in = from.getInputStream();
                OutputStream out = onto.getOutputStream()) {
            var buffer = new byte[BUFFER];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                if (counted && sent.addAndGet(count) > breaksAfter) {
                    breakAll();
                }
                if (!sockets.contains(from)) {
                    over.await();
                }
                out.write(buffer, 0, count);
            }
        } catch (IOException | InterruptedException _) {
            // One of both ends has closed it, or the test is over.
        }
    }

    /// What comes later goes through.
    private void breakAll() {
        breaksAfter = Long.MAX_VALUE;
        if (silently) {
            sockets.clear();
        } else {
            hangUp();
        }
        broken.countDown();
    }

    private void hangUp() {
        for (Socket socket : sockets) {
            try {
                socket.close();
            } catch (IOException _) {
                // It is gone either way.
            }
        }
    }
}
