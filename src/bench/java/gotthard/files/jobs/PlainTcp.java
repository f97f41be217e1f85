package gotthard.files.jobs;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;

/// What one connection carries that does nothing else: the most that anything can reach over this link.
final class PlainTcp {
    private PlainTcp() {}

    /// `receive PORT`, or `send HOST PORT BYTES`, which prints how many seconds it took until all had arrived.
    public static void main(String[] args) throws IOException {
        if (args[0].equals("receive")) {
            receive(Integer.parseInt(args[1]));
        } else {
            System.out.println(send(args[1], Integer.parseInt(args[2]), Long.parseLong(args[3])));
        }
    }

    private static void receive(int port) throws IOException {
        try (var server = new ServerSocket(port);
                Socket socket = server.accept()) {
            var buffer = new byte[1 << 20];
            var in = socket.getInputStream();
            while (in.read(buffer) >= 0) {
                // to the end
            }
            socket.getOutputStream().write(1);
        }
    }

    private static double send(String host, int port, long bytes) throws IOException {
        long before = System.nanoTime();
        try (var socket = new Socket(host, port)) {
            var buffer = new byte[1 << 18];
            for (long left = bytes; left > 0; left -= buffer.length) {
                socket.getOutputStream().write(buffer, 0, (int) Math.min(left, buffer.length));
            }
            socket.shutdownOutput();
            if (socket.getInputStream().read() < 0) {
                throw new IOException("the other end has not taken all");
            }
        }
        return (System.nanoTime() - before) / 1e9;
    }
}
