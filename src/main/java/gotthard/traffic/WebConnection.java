package gotthard.traffic;

import gotthard.action.Failure;
import gotthard.action.Unreachable;
import gotthard.inventory.Endpoint;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;

/// Asks one HTTP endpoint. Follows no redirect: an answer is what the endpoint itself says.
final class WebConnection implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long LONGEST = 1 << 20;

    private final Endpoint.Web endpoint;
    private final HttpClient client;

    WebConnection(Endpoint.Web endpoint) {
        this.endpoint = endpoint;
        client =
                HttpClient.newBuilder()
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .connectTimeout(PATIENCE)
                        .build();
    }

    /// Asks for a path below the endpoint's address; bodies of more than 1 MiB are refused.
    Answer get(String path) throws Unreachable, InterruptedException {
        URI address = URI.create(endpoint.url().toString().replaceFirst("/+$", "") + path);
        HttpRequest request = HttpRequest.newBuilder(address).timeout(PATIENCE).GET().build();
        long start = System.nanoTime();
        CompletableFuture<HttpResponse<byte[]>> asked =
                client.sendAsync(
                        request,
                        HttpResponse.BodyHandlers.limiting(
                                HttpResponse.BodyHandlers.ofByteArray(), LONGEST));
        try {
            HttpResponse<byte[]> response = asked.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return answer(response, Duration.ofNanos(System.nanoTime() - start));
        } catch (TimeoutException _) {
            throw unreachable(
                    address + " gave no answer within " + PATIENCE.toSeconds() + " s",
                    "check the network between here and " + endpoint.name().site());
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof IOException broken) {
                throw unreachable(address, broken);
            }
            throw new IllegalStateException(failed.getCause());
        } finally {
            asked.cancel(true);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    private Unreachable unreachable(URI address, IOException broken) {
        return switch (broken) {
            case ConnectException _ ->
                    unreachable(
                            "nothing accepts connections at " + address,
                            "check the address in the inventory, and that its server runs");
            case SSLException untrusted ->
                    unreachable(
                            address + " offers no TLS that can be trusted: " + said(untrusted),
                            "renew its certificate, or let this Java trust who issued it");
            default ->
                    unreachable(
                            "asking " + address + " failed: " + said(broken),
                            "check the network between here and " + endpoint.name().site());
        };
    }

    private static String said(IOException broken) {
        String message = broken.getMessage();
        return message == null ? broken.getClass().getSimpleName() : message;
    }

    private static Unreachable unreachable(String what, String next) {
        return new Unreachable(Failure.transientFailure(what, next));
    }

    private static Answer answer(HttpResponse<byte[]> response, Duration took) {
        return new Answer(
                response.statusCode(),
                new String(response.body(), StandardCharsets.UTF_8),
                response.headers().firstValue("Date").flatMap(WebConnection::moment),
                response.sslSession().flatMap(WebConnection::end),
                took);
    }

    private static Optional<Instant> moment(String date) {
        try {
            return Optional.of(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date, Instant::from));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /// The first of the chain's certificates to end counts.
    private static Optional<Instant> end(SSLSession session) {
        try {
            return Arrays.stream(session.getPeerCertificates())
                    .filter(X509Certificate.class::isInstance)
                    .map(certificate -> ((X509Certificate) certificate).getNotAfter().toInstant())
                    .min(Comparator.naturalOrder());
        } catch (SSLPeerUnverifiedException _) {
            return Optional.empty();
        }
    }
}
