package gotthard.metrics;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Answers like a Prometheus server, over HTTP, what a test tells it to.
public final class FakePrometheus implements AutoCloseable {
    private final HttpServer server;
    private final List<String> queries = new CopyOnWriteArrayList<>();
    private volatile int status = 200;
    private volatile String body = "";

    public FakePrometheus() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        measures("1");
        server.start();
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /// From now on a query gives a series for each of these values.
    public FakePrometheus measures(String... values) {
        var series =
                List.of(values).stream()
                        .map(
                                value ->
                                        "{\"metric\":{\"value\":\"x\",\"pod\":\"a\"},\"value\":[1573632000.123,\"%s\"]}"
                                                .formatted(value))
                        .toList();
        return says(
                200,
                "{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":[%s]}}"
                        .formatted(String.join(",", series)));
    }

    public FakePrometheus says(int code, String text) {
        status = code;
        body = text;
        return this;
    }

    public List<String> queries() {
        return List.copyOf(queries);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String query = exchange.getRequestURI().getRawQuery();
        if (exchange.getRequestURI().getPath().equals("/api/v1/query")) {
            queries.add(
                    URLDecoder.decode(query.replaceFirst("^query=", ""), StandardCharsets.UTF_8));
        }
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
