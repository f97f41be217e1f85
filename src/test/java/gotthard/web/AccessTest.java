package gotthard.web;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.journal.RunId;
import gotthard.overview.Stories;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/// Who gets what.
final class AccessTest {
    @TempDir Path folder;
    private Scene scene;
    private RunId run;

    @BeforeEach
    void opens() throws Exception {
        scene = Scene.in(folder);
        run = scene.write(Stories.rolledBack());
    }

    @AfterEach
    void closes() {
        scene.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/runs/x",
                "/runs/x/parts",
                "/api/v1/runs",
                "/api/v1/runs/x/events",
                "/metrics",
                "/api/v1/openapi.json",
                "/nowhere"
            })
    void nobodyGetsAnythingWithoutAToken(String path) throws Exception {
        assertThat(scene.get(path).statusCode()).isEqualTo(401);
        assertThat(scene.get(path, "another").statusCode()).isEqualTo(401);
        assertThat(scene.get(path, "").statusCode()).isEqualTo(401);
    }

    @Test
    void scrapersGetNumbersOnly() throws Exception {
        assertThat(scene.get("/metrics", Scene.METRICS).statusCode()).isEqualTo(200);
        assertThat(scene.get("/api/v1/runs", Scene.METRICS).statusCode()).isEqualTo(403);
        assertThat(scene.get("/", Scene.METRICS).statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/runs/RUN",
                "/api/v1/runs/RUN/steps/files%5Bzurich-1%5D",
                "/runs/RUN",
                "/runs/RUN/parts?since=0",
                "/runs/RUN/steps/files%5Bzurich-1%5D",
                "/"
            })
    void viewersGetNoWords(String path) throws Exception {
        String address = path.replace("RUN", run.value());

        HttpResponse<String> viewed = scene.get(address, Scene.VIEWER);

        assertThat(viewed.statusCode()).isEqualTo(200);
        assertThat(viewed.body())
                .doesNotContain("the connection to")
                .doesNotContain("check the network")
                .doesNotContain("b.bin")
                .doesNotContain("9f86d0");
    }

    @Test
    void operatorsGetWords() throws Exception {
        HttpResponse<String> answer = scene.get("/api/v1/runs/" + run, Scene.OPERATOR);

        assertThat(answer.body()).contains("the connection to").contains("b.bin");
    }

    @Test
    void aTokenInTheAddressBecomesACookieAndLeavesIt() throws Exception {
        HttpResponse<String> first = scene.get("/runs/" + run + "?token=" + Scene.OPERATOR);

        String set = first.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(first.statusCode()).isEqualTo(303);
        assertThat(first.headers().firstValue("Location")).hasValue("/runs/" + run);
        assertThat(set)
                .matches("gotthard=[0-9a-f]{64}; Path=/; HttpOnly; SameSite=Strict; Max-Age=43200")
                .doesNotContain(Scene.OPERATOR);
        assertThat(cookie("/runs/" + run, set).statusCode()).isEqualTo(200);
        assertThat(cookie("/", "gotthard=" + "0".repeat(64)).statusCode()).isEqualTo(401);
        assertThat(scene.get("/?token=another").statusCode()).isEqualTo(401);
        assertThat(scene.get("/api/v1/runs?token=" + Scene.OPERATOR).statusCode()).isEqualTo(401);
    }

    @Test
    void aTokenInTheFormBecomesACookie() throws Exception {
        HttpResponse<String> signed = form("token=" + Scene.VIEWER);
        HttpResponse<String> refused = form("token=another");

        assertThat(signed.statusCode()).isEqualTo(303);
        assertThat(signed.headers().firstValue("Location")).hasValue("/");
        assertThat(
                        cookie("/", signed.headers().firstValue("Set-Cookie").orElseThrow())
                                .statusCode())
                .isEqualTo(200);
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "ANYTHING"})
    void nothingChangesAnything(String method) throws Exception {
        for (String path : new String[] {"/", "/runs/" + run, "/api/v1/runs", "/metrics"}) {
            HttpResponse<String> answer =
                    scene.send(
                            HttpRequest.newBuilder(scene.at(path))
                                    .header("Authorization", "Bearer " + Scene.OPERATOR)
                                    .method(method, HttpRequest.BodyPublishers.noBody()));

            assertThat(answer.statusCode()).as(method + " " + path).isGreaterThanOrEqualTo(400);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "127.0.0.1.evil.example", "[::2]", "10.0.0.1:80"})
    void anotherNameIsRefused(String host) throws Exception {
        assertThat(statusByName(host)).isEqualTo(421);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "localhost:8080",
                "LOCALHOST",
                "[::1]:1",
                "dashboard.example",
                "Dashboard.Example:443"
            })
    void itsOwnNamesAreTaken(String host) throws Exception {
        assertThat(statusByName(host)).isEqualTo(200);
    }

    @Test
    void everyAnswerForbidsWhatPagesDoNotNeed() throws Exception {
        for (HttpResponse<String> answer :
                List.of(
                        scene.get("/"),
                        scene.get("/", Scene.VIEWER),
                        scene.get("/nowhere", Scene.VIEWER),
                        scene.get("/api/v1/runs", Scene.METRICS),
                        scene.get("/healthz"))) {
            assertThat(answer.headers().firstValue("Content-Security-Policy"))
                    .hasValue(
                            "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'");
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(answer.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
            assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
            assertThat(answer.headers().firstValue("Server")).isEmpty();
        }
    }

    private HttpResponse<String> cookie(String path, String set)
            throws IOException, InterruptedException {
        return scene.send(
                HttpRequest.newBuilder(scene.at(path)).header("Cookie", set.split(";", 2)[0]));
    }

    private HttpResponse<String> form(String body) throws IOException, InterruptedException {
        return scene.send(
                HttpRequest.newBuilder(scene.at("/sign-in"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /// The JDK's client writes the header Host itself.
    private int statusByName(String host) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), scene.port())) {
            String request =
                    "GET /metrics HTTP/1.1\r\nHost: %s\r\nAuthorization: Bearer %s\r\nConnection: close\r\n\r\n"
                            .formatted(host, Scene.METRICS);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String answer =
                    new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return Integer.parseInt(answer.split(" ", 3)[1]);
        }
    }
}
