package gotthard.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import gotthard.action.Meter;
import gotthard.action.Readings;
import gotthard.action.Unreachable;
import gotthard.inventory.Endpoint;
import gotthard.inventory.EndpointName;
import gotthard.inventory.SiteName;
import gotthard.secret.Secrets;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Map;

final class PrometheusTest {
    private final FakePrometheus server = new FakePrometheus();

    @AfterEach
    void stop() {
        server.close();
    }

    private Readings readings() throws Unreachable, InterruptedException {
        var endpoint =
                new Endpoint.Metrics(
                        EndpointName.metrics(new SiteName("moscow")), server.url(), Map.of());
        return Meter.installed().open(endpoint, new Secrets(Map.of()));
    }

    @Test
    void givesTheValueOfEachSeries() throws Exception {
        server.measures("0.25", "3", "+Inf", "1e-3");

        try (Readings readings = readings()) {
            assertThat(readings.ask("rate(x{job=\"a b\"}[5m]) > 0"))
                    .containsExactly(0.25, 3.0, Double.POSITIVE_INFINITY, 0.001);
        }
        assertThat(server.queries()).containsExactly("rate(x{job=\"a b\"}[5m]) > 0");
    }

    @Test
    void givesTheValueOfAScalar() throws Exception {
        server.says(
                200,
                "{\"status\":\"success\",\"data\":{\"resultType\":\"scalar\",\"result\":[1573632000,\"42\"]}}");

        try (Readings readings = readings()) {
            assertThat(readings.ask("scalar(x)")).containsExactly(42.0);
        }
    }

    @Test
    void givesNothingWhereThereIsNoSeries() throws Exception {
        server.measures();

        try (Readings readings = readings()) {
            assertThat(readings.ask("absent")).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400|{\"status\":\"error\",\"errorType\":\"bad_data\",\"error\":\"parse error: unclosed\"}|status 400: parse error: unclosed",
                "503|''|status 503",
                "200|<html>sign in</html>|holds no values",
                "200|{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":[]}}|holds no values",
            })
    void saysWhyThereIsNoAnswer(int status, String body, String why) throws Exception {
        server.says(status, body);

        try (Readings readings = readings()) {
            assertThatExceptionOfType(Unreachable.class)
                    .isThrownBy(() -> readings.ask("x"))
                    .satisfies(it -> assertThat(it.failure().what()).contains("moscow", why));
        }
    }

    @Test
    void isUnreachableWhereNothingListens() throws Exception {
        try (Readings readings = readings()) {
            server.close();

            assertThatExceptionOfType(Unreachable.class).isThrownBy(() -> readings.ask("x"));
        }
    }
}
