package gotthard.mover;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.Golden;
import gotthard.transfer.report.Ending;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;

/// What a mover shows over HTTPS while it works, and how its rate is changed.
final class FaceTest {
    private static final String TOKEN = "the-token";

    @TempDir Path folder;

    private Running receives;
    private Running sends;
    private HttpClient client;

    @BeforeEach
    void start() throws Exception {
        Identity receiver = Identity.make(folder, "-validity", "1");
        Identity sender = Identity.make(folder, "-validity", "1");
        Path source = Files.createDirectories(folder.resolve("source"));
        Files.write(source.resolve("one"), new byte[3_000_000]);
        receives =
                Running.mover(
                        receiver.secret(folder.resolve("own"), sender, TOKEN),
                        folder.resolve("target"),
                        "receive",
                        "--listen",
                        "0");
        sends =
                Running.mover(
                        sender.secret(folder.resolve("other"), receiver, TOKEN),
                        source,
                        "send",
                        "--connect",
                        "127.0.0.1:" + receives.port(),
                        "--rate",
                        "0");
        var context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new Anyone()}, null);
        client = HttpClient.newBuilder().sslContext(context).build();
        sends.awaitSaying("a session began");
    }

    @AfterEach
    void stop() throws Exception {
        receives.end();
        sends.end();
    }

    @Test
    void showsThatItIsWellAndWhereItIs() throws Exception {
        assertThat(get("/healthz").body()).isEqualTo("ok\n");
        assertThat(Running.read(get("/progress").body()).ended()).isEqualTo(Ending.RUNNING);
        assertThat(get("/secrets").statusCode()).isEqualTo(404);
        Golden.assertMatches("mover/metrics.txt", get("/metrics").body());
    }

    @Test
    void changesItsRateAtOnceForWhoKnowsTheToken() throws Exception {
        assertThat(put("none", "guessed").statusCode()).isEqualTo(403);
        assertThat(put("fast", TOKEN).statusCode()).isEqualTo(400);
        assertThat(Running.read(get("/progress").body()).sentBytes()).isZero();

        assertThat(put("none", TOKEN).body()).isEqualTo("none\n");

        assertThat(sends.code()).isZero();
        assertThat(receives.code()).isZero();
    }

    private HttpResponse<String> get(String path) throws Exception {
        return client.send(
                HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> put(String rate, String token) throws Exception {
        return client.send(
                HttpRequest.newBuilder(uri("/rate"))
                        .header("X-Gotthard-Token", token)
                        .PUT(HttpRequest.BodyPublishers.ofString(rate))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private URI uri(String path) throws InterruptedException {
        return URI.create("https://localhost:" + sends.control() + path);
    }
}
