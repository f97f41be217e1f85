package gotthard.metrics;

import gotthard.action.Failure;
import gotthard.action.Readings;
import gotthard.action.Unreachable;
import gotthard.inventory.Endpoint;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Asks one Prometheus server by `/api/v1/query`, version 1 of its HTTP API. An answer that takes longer than two seconds is none: what
/// protects a site must not be slow.
final class Prometheus implements Readings {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final long LONGEST = 1 << 20;

    private final Endpoint.Metrics endpoint;
    private final HttpClient client;

    Prometheus(Endpoint.Metrics endpoint) {
        this.endpoint = endpoint;
        client =
                HttpClient.newBuilder()
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .connectTimeout(PATIENCE)
                        .build();
    }

    @Override
    public List<Double> ask(String query) throws Unreachable, InterruptedException {
        HttpResponse<byte[]> response = get(query);
        String text = new String(response.body(), StandardCharsets.UTF_8);
        if (response.statusCode() != 200) {
            throw unreachable(
                    "it answers with status %d%s"
                            .formatted(response.statusCode(), PrometheusAnswer.error(text)));
        }
        return PrometheusAnswer.values(text)
                .orElseThrow(() -> unreachable("its answer holds no values of a query"));
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    private HttpResponse<byte[]> get(String query) throws Unreachable, InterruptedException {
        URI address =
                URI.create(
                        endpoint.url().toString().replaceFirst("/+$", "")
                                + "/api/v1/query?query="
                                + URLEncoder.encode(query, StandardCharsets.UTF_8));
        HttpRequest request =
                HttpRequest.newBuilder(address)
                        .timeout(PATIENCE)
                        .header("Accept", "application/json")
                        .GET()
                        .build();
        CompletableFuture<HttpResponse<byte[]>> asked =
                client.sendAsync(
                        request,
                        HttpResponse.BodyHandlers.limiting(
                                HttpResponse.BodyHandlers.ofByteArray(), LONGEST));
        try {
            return asked.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            throw unreachable("it gave no answer within " + PATIENCE.toSeconds() + " s");
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof IOException broken) {
                throw unreachable("asking it failed (" + said(broken) + ")");
            }
            throw new IllegalStateException(failed.getCause());
        } finally {
            asked.cancel(true);
        }
    }

    private static String said(IOException broken) {
        String message = broken.getMessage();
        return message == null ? broken.getClass().getSimpleName() : message;
    }

    private Unreachable unreachable(String what) {
        return new Unreachable(
                Failure.transientFailure(
                        "the metrics of "
                                + endpoint.name().site()
                                + " at "
                                + endpoint.url()
                                + " can't be read: "
                                + what,
                        "check that Prometheus runs there, and the query in the inventory"));
    }
}
