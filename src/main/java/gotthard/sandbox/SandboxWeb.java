package gotthard.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import gotthard.inventory.SiteName;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A site's web server inside this JVM: serves the files of a folder on a free port of the loopback. `/` says the site's name and
/// `/healthz` says `ok`, as in the lab; changing the files changes the answers.
public final class SandboxWeb implements AutoCloseable {
    private static final String INDEX = "index.html";

    private final HttpServer server;
    private final ExecutorService threads;
    private final Path folder;

    private SandboxWeb(HttpServer server, ExecutorService threads, Path folder) {
        this.server = server;
        this.threads = threads;
        this.folder = folder;
    }

    /// Starts it, and writes the two pages where they are missing.
    public static SandboxWeb start(SiteName site, Path folder) throws IOException {
        Path home = folder.toAbsolutePath().normalize();
        Files.createDirectories(home);
        writeIfMissing(home.resolve(INDEX), site + "\n");
        writeIfMissing(home.resolve("healthz"), "ok\n");
        var loopback = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        HttpServer server = HttpServer.create(loopback, 0);
        var web = new SandboxWeb(server, Executors.newVirtualThreadPerTaskExecutor(), home);
        server.setExecutor(web.threads);
        server.createContext("/", web::answer);
        server.start();
        return web;
    }

    /// Where it answers, with a slash at the end.
    public URI url() {
        InetSocketAddress address = server.getAddress();
        String host = address.getAddress().getHostAddress();
        String written = host.contains(":") ? "[" + host + "]" : host;
        return URI.create("http://" + written + ":" + address.getPort() + "/");
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private static void writeIfMissing(Path file, String text) throws IOException {
        if (!Files.exists(file)) {
            Files.writeString(file, text);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String name = exchange.getRequestURI().getPath().substring(1);
            Path file = folder.resolve(name.isEmpty() ? INDEX : name).normalize();
            boolean isHere =
                    file.startsWith(folder) && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
            byte[] body =
                    isHere
                            ? Files.readAllBytes(file)
                            : "not found\n".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
            exchange.sendResponseHeaders(isHere ? 200 : 404, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
