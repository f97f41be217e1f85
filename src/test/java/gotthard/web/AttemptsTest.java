package gotthard.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/// Who tries tokens.
final class AttemptsTest {
    private final AtomicReference<Instant> now = new AtomicReference<>(Scene.NOW);
    private final Attempts attempts =
            new Attempts(((InstantSource) now::get).withZone(ZoneOffset.UTC));

    @Test
    void areRefusedForAWhileAfterTooManyWrongOnes() {
        count("10.0.0.1", Attempts.ALLOWED - 1);
        assertThat(attempts.refused("10.0.0.1")).isEmpty();
        count("10.0.0.1", 1);

        assertThat(attempts.refused("10.0.0.1")).hasValue(Attempts.LASTS);
        assertThat(attempts.refused("10.0.0.2")).isEmpty();

        pass(Attempts.LASTS);
        assertThat(attempts.refused("10.0.0.1")).isEmpty();
        count("10.0.0.1", 1);
        assertThat(attempts.refused("10.0.0.1")).isEmpty();
    }

    @Test
    void forgetsWhatWasWrongLongAgo() {
        for (int i = 0; i < Attempts.ALLOWED * 2; i++) {
            count("10.0.0.1", 1);
            pass(Attempts.LASTS.dividedBy(10));

            assertThat(attempts.refused("10.0.0.1")).isEmpty();
        }
    }

    @Test
    void takesTheAddressesOfOneMachineForOne() {
        for (int i = 1; i <= Attempts.ALLOWED; i++) {
            attempts.count("2001:db8:0:1::" + i);
        }

        assertThat(attempts.refused("2001:db8:0:1:ffff::1")).isPresent();
        assertThat(attempts.refused("[2001:db8:0:1:ffff::1]")).isPresent();
        assertThat(attempts.refused("2001:db8:0:2::1")).isEmpty();
    }

    @Test
    void keepsNoMoreThanSoMany() {
        for (int i = 0; i < Attempts.MOST * 3; i++) {
            attempts.count("10.0.%d.%d".formatted(i / 256, i % 256));
        }

        assertThat(attempts.size()).isEqualTo(Attempts.MOST);
    }

    @Test
    void areToldWhenToComeBackWhileCookiesGoOn(@TempDir Path folder) throws Exception {
        try (var scene = Scene.in(folder)) {
            String cookie =
                    scene.get("/?token=" + Scene.VIEWER)
                            .headers()
                            .firstValue("Set-Cookie")
                            .orElseThrow()
                            .split(";", 2)[0];
            for (int i = 0; i < Attempts.ALLOWED; i++) {
                assertThat(scene.get("/api/v1/runs", "wrong-" + i).statusCode()).isEqualTo(401);
            }

            HttpResponse<String> refused = scene.get("/api/v1/runs", Scene.OPERATOR);
            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.headers().firstValue("Retry-After")).hasValue("61");
            assertThat(refused.body()).contains("too many tokens from this address were wrong");
            assertThat(form(scene).statusCode()).isEqualTo(429);
            assertThat(scene.get("/?token=" + Scene.OPERATOR).statusCode()).isEqualTo(429);
            assertThat(scene.get("/api/v1/runs").statusCode()).isEqualTo(401);
            assertThat(
                            scene.send(
                                            HttpRequest.newBuilder(scene.at("/"))
                                                    .header("Cookie", cookie))
                                    .statusCode())
                    .isEqualTo(200);

            scene.pass(Duration.ofSeconds(61));
            assertThat(scene.get("/api/v1/runs", Scene.OPERATOR).statusCode()).isEqualTo(200);
            assertThat(form(scene).statusCode()).isEqualTo(303);
        }
    }

    private static HttpResponse<String> form(Scene scene) throws Exception {
        return scene.send(
                HttpRequest.newBuilder(scene.at("/sign-in"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("token=" + Scene.VIEWER)));
    }

    private void count(String address, int times) {
        for (int i = 0; i < times; i++) {
            attempts.count(address);
        }
    }

    private void pass(Duration time) {
        now.updateAndGet(it -> it.plus(time));
    }
}
