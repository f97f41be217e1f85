package gotthard.notice;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/// A server on the loopback address that notes what it is told, and answers as a test wants.
public final class Listener implements AutoCloseable {
    private static final int GOOD = 204;

    private final HttpServer server;
    private final List<Heard> heard = new CopyOnWriteArrayList<>();
    private final Queue<Integer> answers = new ArrayDeque<>();
    private final CountDownLatch gate = new CountDownLatch(1);
    private final boolean isSlow;

    /// What came.
    public record Heard(String path, String id, String timestamp, String signature, String body) {}

    /// @param isSlow whether it answers only after [#hurry]
    public Listener(boolean isSlow, Integer... answers) throws IOException {
        this.isSlow = isSlow;
        this.answers.addAll(List.of(answers));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
    }

    public List<Heard> heard() {
        return List.copyOf(heard);
    }

    void hurry() {
        gate.countDown();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body =
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            heard.add(
                    new Heard(
                            exchange.getRequestURI().getPath(),
                            header(exchange, "webhook-id"),
                            header(exchange, "webhook-timestamp"),
                            header(exchange, "webhook-signature"),
                            body));
            if (isSlow) {
                gate.await();
            }
            exchange.getResponseHeaders().add("location", "/elsewhere");
            exchange.sendResponseHeaders(next(), -1);
        } catch (InterruptedException asked) {
            throw new UncheckedIOException(new IOException(asked));
        }
    }

    private static String header(HttpExchange exchange, String name) {
        String value = exchange.getRequestHeaders().getFirst(name);
        return value == null ? "" : value;
    }

    private int next() {
        synchronized (answers) {
            Integer answer = answers.poll();
            return answer == null ? GOOD : answer;
        }
    }

    @Override
    public void close() {
        gate.countDown();
        server.stop(0);
    }
}
